import { Button, Input, Select } from 'antd';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { api, ask } from '../../api/client.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { Ago, PeopleCount } from '../../components/number.tsx';
import { Page } from '../../components/page.tsx';
import { Spark } from '../../components/spark.tsx';
import { Empty } from '../../components/states.tsx';
import { usePages } from '../../components/use-pages.ts';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './audience.module.css';
import { segmentsKey, type SegmentRow, type State } from './queries.ts';
import { isChanged, SegmentState } from './state.tsx';

const states: readonly State[] = ['draft', 'publishing', 'live', 'failed', 'archived'];

export default function Segments() {
  const { t } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const search = useSearch({ from: '/b/$brandId/audience' });
  const { text, state } = search;
  const params = { brandId: String(brand.id) };
  const list = usePages([...segmentsKey(brand.id), 'list', text, state], (cursor) =>
    ask(api.GET('/api/brands/{brandId}/segments', { params: { path: { brandId: brand.id }, query: { text, state, cursor, limit: 100 } } })));
  const change = (next: Partial<typeof search>) => void navigate({ to: '.', search: { ...search, ...next }, replace: true });
  const create = brand.can('people:write') && brand.can('people:read') && (
    <Button type="primary" onClick={() => void navigate({ to: '/b/$brandId/audience/new', params })}>{t('audience.create')}</Button>
  );
  const columns: Column<SegmentRow>[] = [
    {
      id: 'name', title: t('audience.name'), width: 200, grow: 3, phone: 'title', text: (row) => row.name,
      cell: (row) => <Link to="/b/$brandId/audience/$segmentId" params={{ ...params, segmentId: row.id }} style={{ color: 'inherit' }}>{row.name}</Link>,
    },
    {
      id: 'size', title: t('audience.size'), width: 100, align: 'right', phone: 'aside', text: (row) => row.size,
      cell: (row) => (row.size === null && !row.suppressed ? t('state.none') : <PeopleCount value={row.size} suppressed={row.suppressed} />),
    },
    { id: 'trend', title: t('audience.trend'), width: 120, cell: (row) => <span className={css.trend}><Spark values={row.trend} height={24} /></span>, text: (row) => row.trend.join(' ') },
    {
      id: 'state', title: t('audience.state'), width: 170, phone: 'detail', text: (row) => row.state,
      cell: (row) => <><SegmentState state={row.state} />{isChanged(row) && <span className="caption"> · {t('audience.changedSince')}</span>}</>,
    },
    { id: 'kind', title: t('audience.kind'), width: 110, phone: 'detail', cell: (row) => t(`audience.ofKind.${row.kind}`), text: (row) => row.kind },
    { id: 'changed', title: t('audience.changed'), width: 140, phone: 'detail', cell: (row) => <Ago at={row.changedAt} />, text: (row) => row.changedAt },
  ];
  const filtered = text !== undefined || state !== undefined;
  return (
    <Page title={t('nav.audience')} full actions={create}>
      <DataTable
        id="segments"
        label={t('nav.audience')}
        main
        savedViews
        columns={columns}
        rowId={(row) => row.id}
        {...list}
        onOpen={(row) => void navigate({ to: '/b/$brandId/audience/$segmentId', params: { ...params, segmentId: row.id } })}
        filters={(
          <>
            <span data-table-search>
              <Input allowClear style={{ width: 200 }} defaultValue={text} placeholder={t('audience.search')} aria-label={t('table.search')} onChange={(event) => change({ text: event.target.value || undefined })} />
            </span>
            <Select
              allowClear
              style={{ minWidth: 120 }}
              placeholder={t('audience.anyState')}
              aria-label={t('audience.state')}
              value={state}
              onChange={(value: State | undefined) => change({ state: value })}
              options={states.map((value) => ({ value, label: t(`audience.states.${value}`) }))}
            />
          </>
        )}
        tools={brand.can('people:import') && <Link to="/b/$brandId/audience/import" params={params}><Button type="text" size="small" tabIndex={-1}>{t('audience.importList')}</Button></Link>}
        empty={filtered
          ? <Empty title={t('audience.noMatch')}>{t('audience.noMatchMore')}</Empty>
          : <Empty title={t('audience.none')} action={create}>{t('audience.noneMore')}</Empty>}
      />
    </Page>
  );
}
