/** One environment variable: its name, what it does, and the default. */
export interface Setting<T> {
  name: string;
  help: string;
  fallback: string;
  parse: (raw: string) => T;
}

const settings: Setting<unknown>[] = [];

/** Declares an environment variable, so that `serve --help` lists it. Read it with `readSetting`. */
export function setting<T>(name: string, help: string, fallback: string, parse: (raw: string) => T): Setting<T> {
  const declared = { name, help, fallback, parse };
  settings.push(declared as Setting<unknown>);
  return declared;
}

/** Throws an Error naming the variable when its value cannot be read. */
export function readSetting<T>(declared: Setting<T>, environment: NodeJS.ProcessEnv = process.env): T {
  const raw = environment[declared.name] ?? declared.fallback;
  try {
    return declared.parse(raw);
  } catch (cause) {
    throw new Error(`${declared.name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

export const allSettings = (): readonly Setting<unknown>[] => settings;

export const asText = (raw: string): string => raw;
export const asOptional = (raw: string): string | null => (raw === '' ? null : raw);
export function asPort(raw: string): number {
  const port = Number(raw);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`“${raw}” 不是端口（0 到 65535） · is not a port (0 to 65535)`);
  return port;
}
