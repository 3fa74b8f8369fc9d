/** Never twice: the time, and eighty random bits. */
export const newKey = (): string => `${Date.now().toString(36)}-${Array.from({ length: 16 }, () => Math.floor(Math.random() * 32).toString(32)).join('')}`;
