import { CurrentWindowBackendContext, Event as NodeEvent, type domlikeBackend, type Element as NodeElement, type EventBubbleStatus, type EventMutLevel, type EventOptions } from 'glass-easel';
import { isNative } from '../native/names.ts';
import { lengths } from './lengths.ts';

/** DOM events that templates may listen to; what native components tell comes from themselves. */
const FROM_DOM = new Set(['touchstart', 'touchmove', 'touchend', 'touchcancel', 'transitionend', 'animationstart', 'animationiteration', 'animationend']);
const LONG_PRESS = 350;
/** Further than this is no press. */
const STILL = 10;

/** The page of a browser as the phone on which WeChat draws. */
export class PhoneBackend extends CurrentWindowBackendContext {
  constructor() {
    super();
    const { document: page } = this;
    this.document = {
      createElement: (tag) => withLengths(page.createElement(tagOf(tag))),
      createTextNode: (text) => page.createTextNode(text),
      createDocumentFragment: () => page.createDocumentFragment(),
    };
    this.onEvent(dispatch);
    watchLongPress((target, detail) => dispatch(target, 'longpress', detail, { bubbles: true, composed: true, capturePhase: true }));
  }

  override setListenerStats(element: domlikeBackend.Element, type: string, capture: boolean, level: EventMutLevel): void {
    if (FROM_DOM.has(type)) super.setListenerStats(element, type, capture, level);
  }
}

function dispatch(target: NodeElement, type: string, detail: unknown, options: EventOptions): EventBubbleStatus {
  const event = new NodeEvent(type, detail, { ...options, extraFields: touchesOf(options.originalEvent as TouchEvent | MouseEvent | undefined) });
  NodeEvent.dispatchEvent(target, event);
  return event.getEventBubbleStatus();
}

/** Never the element of HTML with that name. */
export const tagOf = (tag: string): string => (isNative(tag) || !tag.includes('-') ? `wx-${tag}` : tag);

/** Styles written in a template have lengths of WXSS. */
function withLengths(element: domlikeBackend.Element): domlikeBackend.Element {
  const { style, setAttribute } = element as unknown as HTMLElement;
  element.setAttribute = (name: string, value: unknown) => {
    // Set as a property, which a content security policy does not ask about.
    if (name === 'style') style.cssText = lengths(String(value));
    else setAttribute.call(element, name, String(value));
  };
  return element;
}

interface Touch {
  identifier: number;
  clientX: number;
  clientY: number;
  pageX: number;
  pageY: number;
}

function touchesOf(event: TouchEvent | MouseEvent | undefined): Record<'touches' | 'changedTouches', Touch[]> {
  const one = ({ clientX, clientY, pageX, pageY }: Omit<Touch, 'identifier'>, identifier: number): Touch => ({ identifier, clientX, clientY, pageX, pageY });
  if (event && 'changedTouches' in event) {
    const all = (list: TouchList): Touch[] => [...list].map((touch) => one(touch, touch.identifier));
    return { touches: all(event.touches), changedTouches: all(event.changedTouches) };
  }
  const here = event && 'clientX' in event ? [one(event, 0)] : [];
  return { touches: here, changedTouches: here };
}

function watchLongPress(tell: (target: NodeElement, detail: { x: number; y: number }) => void): void {
  let wait: ReturnType<typeof setTimeout> | undefined;
  let at = { x: 0, y: 0 };
  const away = (): void => clearTimeout(wait);
  document.body.addEventListener('pointerdown', ({ clientX: x, clientY: y, target }) => {
    away();
    at = { x, y };
    wait = setTimeout(() => {
      let node = target as (Node & { __wxElement?: NodeElement }) | null;
      while (node && !node.__wxElement) node = node.parentNode;
      if (node?.__wxElement) tell(node.__wxElement, at);
    }, LONG_PRESS);
  }, { capture: true });
  document.body.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (Math.abs(clientX - at.x) > STILL || Math.abs(clientY - at.y) > STILL) away();
  }, { capture: true });
  for (const end of ['pointerup', 'pointercancel'] as const) document.body.addEventListener(end, away, { capture: true });
}
