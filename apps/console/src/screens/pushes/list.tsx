import { Button, Input, Select } from 'antd';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { Count, When } from '../../components/number.tsx';
import { Page } from '../../components/page.tsx';
import { Empty } from '../../components/states.tsx';
import { usePages } from '../../components/use-pages.ts';
import { useWords } from '../../i18n/index.ts';
import { count } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { pushesKey, pushStates, type Push } from './queries.ts';
import { PushSettings } from './settings-dialog.tsx';
import { PushState, useAudienceWords } from './state.tsx';

export default function Pushes() {
  const { t } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const audienceOf = useAudienceWords();
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const params = { brandId: String(brand.id) };
  const search = useSearch({ from: '/b/$brandId/pushes' });
  const { text, state } = search;
  const list = usePages([...pushesKey(brand.id), 'list', text, state], (cursor) =>
    ask(api.GET('/api/brands/{brandId}/pushes', { params: { path: { brandId: brand.id }, query: { text, state, cursor, limit: 100 } } })));
  const change = (next: Partial<typeof search>) => void navigate({ to: '.', search: { ...search, ...next }, replace: true });
  const create = brand.can('pushes:write') && (
    <Button type="primary" onClick={() => void navigate({ to: '/b/$brandId/pushes/new', params })}>{t('pushes.create')}</Button>
  );
  const columns: Column<Push>[] = [
    { id: 'title', title: t('pushes.title'), width: 200, grow: 3, phone: 'title', cell: (row) => row.title, text: (row) => row.title },
    { id: 'state', title: t('pushes.state'), width: 150, phone: 'aside', cell: (row) => <PushState state={row.state} />, text: (row) => row.state },
    { id: 'audience', title: t('pushes.audience'), width: 140, grow: 1, phone: 'detail', cell: audienceOf, text: audienceOf },
    { id: 'variants', title: t('pushes.variants'), width: 64, align: 'right', optional: true, cell: (row) => row.variantCount, text: (row) => row.variantCount },
    { id: 'articles', title: t('pushes.articles'), width: 64, align: 'right', optional: true, cell: (row) => row.articleCount, text: (row) => row.articleCount },
    { id: 'frozen', title: t('pushes.frozen'), width: 100, align: 'right', cell: (row) => (row.frozenCount === null ? t('state.none') : <Count value={row.frozenCount} />), text: (row) => row.frozenCount },
    { id: 'delivered', title: t('pushes.delivered'), width: 100, align: 'right', phone: 'detail', cell: (row) => (row.delivered === null ? t('state.none') : <Count value={row.delivered} />), text: (row) => row.delivered },
    { id: 'failed', title: t('pushes.failedCount'), width: 90, align: 'right', optional: true, cell: (row) => (row.failed === null ? t('state.none') : count(row.failed)), text: (row) => row.failed },
    { id: 'sent', title: t('pushes.sentAt'), width: 180, phone: 'detail', cell: (row) => { const at = row.sentAt ?? row.scheduledAt; return at ? <When at={at} /> : t('state.none'); }, text: (row) => row.sentAt ?? row.scheduledAt },
  ];
  return (
    <Page title={t('nav.pushes')} full actions={create}>
      <DataTable
        id="pushes"
        label={t('nav.pushes')}
        main
        columns={columns}
        rowId={(row) => row.id}
        {...list}
        filters={(
          <>
            <span data-table-search>
              <Input allowClear style={{ width: 200 }} defaultValue={text} placeholder={t('pushes.search')} aria-label={t('table.search')} onChange={(event) => change({ text: event.target.value || undefined })} />
            </span>
            <Select
              allowClear style={{ minWidth: 140 }} placeholder={t('pushes.anyState')} aria-label={t('pushes.state')} value={state}
              onChange={(value: Push['state'] | undefined) => change({ state: value })} options={pushStates.map((value) => ({ value, label: t(`pushes.${value}`) }))}
            />
          </>
        )}
        tools={<PushSettings />}
        selection={{ ids: chosen, change: choose }}
        selectionActions={(
          <Button size="small" disabled={chosen.size < 2 || chosen.size > 6} onClick={() => void navigate({ to: '/b/$brandId/pushes/compare', params, search: { ids: [...chosen].join(',') } })}>
            {t('pushes.compare')}
          </Button>
        )}
        onOpen={(row) => void navigate({ to: '/b/$brandId/pushes/$pushId', params: { ...params, pushId: row.id } })}
        empty={text !== undefined || state !== undefined
          ? <Empty title={t('pushes.noMatch')}>{t('pushes.noMatchMore')}</Empty>
          : <Empty title={t('pushes.none')} action={create}>{t('pushes.noneMore')}</Empty>}
      />
    </Page>
  );
}
