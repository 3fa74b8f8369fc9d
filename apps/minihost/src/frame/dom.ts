/** An element with its class and what stands in it. */
export function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className: string, ...inside: (Node | string)[]): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...inside);
  return element;
}

export function button(className: string, label: string, act: () => void, ...inside: (Node | string)[]): HTMLButtonElement {
  const element = make('button', className, ...(inside.length > 0 ? inside : [label]));
  element.type = 'button';
  if (inside.length > 0) element.setAttribute('aria-label', label);
  element.addEventListener('click', act);
  return element;
}
