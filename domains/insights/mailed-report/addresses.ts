/** Lower case, each once, in the order given. */
export const eachOnce = (addresses: readonly string[]): string[] => [...new Set(addresses.map((one) => one.trim().toLowerCase()))];
