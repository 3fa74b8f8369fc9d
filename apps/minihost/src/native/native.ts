import type { ComponentSpace, GeneralComponent, template } from 'glass-easel';

type PropertyType = StringConstructor | NumberConstructor | BooleanConstructor | ArrayConstructor | ObjectConstructor | null;
/** `value`: what it is when a template says nothing. `set`: what a new value does. */
interface Property {
  type: PropertyType;
  value?: unknown;
  set?(node: NativeNode, value: never): void;
}

/** One component of WeChat’s on a page. */
export interface NativeNode {
  component: GeneralComponent;
  /** Its element: `wx-image` of an `image`. */
  element: HTMLElement;
  /** Tells the page, as an event of this component alone. */
  tell(event: string, detail?: object): void;
  /** Remembers what the person did to it, for templates that bind it both ways. */
  keep(property: string, value: unknown): void;
  get(property: string): unknown;
}

export interface Native {
  properties?: Record<string, Property>;
  /** Once, before any property is set. */
  made?(node: NativeNode): void;
  /** When it stands on the page. */
  attached?(node: NativeNode): void;
  detached?(node: NativeNode): void;
}

const aria = (attribute: string): Property => ({ type: String, value: '', set: ({ element }, value: string) => attribute === 'role' ? setRole(element, value) : mark(element, attribute, value) });

function mark(element: HTMLElement, name: string, value: string): void {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}

/** Whatever acts like a button is reached and pressed by keyboard. */
function setRole(element: HTMLElement, role: string): void {
  mark(element, 'role', role);
  if (['button', 'link', 'tab', 'checkbox', 'radio', 'switch', 'option'].includes(role)) element.tabIndex = 0;
}

const common: Record<string, Property> = {
  ariaRole: aria('role'), role: aria('role'), ariaLabel: aria('aria-label'), ariaLabelledby: aria('aria-labelledby'), ariaDescribedby: aria('aria-describedby'), ariaLive: aria('aria-live'),
  ariaRoledescription: aria('aria-roledescription'), ariaValuetext: aria('aria-valuetext'),
  ariaHidden: { type: Boolean, value: false, set: ({ element }, value: boolean) => mark(element, 'aria-hidden', value ? 'true' : '') },
  ariaDisabled: { type: Boolean, value: false, set: ({ element }, value: boolean) => mark(element, 'aria-disabled', value ? 'true' : '') },
  ariaChecked: { type: null, value: undefined, set: ({ element }, value: unknown) => mark(element, 'aria-checked', value === undefined ? '' : String(value)) },
  ariaSelected: { type: null, value: undefined, set: ({ element }, value: unknown) => mark(element, 'aria-selected', value === undefined ? '' : String(value)) },
  ariaExpanded: { type: null, value: undefined, set: ({ element }, value: unknown) => mark(element, 'aria-expanded', value === undefined ? '' : String(value)) },
  ariaBusy: { type: Boolean, value: false, set: ({ element }, value: boolean) => mark(element, 'aria-busy', value ? 'true' : '') },
  hidden: { type: Boolean, value: false, set: ({ element }, value: boolean) => { element.hidden = value; } },
};

const nodes = new WeakMap<GeneralComponent, NativeNode>();

/** @param content what is drawn in it around the slot; without: the slot alone */
export function registerNative(space: ComponentSpace, tag: string, { properties = {}, made, attached, detached }: Native, content?: template.ComponentTemplate['content']): void {
  const own = { ...common, ...properties };
  const nodeOf = (component: GeneralComponent): NativeNode => nodes.get(component)!;
  const definition = space.defineComponent({
    is: `wx:/${tag}`, ...(content ? { template: { content } } : {}),
    properties: Object.fromEntries(Object.entries(own).map(([name, { type, value, set }]) => [name, {
      type, ...(value === undefined ? {} : { value }),
      ...(set ? { observer(this: GeneralComponent, now: never) { set(nodeOf(this), now); } } : {}),
    }])) as never,
    lifetimes: {
      created(this: GeneralComponent) {
        const element = this.getBackendElement() as unknown as HTMLElement;
        const node: NativeNode = {
          component: this, element,
          tell: (event, detail = {}) => this.triggerEvent(event, detail),
          keep: (property, value) => this.setData({ [property]: value }),
          get: (property) => (this.data as Record<string, unknown>)[property],
        };
        nodes.set(this, node);
        made?.(node);
      },
      attached(this: GeneralComponent) { attached?.(nodeOf(this)); },
      detached(this: GeneralComponent) { detached?.(nodeOf(this)); },
    },
  } as never);
  space.setGlobalUsingComponent(tag, definition as never);
}
