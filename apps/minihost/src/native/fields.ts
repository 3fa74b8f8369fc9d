import type { Native, NativeNode } from './native.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;
const fieldOf = ({ element }: NativeNode): Field => element.firstElementChild as Field;

const keyboards: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text', text: 'text', nickname: 'text' };
/** What only WeChat's keyboard knows. */
const ignored = ['adjustPosition', 'alwaysEmbed', 'confirmHold', 'cursorSpacing', 'cursorColor', 'holdKeyboard', 'selectionStart', 'selectionEnd', 'cursor', 'showConfirmBar', 'disableDefaultPadding', 'fixed',
  'safePasswordCertPath', 'safePasswordLength', 'safePasswordTimeStamp', 'safePasswordNonce', 'safePasswordSalt', 'safePasswordCustomHash', 'name', 'randomNumber'];

const properties: Native['properties'] = {
  ...Object.fromEntries(ignored.map((name) => [name, { type: null, value: undefined }])),
  value: {
    type: String, value: '', set: (node, value: string) => {
      const field = fieldOf(node);
      if (field.value !== value) field.value = value;
      grow(node);
    },
  },
  placeholder: { type: String, value: '', set: (node, value: string) => { fieldOf(node).placeholder = value; } },
  placeholderStyle: { type: String, value: '', set: (node, style: string) => { node.element.style.setProperty('--placeholder', /(?:^|;)\s*color:\s*([^;]+)/.exec(style)?.[1] ?? ''); } },
  placeholderClass: { type: String, value: 'input-placeholder' },
  disabled: { type: Boolean, value: false, set: (node, value: boolean) => { fieldOf(node).disabled = value; } },
  maxlength: { type: Number, value: 140, set: (node, value: number) => { limit(fieldOf(node), value); } },
  focus: { type: Boolean, value: false, set: (node, value: boolean) => { if (value) soon(node); else fieldOf(node).blur(); } },
  autoFocus: { type: Boolean, value: false, set: (node, value: boolean) => { if (value) soon(node); } },
  confirmType: { type: String, value: 'done', set: (node, value: string) => { fieldOf(node).enterKeyHint = value; } },
  ariaLabel: { type: String, value: '', set: (node, value: string) => { if (value) fieldOf(node).setAttribute('aria-label', value); } },
  // The field inside has its own.
  ariaRole: { type: String, value: '' }, role: { type: String, value: '' },
};

function limit(field: Field, most: number): void {
  if (most < 0) field.removeAttribute('maxlength');
  else field.maxLength = most;
}

/** When it stands on the page. */
const soon = (node: NativeNode): void => void requestAnimationFrame(() => { if (node.get('focus') || node.get('autoFocus')) fieldOf(node).focus(); });

function grow(node: NativeNode): void {
  const field = fieldOf(node);
  if (!(field instanceof HTMLTextAreaElement) || !node.get('autoHeight')) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
}

function made(node: NativeNode, field: Field): void {
  const { element, tell, keep } = node;
  element.append(field);
  limit(field, 140);
  const detail = (): object => ({ value: field.value, cursor: field.selectionStart ?? field.value.length });
  field.addEventListener('input', (event) => {
    // Letters that are still being put together into a word of Chinese are no input yet.
    if ((event as InputEvent).isComposing) return;
    keep('value', field.value);
    tell('input', detail());
  });
  field.addEventListener('compositionend', () => {
    keep('value', field.value);
    tell('input', detail());
  });
  field.addEventListener('focus', () => tell('focus', { ...detail(), height: 0 }));
  field.addEventListener('blur', () => tell('blur', detail()));
  field.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key !== 'Enter' || (event as KeyboardEvent).isComposing || field instanceof HTMLTextAreaElement) return;
    tell('confirm', { value: field.value });
    field.blur();
  });
}

export const input: Native = {
  properties: {
    ...properties,
    type: { type: String, value: 'text', set: (node, value: string) => { fieldOf(node).inputMode = keyboards[value] ?? 'text'; } },
    password: { type: Boolean, value: false, set: (node, value: boolean) => { (fieldOf(node) as HTMLInputElement).type = value ? 'password' : 'text'; } },
  },
  made: (node) => made(node, document.createElement('input')),
};

export const textarea: Native = {
  properties: {
    ...properties,
    autoHeight: {
      type: Boolean, value: false, set: (node, value: boolean) => {
        node.element.toggleAttribute('data-auto-height', value);
        if (value) (fieldOf(node) as HTMLTextAreaElement).rows = 1;
        grow(node);
      },
    },
  },
  made: (node) => made(node, document.createElement('textarea')),
  attached: grow,
};
