import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The shipped files that are solved for published figures, by the year of these. */
const calibrated: Readonly<Record<string, string>> = { 2019: 'luxury-2019.json', 2020: 'luxury-2020.json' };

/** The year whose published figures a population reproduces: only a shipped file does, and only unchanged. */
export function calibrationOf(population: unknown): string | null {
  const folder = shippedFolder();
  const same = (file: string) => JSON.stringify(JSON.parse(readFileSync(join(folder, file), 'utf8'))) === JSON.stringify(population);
  return Object.keys(calibrated).find((year) => same(calibrated[year]!)) ?? null;
}

/** `populations/`, beside `apps` in the sources and beside `dist` in a build. */
function shippedFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'populations')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, 'populations');
}
