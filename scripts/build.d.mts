export function build(say?: (line: string) => void, only?: ('dist' | 'console')[]): Promise<void>;
export function isUpToDate(name: 'dist' | 'console'): boolean;
