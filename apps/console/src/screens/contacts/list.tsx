import { Button, Tag } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useCatalogue } from '../../api/catalogue.ts';
import { api, ask } from '../../api/client.ts';
import { tagsQuery } from '../../api/tags.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { Ago } from '../../components/number.tsx';
import { Page } from '../../components/page.tsx';
import { Empty } from '../../components/states.tsx';
import { usePages } from '../../components/use-pages.ts';
import { useWords } from '../../i18n/index.ts';
import { date } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { exportAddress } from './export-address.ts';
import { ContactFilters } from './filters.tsx';
import { contactSearch, type ContactSearch } from './contact-search.ts';
import { countQuery, filterOf, type Contact } from './queries.ts';
import { ContactTabs } from './tabs.tsx';
import { TagSelected } from './tag-selected.tsx';

export default function Contacts() {
  const { t, language } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const search = useSearch({ from: '/b/$brandId/contacts' });
  const catalogue = useCatalogue();
  const tags = useQuery(tagsQuery(brand.id));
  const total = useQuery(countQuery(brand.id, search));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const params = { brandId: String(brand.id) };
  const list = usePages(['brand', brand.id, 'contacts', 'list', search], (cursor) =>
    ask(api.GET('/api/brands/{brandId}/contacts', { params: { path: { brandId: brand.id }, query: { ...filterOf(search), cursor, limit: 100 } } })));

  const change = (next: ContactSearch) => void navigate({ to: '.', search: contactSearch({ ...search, ...next }), replace: true });
  const nameOf = (row: Contact) => row.name ?? t('contacts.unnamed', { id: row.id });
  const stageOf = (row: Contact) => catalogue?.stages[row.stage]?.[language] ?? '';
  const sourceOf = (row: Contact) => catalogue?.sources[row.source]?.[language] ?? '';
  const tagNames = new Map(tags.data?.items.map((tag) => [tag.id, tag.name]));
  const tagsOf = (row: Contact) => row.tags.map((id) => tagNames.get(id)).filter((name) => name !== undefined);

  const columns: Column<Contact>[] = [
    {
      id: 'name', title: t('contacts.name'), width: 150, grow: 2, phone: 'title', text: nameOf,
      cell: (row) => <Link to="/b/$brandId/contacts/$contactId" params={{ ...params, contactId: String(row.id) }} style={{ color: 'inherit' }}>{nameOf(row)}</Link>,
    },
    { id: 'phone', title: t('contacts.phone'), width: 120, optional: true, cell: (row) => row.phone ?? t('state.none'), text: (row) => row.phone },
    { id: 'stage', title: t('contacts.stage'), width: 110, phone: 'aside', cell: stageOf, text: stageOf },
    { id: 'source', title: t('contacts.source'), width: 110, phone: 'detail', cell: sourceOf, text: sourceOf },
    {
      id: 'tags', title: t('contacts.tags'), width: 140, grow: 2, text: (row) => tagsOf(row).join(' '),
      cell: (row) => tagsOf(row).slice(0, 3).map((name) => <Tag key={name} variant="outlined">{name}</Tag>),
    },
    {
      id: 'followed', title: t('contacts.followed'), width: 140, phone: 'detail', text: (row) => row.followedAt,
      cell: (row) => (row.subscribed && row.followedAt ? date(row.followedAt, language) : <span className="quiet">{t(row.unfollowedAt ? 'contacts.left' : 'contacts.notFollowing')}</span>),
    },
    { id: 'active', title: t('contacts.lastActive'), width: 130, cell: (row) => (row.lastActiveAt ? <Ago at={row.lastActiveAt} /> : t('state.none')), text: (row) => row.lastActiveAt },
    { id: 'seen', title: t('contacts.firstSeen'), width: 140, optional: true, cell: (row) => date(row.firstSeenAt, language), text: (row) => row.firstSeenAt },
    { id: 'id', title: t('contacts.number'), width: 90, align: 'right', optional: true, cell: (row) => row.id, text: (row) => row.id },
  ];
  const filtered = Object.keys(search).length > 0;
  return (
    <Page
      title={t('nav.contacts')}
      tabs={<ContactTabs />}
      full
      actions={brand.can('people:import') && <Link to="/b/$brandId/contacts/import" params={params}><Button type="primary" tabIndex={-1}>{t('contacts.import')}</Button></Link>}
    >
      <DataTable
        id="contacts"
        label={t('nav.contacts')}
        main
        personal
        savedViews
        columns={columns}
        rowId={(row) => String(row.id)}
        total={total.data?.count}
        {...list}
        onOpen={(row) => void navigate({ to: '/b/$brandId/contacts/$contactId', params: { ...params, contactId: String(row.id) } })}
        {...(brand.can('people:write') ? { selection: { ids: selected, change: setSelected }, selectionActions: <TagSelected ids={selected} onDone={() => setSelected(new Set())} /> } : {})}
        filters={<ContactFilters search={search} onChange={change} onClear={() => void navigate({ to: '.', search: {}, replace: true })} />}
        tools={brand.can('people:export') && <Button type="text" size="small" href={exportAddress(brand.id, search)} download>{t('contacts.exportAll')}</Button>}
        empty={filtered
          ? <Empty title={t('contacts.noMatch')}>{t('contacts.noMatchMore')}</Empty>
          : <Empty title={t('contacts.none')}>{t('contacts.noneMore')}</Empty>}
      />
    </Page>
  );
}
