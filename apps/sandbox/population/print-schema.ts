import { PopulationSchema } from './file.ts';

/** `npx tsx apps/sandbox/population/print-schema.ts > populations/schema.json` */
process.stdout.write(`${JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...PopulationSchema }, null, 2)}\n`);
