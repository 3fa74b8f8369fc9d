/**
 * Styles, classes and data attributes of an element, carried along as they are, because WeChat's look is made of inline
 * styles.
 */
export type Kept = Record<string, string>;

const isKept = (name: string): boolean =>
  /^(?:style|class|data-|aria-|(?:align|valign|width|height|title|dir|bgcolor|border|cellpadding|cellspacing)$)/.test(name);

export const keptOf = (element: Element): Kept | null => {
  const kept = Object.fromEntries([...element.attributes].filter(({ name }) => isKept(name)).map(({ name, value }) => [name, value]));
  return Object.keys(kept).length === 0 ? null : kept;
};

/** As an attribute of a node or a mark. */
export const attribute = { default: null as Kept | null, parseHTML: keptOf, renderHTML: ({ kept }: { kept?: Kept | null }) => kept ?? {} };

/** `color: red; font-size: 15px` with one declaration changed, or taken out for null. */
export function withStyle(kept: Kept | null | undefined, name: string, value: string | null): Kept {
  const declarations = (kept?.['style'] ?? '').split(/;(?![^(]*\))/).map((one) => one.trim()).filter((one) => one !== '' && !one.toLowerCase().startsWith(`${name}:`));
  if (value !== null) declarations.push(`${name}: ${value}`);
  const { style: _, ...rest } = kept ?? {};
  return declarations.length === 0 ? rest : { ...rest, style: declarations.join('; ') };
}
