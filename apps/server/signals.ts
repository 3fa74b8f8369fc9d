/**
 * Resolves at the first SIGINT, SIGTERM or SIGHUP. Terminals send Ctrl-C to every process of the group and parents
 * pass it on, so repeats within two seconds are the same wish; a later one leaves at once.
 */
export function stopRequested(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let first = 0;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (first === 0) {
          first = performance.now();
          resolve(signal);
        } else if (performance.now() - first > 2000) {
          process.exit(130);
        }
      });
    }
  });
}
