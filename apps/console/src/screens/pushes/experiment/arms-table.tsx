import { DataTable } from '../../../components/data-table/data-table.tsx';
import type { Column } from '../../../components/data-table/types.ts';
import { useWords } from '../../../i18n/index.ts';
import { count, share, smallRate } from '../../../lib/format.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { armName } from './arms.ts';
import type { ExperimentResult, MetricResult } from './queries.ts';

interface Row {
  variant: number;
  name: string;
  share: number;
  people: number | null;
  delivered: number | null;
  result: MetricResult['arms'][number] | undefined;
}

/** The arms: how they were dealt, or what a metric says of them. */
export function ArmsTable({ experiment, metric }: { experiment: ExperimentResult; metric: MetricResult | null }) {
  const { t } = useWords();
  const brand = useBrand();
  const none = t('state.none');
  const shown = (value: number | null | undefined, written: (value: number) => string) => (value === null || value === undefined ? none : written(value));
  const rate = (value: number) => (value < 0.02 ? smallRate(value) : share(value));
  const rows = experiment.arms.map((arm): Row => ({
    variant: arm.variant, name: armName(arm), share: arm.share, people: arm.people,
    delivered: experiment.split?.arms.find(({ variant }) => variant === arm.variant)?.delivered ?? null,
    result: metric?.arms.find(({ variant }) => variant === arm.variant),
  })).filter(({ result }) => metric === null || result !== undefined);
  const name: Column<Row> = { id: 'name', title: t('experiments.arm'), width: 160, grow: 2, phone: 'title', cell: (row) => row.name, text: (row) => row.name };
  const number = (id: string, title: string, of: (row: Row) => number | null | undefined, written: (value: number) => string, phone?: 'aside' | 'detail'): Column<Row> =>
    ({ id, title, width: 110, align: 'right', ...(phone ? { phone } : {}), cell: (row) => <span className="num">{shown(of(row), written)}</span>, text: (row) => of(row) ?? null });
  const columns = metric === null
    ? [
        name, number('share', t('experiments.share'), (row) => row.share, share, 'detail'),
        number('people', t('experiments.people'), (row) => row.people, count, 'aside'), number('delivered', t('experiments.delivered'), (row) => row.delivered, count, 'detail'),
      ]
    : [
        name, number('rate', metric.metric === 'engagement' ? t('experiments.perReader') : t('experiments.rate'), ({ result }) => result?.rate, rate, 'aside'),
        number('events', t('experiments.events'), ({ result }) => result?.events, count, 'detail'), number('of', t('experiments.of'), ({ result }) => result?.of, count, 'detail'),
        number('best', t('experiments.best'), ({ result }) => result?.best, share), number('loss', t('experiments.loss'), ({ result }) => result?.expectedLoss, smallRate),
      ];
  return <DataTable id={`experiment-arms-${brand.id}-${metric === null ? 'split' : 'metric'}`} label={t('experiments.arms')} columns={columns} rows={rows} rowId={(row) => String(row.variant)} empty={null} />;
}
