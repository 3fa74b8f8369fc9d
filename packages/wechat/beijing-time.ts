const HOURS_8 = 8 * 3_600_000;

/** `2026-11-22T20:00:00+08:00`, what Pay v3 wants; `milliseconds` as the shipping service does (10.1). */
export function rfc3339(at: Date, milliseconds = false): string {
  const iso = new Date(at.getTime() + HOURS_8).toISOString();
  return `${iso.slice(0, milliseconds ? 23 : 19)}+08:00`;
}
