import { openTypes } from '../wx/open-types.ts';
import { watchHover } from './content.ts';
import type { Native, NativeNode } from './native.ts';

declare const wx: { navigateTo(given: object): void; redirectTo(given: object): void; switchTab(given: object): void; reLaunch(given: object): void; navigateBack(given: object): void };

const ignored = { lang: '', sessionFrom: '', sendMessageTitle: '', sendMessagePath: '', sendMessageImg: '', appParameter: '', showMessageCard: false, phoneNumberNoQuotaToast: true, activityType: '', entrancePath: '', needShowEntrance: false };

export const button: Native = {
  properties: {
    size: { type: String, value: 'default', set: ({ element }, value: string) => { element.dataset['size'] = value; } },
    type: { type: String, value: 'default', set: ({ element }, value: string) => { element.dataset['type'] = value; } },
    plain: { type: Boolean, value: false, set: ({ element }, value: boolean) => { element.toggleAttribute('data-plain', value); } },
    loading: { type: Boolean, value: false, set: ({ element }, value: boolean) => { element.setAttribute('aria-busy', String(value)); } },
    disabled: {
      type: Boolean, value: false, set: ({ element }, value: boolean) => {
        element.setAttribute('aria-disabled', String(value));
        element.tabIndex = value ? -1 : 0;
      },
    },
    formType: { type: String, value: '' }, openType: { type: String, value: '' },
    hoverClass: { type: String, value: 'button-hover' }, hoverStartTime: { type: Number, value: 20 }, hoverStayTime: { type: Number, value: 70 }, hoverStopPropagation: { type: Boolean, value: false },
    ...Object.fromEntries(Object.entries(ignored).map(([name, value]) => [name, { type: null, value }])),
  },
  made: (node) => {
    const { element, component } = node;
    element.setAttribute('role', 'button');
    element.tabIndex = 0;
    watchHover(node);
    component.addListener('tap', (event) => {
      if (!node.get('disabled')) return openOf(node);
      event.stopPropagation();
      return undefined;
    });
    component.addListener('tap', (event) => {
      if (node.get('disabled')) event.stopPropagation();
    }, { capture: true });
  },
};

function openOf(node: NativeNode): void {
  const type = node.get('openType') as string;
  if (!type) return;
  const act = openTypes[type as keyof typeof openTypes];
  if (!act) throw new Error(`button: open-type ${type} is not in this host`);
  act(node);
}

const moves = { navigate: 'navigateTo', redirect: 'redirectTo', switchTab: 'switchTab', reLaunch: 'reLaunch', navigateBack: 'navigateBack' } as const;

export const navigator: Native = {
  properties: { url: { type: String, value: '' }, openType: { type: String, value: 'navigate' }, delta: { type: Number, value: 1 }, hoverClass: { type: String, value: 'none' } },
  made: (node) => {
    node.element.setAttribute('role', 'link');
    node.element.tabIndex = 0;
    watchHover(node);
    node.component.addListener('tap', () => {
      const move = moves[node.get('openType') as keyof typeof moves];
      if (!move) throw new Error(`navigator: open-type ${String(node.get('openType'))} is not in this host`);
      wx[move]({ url: node.get('url'), delta: node.get('delta') });
    });
  },
};
