import { Select } from 'antd';
import { useState } from 'react';
import { useWords } from '../i18n/index.ts';
import { usePeopleFound } from './people-found.ts';

/** Finds one person, as ⌘K does: by the beginning of the name, the phone or the number. */
export function PersonField({ label, onChoose }: { label: string; onChoose: (person: { id: number; name: string }) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const found = usePeopleFound(typed.trim());
  return (
    <Select
      value={null}
      style={{ width: '100%' }}
      aria-label={label}
      placeholder={label}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      notFoundContent={t(typed.trim() === '' ? 'palette.person' : 'palette.none')}
      options={found.map(({ id, name, hint }) => ({ value: id, label: hint ? `${name} · ${hint}` : name }))}
      onChange={(id: number | null) => {
        const person = found.find((one) => one.id === id);
        if (person) onChoose(person);
      }}
    />
  );
}
