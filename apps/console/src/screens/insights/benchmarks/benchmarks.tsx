import { Button, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask } from '../../../api/client.ts';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import type { Column } from '../../../components/data-table/types.ts';
import { Page } from '../../../components/page.tsx';
import { Empty } from '../../../components/states.tsx';
import { useTelling } from '../../../components/use-telling.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { benchmarkText } from '../figures/words.ts';
import { benchmarksQuery, catalogueQuery, type Benchmark } from '../queries.ts';
import { InsightTabs } from '../tabs.tsx';
import { AddBenchmark } from './add-benchmark.tsx';
import { BenchmarkDrawer } from './benchmark-drawer.tsx';
import css from './benchmarks.module.css';

/** What others measured, with edition, source and how far it can be trusted; and the brand's own. */
export default function Benchmarks() {
  const { t, language } = useWords();
  const brand = useBrand();
  const attempt = useTelling();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const search = useSearch({ from: '/b/$brandId/insights/benchmarks' });
  const list = useQuery(benchmarksQuery(brand.id));
  const catalogue = useQuery(catalogueQuery(brand.id));
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState<Benchmark | null>(null);
  const may = brand.can('insights:write');
  const metricOf = (id: string) => catalogue.data?.metrics.find((metric) => metric.id === id);
  const nameOf = (row: Benchmark) => {
    const metric = metricOf(row.metric);
    const part = row.key === '' ? undefined
      : row.key === 'large' || row.key === 'small' ? t(`insights.bench.${row.key}`)
        : metric?.dimension?.keys?.find(({ key }) => key === row.key)?.name[language] ?? row.key;
    return row.name?.[language] ?? [metric?.name[language] ?? row.metric, part].filter(Boolean).join(' · ');
  };
  const go = (next: Partial<typeof search>) => void navigate({ to: '.', search: { ...search, ...next }, replace: true });
  const rows = list.data?.items.filter((row) =>
    (search.metric === undefined || row.metric === search.metric) && (search.edition === undefined || row.edition.en === search.edition) && (!search.own || row.confidence === 'own'));
  const editions = new Map(list.data?.items.map(({ edition }) => [edition.en, edition[language]]));
  const measured = new Map(list.data?.items.map((row) => [row.metric, metricOf(row.metric)?.name[language] ?? row.name?.[language] ?? row.metric]));
  const remove = (row: Benchmark) => attempt(async () => {
    await ask(api.DELETE('/api/brands/{brandId}/insights/benchmarks/{benchmarkId}', { params: { path: { brandId: brand.id, benchmarkId: row.id } } }));
    await queryClient.invalidateQueries({ queryKey: ['brand', brand.id, 'insights-benchmarks'] });
    await queryClient.invalidateQueries({ queryKey: ['brand', brand.id, 'insights'] });
  });
  const confidenceOf = (row: Benchmark) => list.data?.confidences[row.confidence]?.[language] ?? row.confidence;
  const valueOf = (row: Benchmark) => benchmarkText(row.unit, row);
  const columns: Column<Benchmark>[] = [
    { id: 'name', title: t('insights.bench.figure'), width: 264, grow: 2, phone: 'title', cell: nameOf, text: nameOf },
    { id: 'value', title: t('insights.bench.value'), width: 130, align: 'right', phone: 'aside', cell: (row) => <span className={css.value}>{valueOf(row)}</span>, text: (row) => row.value ?? valueOf(row) },
    { id: 'year', title: t('insights.bench.year'), width: 84, phone: 'detail', cell: (row) => row.year, text: (row) => row.year },
    { id: 'edition', title: t('insights.editionHead'), width: 180, grow: 1, phone: 'detail', cell: (row) => row.edition[language], text: (row) => row.edition[language] },
    { id: 'sample', title: t('insights.bench.sample'), width: 160, grow: 1, optional: true, cell: (row) => row.sample?.[language] ?? t('state.none'), text: (row) => row.sample?.[language] },
    { id: 'source', title: t('figure.source'), width: 150, grow: 1, cell: (row) => row.source.name, text: (row) => row.source.name },
    { id: 'confidence', title: t('insights.bench.confidence'), width: 140, grow: 1, cell: confidenceOf, text: confidenceOf },
    {
      id: 'do', title: '', width: 64, align: 'right', text: () => null,
      cell: (row) => may && row.confidence === 'own' && <Button type="link" size="small" onClick={() => void remove(row)}>{t('action.remove')}</Button>,
    },
  ];
  const filters = (
    <>
      <Select allowClear showSearch={{ optionFilterProp: 'label' }} className={css.filter} placeholder={t('insights.bench.allFigures')} aria-label={t('insights.bench.figure')} value={search.metric} onChange={(metric: string | undefined) => go({ metric })} options={[...measured].map(([value, label]) => ({ value, label }))} />
      <Select allowClear className={css.filter} placeholder={t('insights.bench.allEditions')} aria-label={t('insights.editionHead')} value={search.edition} onChange={(edition: string | undefined) => go({ edition })} options={[...editions].map(([value, label]) => ({ value, label }))} />
      <Button type="text" aria-pressed={search.own ?? false} onClick={() => go({ own: search.own ? undefined : true })}>{search.own ? t('insights.bench.everything') : t('insights.bench.onlyOwn')}</Button>
    </>
  );
  return (
    <Page title={t('nav.insights')} tabs={<InsightTabs />} full actions={may && <Button type="primary" onClick={() => setAdding(true)}>{t('insights.bench.add')}</Button>}>
      <DataTable
        id="benchmarks"
        label={t('insights.benchmarks')}
        main
        columns={columns}
        rows={rows}
        rowId={(row) => row.id}
        error={list.error}
        retry={() => void list.refetch()}
        onOpen={setOpen}
        filters={filters}
        empty={<Empty title={t(search.own ? 'insights.bench.noOwn' : 'insights.bench.noMatch')}>{t(search.own ? 'insights.bench.noOwnMore' : 'insights.bench.noMatchMore')}</Empty>}
      />
      <BenchmarkDrawer benchmark={open} name={open ? nameOf(open) : ''} confidence={open ? confidenceOf(open) : ''} onClose={() => setOpen(null)} />
      <AddBenchmark open={adding} metrics={catalogue.data?.metrics ?? []} onClose={() => setAdding(false)} />
    </Page>
  );
}
