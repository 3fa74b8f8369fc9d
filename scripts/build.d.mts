export function build(say?: (line: string) => void, only?: ('dist' | 'console' | 'minihost')[]): Promise<void>;
export function isUpToDate(name: 'dist' | 'console'): boolean;
