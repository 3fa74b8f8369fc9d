import { Button, Form, Input, Popover, Segmented, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useCatalogue } from '../../api/catalogue.ts';
import { tagsQuery } from '../../api/tags.ts';
import { useWords } from '../../i18n/index.ts';
import { listOf } from '../../lib/search.ts';
import type { Text } from '../../shell/text.ts';
import { useBrand } from '../../shell/brand-context.ts';
import type { ContactSearch } from './contact-search.ts';

interface FiltersProps {
  search: ContactSearch;
  onChange: (next: ContactSearch) => void;
  onClear: () => void;
}

/** A search field, and the rest behind one button that says how many are set. */
export function ContactFilters({ search, onChange, onClear }: FiltersProps) {
  const { t } = useWords();
  const set = Object.keys(search).filter((key) => key !== 'q').length;
  return (
    <>
      <SearchField value={search.q ?? ''} onChange={(q) => onChange({ q })} />
      <Popover trigger="click" placement="bottomLeft" arrow={false} content={<MoreFilters search={search} onChange={onChange} />}>
        <Button>{set > 0 ? t('contacts.filtersSet', { count: set }) : t('contacts.filters')}</Button>
      </Popover>
      {Object.keys(search).length > 0 && <Button type="link" onClick={onClear}>{t('action.clear')}</Button>}
    </>
  );
}

/** Asks the server when typing pauses; Chinese input counts when it is composed. */
function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState(value);
  const [composing, setComposing] = useState(false);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (composing || typed === value) return;
    const timer = setTimeout(() => onChange(typed.trim()), 300);
    return () => clearTimeout(timer);
  }, [typed, composing, value, onChange]);
  return (
    <span data-table-search>
      <Input
        allowClear
        style={{ width: 260 }}
        value={typed}
        placeholder={t('contacts.searchHint')}
        aria-label={t('table.search')}
        onChange={(event) => setTyped(event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
      />
    </span>
  );
}

function MoreFilters({ search, onChange }: Omit<FiltersProps, 'onClear'>) {
  const { t, language } = useWords();
  const brand = useBrand();
  const catalogue = useCatalogue();
  const tags = useQuery(tagsQuery(brand.id));
  const options = (named: Record<string, Text> | undefined) => Object.entries(named ?? {}).map(([value, text]) => ({ value, label: text[language] }));
  const several = (key: 'stage' | 'source' | 'tag', from: { value: string; label: string }[]) => (
    <Select
      mode="multiple"
      allowClear
      value={listOf(search[key])}
      options={from}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(chosen) => onChange({ [key]: chosen.length > 0 ? chosen.join(',') : undefined })}
    />
  );
  const day = (key: 'followedFrom' | 'followedTo' | 'activeFrom', label: string) => (
    <Input type="date" aria-label={label} value={search[key] ?? ''} onChange={(event) => onChange({ [key]: event.target.value || undefined })} />
  );
  return (
    <Form layout="vertical" component="div" style={{ width: 320, maxWidth: 'calc(100vw - 64px)' }}>
      <Form.Item label={t('contacts.stage')}>{several('stage', options(catalogue?.stages))}</Form.Item>
      <Form.Item label={t('contacts.source')}>{several('source', options(catalogue?.sources))}</Form.Item>
      <Form.Item label={t('contacts.tags')}>{several('tag', (tags.data?.items ?? []).map((tag) => ({ value: tag.id, label: tag.name })))}</Form.Item>
      <Form.Item label={t('contacts.following')}>
        <Segmented
          block
          value={search.subscribed === undefined ? 'all' : String(search.subscribed)}
          options={[{ value: 'all', label: t('contacts.all') }, { value: 'true', label: t('contacts.followingYes') }, { value: 'false', label: t('contacts.followingNo') }]}
          onChange={(value) => onChange({ subscribed: value === 'all' ? undefined : value === 'true' })}
        />
      </Form.Item>
      <Form.Item label={t('contacts.followedBetween')}>
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 8 }}>{day('followedFrom', t('contacts.from'))}{day('followedTo', t('contacts.to'))}</div>
      </Form.Item>
      <Form.Item label={t('contacts.activeSince')} style={{ marginBottom: 0 }}>{day('activeFrom', t('contacts.activeSince'))}</Form.Item>
    </Form>
  );
}
