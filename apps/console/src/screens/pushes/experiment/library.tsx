import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Chart } from '../../../charts/chart.tsx';
import { lifts } from '../../../charts/intervals.ts';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import type { Column } from '../../../components/data-table/types.ts';
import { When } from '../../../components/number.tsx';
import { Page, Section } from '../../../components/page.tsx';
import { ChartBones, Empty, Loaded } from '../../../components/states.tsx';
import { usePages } from '../../../components/use-pages.ts';
import { useWords } from '../../../i18n/index.ts';
import { change } from '../../../lib/format.ts';
import { productNow } from '../../../lib/use-now.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { GlobalHoldout } from './global-holdout.tsx';
import { experimentsKey, libraryQuery, loadExperiments, type Experiment, type LibraryEntry } from './queries.ts';

/** What all experiments say of each element (W-40), beside what the study found (W-41), and the experiments themselves. */
export default function ExperimentLibrary() {
  const { t } = useWords();
  const brand = useBrand();
  const library = useQuery(libraryQuery(brand.id));
  return (
    <Page title={t('nav.experiments')} lead={t('experiments.lead')}>
      <Section title={t('experiments.byElement')} note={t('experiments.byElementNote')}>
        <Loaded query={library} bones={<ChartBones />}>{({ items }) => (items.length === 0 ? <Empty title={t('experiments.noResults')}>{t('experiments.noResultsMore')}</Empty> : <Elements entries={items} />)}</Loaded>
      </Section>
      {!brand.aggregatesOnly && <GlobalHoldout />}
      {!brand.aggregatesOnly && <Section title={t('experiments.all')}><Experiments /></Section>}
    </Page>
  );
}

function Elements({ entries }: { entries: readonly LibraryEntry[] }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const question = useQuestion();
  const known = entries.flatMap((entry) => (entry.combined === null ? [] : [{ ...entry, combined: entry.combined }]));
  const metrics = [...new Set(known.map(({ metric }) => metric))];
  const columns: Column<LibraryEntry>[] = [
    { id: 'question', title: t('experiments.question'), width: 240, grow: 3, phone: 'title', cell: question, text: question },
    { id: 'element', title: t('experiments.element'), width: 110, grow: 1, optional: true, cell: (row) => row.elementName[language], text: (row) => row.elementName[language] },
    { id: 'metric', title: t('experiments.metric'), width: 100, phone: 'detail', cell: (row) => row.metricName[language], text: (row) => row.metricName[language] },
    { id: 'lift', title: t('experiments.lift'), width: 100, align: 'right', phone: 'aside', cell: (row) => <span className="num">{row.combined ? change(row.combined.lift) : t('state.none')}</span>, text: (row) => row.combined?.lift },
    { id: 'range', title: t('experiments.interval'), width: 180, align: 'right', cell: (row) => <span className="num">{row.combined ? range(row.combined) : t('state.none')}</span>, text: (row) => (row.combined ? range(row.combined) : null) },
    { id: 'published', title: t('experiments.published'), width: 100, align: 'right', phone: 'detail', cell: (row) => <span className="num">{row.published === null ? t('state.none') : change(row.published / 100)}</span>, text: (row) => row.published },
    { id: 'tests', title: t('experiments.tests'), width: 80, align: 'right', cell: (row) => <span className="num">{row.experiments.length}</span>, text: (row) => row.experiments.length },
    { id: 'says', title: t('experiments.says'), width: 200, grow: 2, cell: (row) => t(`experiments.says_${saysOf(row)}`), text: (row) => t(`experiments.says_${saysOf(row)}`) },
  ];
  return (
    <>
      {metrics.map((metric) => <LiftChart key={metric} entries={known.filter((entry) => entry.metric === metric)} />)}
      <DataTable id={`experiment-library-${brand.id}`} label={t('experiments.byElement')} columns={columns} rows={entries} rowId={(row) => row.key} empty={null} />
    </>
  );
}

/** What a question asks, in words. */
function useQuestion(): (entry: LibraryEntry) => string {
  const { t, language } = useWords();
  return (entry) => t('experiments.against', { first: entry.first[language], second: entry.second[language] });
}

const range = ({ low, high }: { low: number; high: number }): string => `${change(low)} … ${change(high)}`;

/** Questions asked of one metric, each with the study's figure beside the brand's. */
function LiftChart({ entries }: { entries: readonly (LibraryEntry & { combined: NonNullable<LibraryEntry['combined']> })[] }) {
  const { t, language } = useWords();
  const question = useQuestion();
  const metric = entries[0]!.metricName[language];
  return (
    <Chart
      title={t('experiments.effectsChart', { metric })}
      note={t('experiments.effectsChartNote')}
      summary={entries.map((entry) => `${question(entry)}: ${change(entry.combined.lift)} (${range(entry.combined)})`).join('; ')}
      height={entries.length * 44 + 48}
      option={lifts({
        format: (lift) => `${lift < 0 ? '\u2212' : ''}${Math.abs(Math.round(lift * 100))}\u202F%`,
        intervals: entries.map((entry) => ({
          name: entry.first[language], value: entry.combined.lift, low: entry.combined.low, high: entry.combined.high, published: entry.published === null ? undefined : entry.published / 100,
          facts: [[t('experiments.lift'), change(entry.combined.lift)], [t('experiments.interval'), range(entry.combined)], ...(entry.published === null ? [] : [[t('experiments.published'), change(entry.published / 100)] as const])],
        })),
      })}
      table={{
        header: [t('experiments.question'), t('experiments.lift'), t('experiments.low'), t('experiments.high'), t('experiments.published'), t('experiments.tests')],
        rows: entries.map((entry) => [question(entry), entry.combined.lift, entry.combined.low, entry.combined.high, entry.published, entry.experiments.length]),
      }}
      fileName={`experiment-library-${entries[0]!.metric}`}
    />
  );
}

/** In a word, what the brand's own tests say. */
function saysOf({ combined, contradicted }: LibraryEntry): 'nothing' | 'contradicted' | 'mixed' | 'higher' | 'lower' | 'open' {
  if (combined === null) return 'nothing';
  if (contradicted) return 'contradicted';
  if (combined.low > 0) return combined.mixed ? 'mixed' : 'higher';
  return combined.high < 0 ? 'lower' : 'open';
}

/** Its days are through, or somebody stopped it; what it found is filed when WeChat has told of the last day. */
const isOver = ({ settledAt, endsAt }: Experiment): boolean => settledAt !== null || (endsAt !== null && productNow() >= Date.parse(endsAt));

function Experiments() {
  const { t, language } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const experiments = usePages([...experimentsKey(brand.id), 'list'], (cursor) => loadExperiments(brand.id, cursor));
  const stateOf = (row: Experiment) => t(`experiments.state_${row.endsAt === null ? 'planned' : isOver(row) ? 'over' : 'running'}`);
  const columns: Column<Experiment>[] = [
    { id: 'hypothesis', title: t('experiments.hypothesis'), width: 260, grow: 3, phone: 'title', cell: (row) => row.hypothesis, text: (row) => row.hypothesis },
    { id: 'push', title: t('experiments.push'), width: 200, grow: 2, phone: 'detail', cell: (row) => row.push.title, text: (row) => row.push.title },
    { id: 'element', title: t('experiments.element'), width: 120, grow: 1, cell: (row) => row.elementName[language], text: (row) => row.elementName[language] },
    { id: 'state', title: t('experiments.state'), width: 90, phone: 'aside', cell: stateOf, text: stateOf },
    { id: 'sent', title: t('pushes.sentAt'), width: 180, align: 'right', cell: (row) => (row.push.sentAt ? <When at={row.push.sentAt} /> : t('state.none')), text: (row) => row.push.sentAt },
  ];
  return (
    <DataTable
      id={`experiments-${brand.id}`}
      label={t('experiments.all')}
      columns={columns}
      rows={experiments.rows}
      rowId={(row) => row.id}
      error={experiments.error}
      retry={experiments.retry}
      more={experiments.more}
      empty={<Empty title={t('experiments.none')}>{t('experiments.noneMore')}</Empty>}
      onOpen={(row) => void navigate({ to: '/b/$brandId/experiments/$experimentId', params: { brandId: String(brand.id), experimentId: row.id } })}
    />
  );
}
