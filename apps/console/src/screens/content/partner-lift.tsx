import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { Section } from '../../components/page.tsx';
import { Empty } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { change, count, smallRate } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { usePeriod } from '../../shell/use-period.ts';
import { contentKey } from './queries.ts';

/** L-06: what articles made with each partner achieved in a year, beside those made without one. */
export function PartnerLift() {
  const { t, language } = useWords();
  const brand = useBrand();
  const { from, to } = usePeriod('365');
  const query = useQuery({
    queryKey: [...contentKey(brand.id), 'partner-lift', from, to],
    queryFn: () => ask(api.GET('/api/brands/{brandId}/insights/partner-lift', { params: { path: { brandId: brand.id }, query: { from, to } } })),
  });
  const rows = query.data?.items.flatMap(({ partnerId, name, measures }) => query.data.measures.map((measure) => ({
    id: `${partnerId ?? 'all'} ${measure.id}`, partner: name ?? t('content.allPartners'), measure, ...measures[measure.id],
  })));
  type Row = NonNullable<typeof rows>[number];
  const rate = ({ rate: value }: Row['with']) => (value === null ? t('state.none') : smallRate(value));
  const range = ({ lift }: Row) => (lift === null ? null : `${change(lift.low)} … ${change(lift.high)}`);
  const says = (row: Row) => t(`content.lift_${row.verdict}`, { least: query.data?.least });
  const columns: Column<Row>[] = [
    { id: 'partner', title: t('content.partner'), width: 140, grow: 1, phone: 'title', cell: (row) => row.partner, text: (row) => row.partner },
    { id: 'measure', title: t('content.liftOf'), width: 130, phone: 'detail', cell: (row) => <span title={row.measure.definition[language]}>{row.measure.name[language]}</span>, text: (row) => row.measure.name[language] },
    { id: 'with', title: t('content.liftWith'), width: 90, align: 'right', cell: (row) => <span className="num">{rate(row.with)}</span>, text: (row) => row.with.rate },
    { id: 'without', title: t('content.liftWithout'), width: 100, align: 'right', cell: (row) => <span className="num">{rate(row.without)}</span>, text: (row) => row.without.rate },
    { id: 'lift', title: t('content.lift'), width: 100, align: 'right', phone: 'aside', cell: (row) => <span className="num">{row.lift === null ? t('state.none') : change(row.lift.value)}</span>, text: (row) => row.lift?.value },
    { id: 'range', title: t('content.liftRange'), width: 180, align: 'right', phone: 'detail', cell: (row) => <span className="num">{range(row) ?? t('state.none')}</span>, text: range },
    { id: 'n', title: t('content.liftCount'), width: 110, align: 'right', cell: (row) => <span className="num">{count(row.with.n)} / {count(row.without.n)}</span>, text: (row) => `${row.with.n} / ${row.without.n}` },
    { id: 'says', title: t('content.liftSays'), width: 170, grow: 1, phone: 'detail', cell: says, text: says },
  ];
  return (
    <Section title={t('content.partnerLift')} note={query.data?.note[language]}>
      <DataTable
        id="partner-lift" label={t('content.partnerLift')} bare columns={columns} rows={rows} error={query.error} retry={() => void query.refetch()} rowId={(row) => row.id}
        empty={<Empty title={t('content.liftNone')}>{t('content.liftNoneMore')}</Empty>}
      />
    </Section>
  );
}
