import { button, make } from './dom.ts';
import type { Frame } from './frame.ts';
import { words } from './words.ts';

export interface Modal {
  title?: string;
  content?: string;
  showCancel?: boolean;
  cancelText?: string;
  cancelColor?: string;
  confirmText?: string;
  confirmColor?: string;
  editable?: boolean;
  placeholderText?: string;
}

export interface Dialogs {
  toast(given: { title: string; icon?: string; duration?: number; mask?: boolean }): void;
  hideToast(): void;
  loading(title: string, mask: boolean): void;
  hideLoading(): void;
  /** @returns what was typed; null: cancelled */
  modal(given: Modal): Promise<string | null>;
  /** @returns which; null: cancelled */
  choose(items: readonly string[], colour?: string): Promise<number | null>;
}

/** Toast, loading, question and list of choices, as WeChat draws them over a program. */
export function createDialogs(frame: Frame): Dialogs {
  let toast: HTMLElement | null = null;
  let loading: HTMLElement | null = null;
  let end: ReturnType<typeof setTimeout> | undefined;
  const hideToast = (): void => {
    clearTimeout(end);
    toast?.remove();
    toast = null;
  };
  const hideLoading = (): void => {
    loading?.remove();
    loading = null;
  };
  const bubble = (title: string, icon: string, mask: boolean): HTMLElement => {
    const shown = make('div', `host-toast${mask ? ' host-toast-mask' : ''}`, make('div', 'host-toast-box', ...(icon ? [make('span', `host-toast-${icon}`)] : []), make('span', '', title)));
    shown.setAttribute('role', 'status');
    return frame.element.appendChild(shown);
  };
  /** Over everything until it is answered. */
  function ask<T>(className: string, fill: (box: HTMLElement, answer: (value: T) => void) => void, dismissed: T): Promise<T> {
    return new Promise((resolve) => {
      const box = make('div', className);
      const veil = make('div', 'host-veil', box);
      const before = document.activeElement as HTMLElement | null;
      const answer = (value: T): void => {
        veil.remove();
        before?.focus();
        resolve(value);
      };
      box.setAttribute('role', 'dialog');
      box.setAttribute('aria-modal', 'true');
      veil.addEventListener('keydown', ({ key }) => {
        if (key === 'Escape') answer(dismissed);
      });
      // A list goes away when one taps beside it; a question waits for its answer.
      veil.addEventListener('click', ({ target }) => {
        if (target === veil && className === 'host-sheet') answer(dismissed);
      });
      fill(box, answer);
      frame.element.append(veil);
      const field = box.querySelector('textarea');
      (field ?? box.querySelector<HTMLElement>('button:last-of-type'))?.focus();
      field?.select();
    });
  }
  return {
    toast: ({ title, icon = 'success', duration = 1500, mask = false }) => {
      hideToast();
      hideLoading();
      toast = bubble(title, icon === 'none' ? '' : icon, mask);
      end = setTimeout(hideToast, duration);
    },
    hideToast,
    loading: (title, mask) => {
      hideToast();
      hideLoading();
      loading = bubble(title, 'loading', mask);
    },
    hideLoading,
    modal: ({ title = '', content = '', showCancel = true, cancelText = words.cancel, cancelColor = '#000000', confirmText = words.ok, confirmColor = '#576b95', editable = false, placeholderText = '' }) =>
      ask<string | null>('host-modal', (box, answer) => {
        const heading = make('h2', 'host-modal-title', title);
        const field = make('textarea', 'host-modal-field');
        field.value = content;
        field.placeholder = placeholderText;
        const yes = button('host-modal-yes', confirmText, () => answer(editable ? field.value : ''));
        yes.style.color = confirmColor;
        const no = button('host-modal-no', cancelText, () => answer(null));
        no.style.color = cancelColor;
        box.setAttribute('aria-label', title || content);
        box.append(...(title ? [heading] : []), editable ? field : make('p', 'host-modal-words', content), make('div', 'host-modal-ends', ...(showCancel ? [no] : []), yes));
      }, null),
    choose: (items, colour = '#000000') =>
      ask<number | null>('host-sheet', (box, answer) => {
        box.append(...items.map((item, index) => {
          const one = button('host-sheet-item', item, () => answer(index));
          one.style.color = colour;
          return one;
        }), button('host-sheet-cancel', words.cancel, () => answer(null)));
      }, null),
  };
}
