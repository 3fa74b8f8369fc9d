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
import { contentKey, useContentWords } from './queries.ts';

/** L-04, L-06: what articles of each type, and those made with each partner, achieved in a year, beside the others. */
export function ContentLift() {
  const { t, language } = useWords();
  const brand = useBrand();
  const { from, to } = usePeriod('365');
  const words = useContentWords();
  const query = useQuery({
    queryKey: [...contentKey(brand.id), 'lift', from, to],
    queryFn: () => ask(api.GET('/api/brands/{brandId}/insights/content-lift', { params: { path: { brandId: brand.id }, query: { from, to } } })),
  });
  const { data } = query;
  type Measures = NonNullable<typeof data>['types'][number]['measures'];
  const rowsOf = (items: readonly { id: string; name: string; measures: Measures }[] | undefined) =>
    data && items?.flatMap(({ id, name, measures }) => data.measures.map((measure) => ({ id: `${id} ${measure.id}`, name, measure, ...measures[measure.id] })));
  type Row = NonNullable<ReturnType<typeof rowsOf>>[number];
  const rate = ({ rate: value }: Row['with']) => (value === null ? t('state.none') : smallRate(value));
  const range = ({ lift }: Row) => (lift === null ? null : `${change(lift.low)} … ${change(lift.high)}`);
  const says = (row: Row) => t(`content.lift_${row.verdict}`);
  const columnsFor = (title: string): Column<Row>[] => [
    { id: 'name', title, width: 120, grow: 1, phone: 'title', cell: (row) => row.name, text: (row) => row.name },
    { id: 'measure', title: t('content.liftOf'), width: 170, phone: 'detail', cell: (row) => <span title={row.measure.definition[language]}>{row.measure.name[language]}</span>, text: (row) => row.measure.name[language] },
    { id: 'with', title: t('content.liftWith'), width: 76, align: 'right', cell: (row) => <span className="num">{rate(row.with)}</span>, text: (row) => row.with.rate },
    { id: 'without', title: t('content.liftWithout'), width: 76, align: 'right', cell: (row) => <span className="num">{rate(row.without)}</span>, text: (row) => row.without.rate },
    { id: 'lift', title: t('content.lift'), width: 84, align: 'right', phone: 'aside', cell: (row) => <span className="num">{row.lift === null ? t('state.none') : change(row.lift.value)}</span>, text: (row) => row.lift?.value },
    { id: 'range', title: t('content.liftRange'), width: 150, align: 'right', phone: 'detail', cell: (row) => <span className="num">{range(row) ?? t('state.none')}</span>, text: range },
    { id: 'n', title: t('content.liftCount'), width: 130, align: 'right', cell: (row) => <span className="num">{count(row.with.n)} / {count(row.without.n)}</span>, text: (row) => `${row.with.n} / ${row.without.n}` },
    { id: 'says', title: t('content.liftSays'), width: 176, grow: 1, phone: 'detail', cell: says, text: says },
  ];
  const table = (id: string, label: string, first: string, rows: Row[] | undefined, none: string, more: string) => (
    <Section title={label} note={data?.note[language]}>
      <DataTable id={id} label={label} bare columns={columnsFor(first)} rows={rows} error={query.error} retry={() => void query.refetch()} rowId={(row) => row.id} empty={<Empty title={none}>{more}</Empty>} />
    </Section>
  );
  return (
    <>
      {table('partner-lift', t('content.partnerLift'), t('content.partner'),
        rowsOf(data?.partners.map(({ partnerId, name, measures }) => ({ id: partnerId ?? 'all', name: name ?? t('content.allPartners'), measures }))), t('content.liftNone'), t('content.liftNoneMore'))}
      {table('type-lift', t('content.typeLift'), t('content.type'),
        rowsOf(data?.types.map(({ contentType, measures }) => ({ id: contentType, name: words?.contentTypes[contentType]?.[language] ?? contentType, measures }))), t('content.typesNone'), t('content.typesNoneMore'))}
    </>
  );
}
