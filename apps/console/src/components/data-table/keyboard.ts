import { useEffect, useRef } from 'react';

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const somethingOpen = () =>
  document.querySelector('[role="dialog"]:not([aria-hidden="true"]), .ant-select-open, .ant-dropdown:not(.ant-dropdown-hidden)') !== null;

export interface TableKeys {
  move: (step: number) => void;
  edge: (end: 'first' | 'last') => void;
  open: () => void;
  pick?: () => void;
}

/**
 * j/k or arrows move, Enter opens, x picks, / goes to the search field: while the table has the focus,
 * and for the main table of a page while nothing else has it.
 */
export function useTableKeys(keys: TableKeys, table: React.RefObject<HTMLElement | null>, main: boolean) {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || typing(event.target)) return;
      const inside = event.target === table.current;
      const free = main && event.target === document.body && !somethingOpen();
      if (!inside && !free) return;
      const actions: Record<string, (() => void) | undefined> = {
        j: () => latest.current.move(1),
        ArrowDown: inside ? () => latest.current.move(1) : undefined,
        k: () => latest.current.move(-1),
        ArrowUp: inside ? () => latest.current.move(-1) : undefined,
        Home: inside ? () => latest.current.edge('first') : undefined,
        End: inside ? () => latest.current.edge('last') : undefined,
        Enter: () => latest.current.open(),
        x: latest.current.pick,
        '/': () => document.querySelector<HTMLInputElement>('[data-table-search] input, input[data-table-search]')?.focus(),
      };
      const action = actions[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [table, main]);
}
