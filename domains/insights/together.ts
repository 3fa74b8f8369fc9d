import type { Text } from '@qingniao/kernel';

/** Sentences one after the other; null without any. */
export function together(texts: readonly (Text | null)[]): Text | null {
  const said = texts.filter((text) => text !== null);
  return said.length === 0 ? null : { zh: said.map(({ zh }) => zh).join(''), en: said.map(({ en }) => en).join(' ') };
}
