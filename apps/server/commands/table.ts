/** A table for a terminal: columns as wide as their widest cell, numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], numeric: readonly number[]): string {
  const widths = head.map((title, column) => Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map(widthOf)));
  const line = (cells: readonly string[]) => cells.map((cell, column) => {
    const gap = ' '.repeat(widths[column]! - widthOf(cell));
    return numeric.includes(column) ? gap + cell : cell + gap;
  }).join('  ').trimEnd();
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

/** Chinese characters and full-width signs take two columns. */
const widthOf = (text: string): number => [...text].reduce((width, character) => width + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(character) ? 2 : 1), 0);

export const percent = (fraction: number): string => `${(fraction * 100).toFixed(2)} %`;
