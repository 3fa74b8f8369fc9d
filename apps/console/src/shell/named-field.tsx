import { Select } from 'antd';
import { useState } from 'react';
import { useWords } from '../i18n/index.ts';
import { useSettled } from '../lib/use-settled.ts';
import { useNames, useSearch, type Nameable, type Named } from './names.ts';

export interface Choice {
  value: string;
  label: string;
}

interface Props {
  what: Nameable;
  /** Given by a form item otherwise. */
  label?: string;
  id?: string;
  placeholder?: string;
  className?: string;
  width?: number | string;
  /** Not offered. */
  except?: readonly string[];
  /** Choices that are no such thing and stand first, with what both kinds are called. */
  also?: readonly Choice[];
  headings?: { also: string; found: string };
}

interface OneProps extends Props {
  value?: string | null | undefined;
  onChange?: (value: string) => void;
}

interface SeveralProps extends Props {
  value: readonly string[];
  onChange: (value: string[]) => void;
  most?: number;
}

/** A pause in typing after which the server is asked, in milliseconds. */
const PAUSE = 250;

/** One of what a brand has too many of for one list: the server finds it while it is being typed. */
export function NamedField({ value, onChange, id, ...props }: OneProps) {
  // '' is nothing yet, but where it is one of the choices.
  const chosen = value || props.also?.some((one) => one.value === value) ? value! : null;
  const select = useSelect(props, chosen === null ? [] : [chosen]);
  return <Select<string | null> {...select.props} {...(id ? { id } : {})} value={chosen} onChange={(next) => next !== null && (select.close(), onChange?.(next))} />;
}

export function SeveralNamed({ value, onChange, most, ...props }: SeveralProps) {
  const select = useSelect(props, value);
  return <Select<string[]> {...select.props} mode="multiple" {...(most ? { maxCount: most } : {})} value={[...value]} onChange={(chosen) => (select.close(), onChange(chosen))} />;
}

function useSelect({ what, label, placeholder, className, width, except = [], also = [], headings }: Props, chosen: readonly string[]) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const asked = useSettled(text, PAUSE);
  const search = useSearch(what, asked, open);
  const fixed = new Map(also.map((one) => [one.value, one.label]));
  const names = useNames(what, chosen.filter((one) => !fixed.has(one)));
  const fits = ({ label: name }: Choice) => name.toLowerCase().includes(text.toLowerCase());
  const found = (search.data?.items ?? []).filter(({ id }) => !except.includes(id)).map((one): Choice => ({ value: one.id, label: shown(one) }));
  // Until the answer is there, Enter must not take one of the answer before.
  const offered = asked !== text || search.isPlaceholderData ? found.filter(fits) : found;
  const first = also.filter(fits);
  return {
    close: () => setTyped(''),
    props: {
      ...(label ? { 'aria-label': label } : {}),
      ...(placeholder ?? label ? { placeholder: placeholder ?? label } : {}),
      ...(className ? { className } : {}),
      style: { width },
      popupMatchSelectWidth: false,
      loading: open && search.isFetching,
      showSearch: { filterOption: false as const, searchValue: typed, onSearch: setTyped },
      onOpenChange: (next: boolean) => {
        setOpen(next);
        if (!next) setTyped('');
      },
      options: headings ? [{ label: headings.also, options: first }, { label: headings.found, options: offered }].filter(({ options }) => options.length > 0) : [...first, ...offered],
      // One that the search does not show now has its name all the same.
      labelRender: ({ value, label: known }: { value: string | number; label?: React.ReactNode }) => {
        const named = names.get(String(value));
        return fixed.get(String(value)) ?? (named && shown(named)) ?? known;
      },
      notFoundContent: search.isError ? search.error.message : t(asked !== text || search.isFetching ? 'picker.searching' : 'palette.none'),
      popupRender: (menu: React.ReactElement) => (
        <>
          {menu}
          {search.data?.more && <p className="caption" style={{ margin: 0, padding: '6px 12px' }}>{t('picker.typeForMore')}</p>}
        </>
      ),
    },
  };
}

const shown = ({ name, hint }: Named): string => (hint === null ? name : `${name} · ${hint}`);
