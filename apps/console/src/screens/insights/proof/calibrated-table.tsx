import { DataTable } from '../../../components/data-table/data-table.tsx';
import type { Column } from '../../../components/data-table/types.ts';
import { Section } from '../../../components/page.tsx';
import { useWords } from '../../../i18n/index.ts';
import { smallRate } from '../../../lib/format.ts';
import { useNarrow } from '../../../lib/use-narrow.ts';
import { Mark } from './mark.tsx';
import type { CalibratedRow, LostRow, Proof } from './queries.ts';

type Row = CalibratedRow | LostRow;

const checked = (row: Row): CalibratedRow | null => ('published' in row ? row : null);
const off = (row: CalibratedRow): number | null => (row.ours === null ? null : row.ours - row.published);
/** Thousandths of a point: the tolerance is 0.05. */
const points = (value: number): string => `${(value * 100).toFixed(3).replace(/^-(?=0\.0+$)/, '').replace('-', '\u2212')}\u202Fpt`;

/** In the study's order, the lost cells of a row of the study after those that are checked; but what is wrong is seen first. */
const inOrder = (rows: readonly Row[]): Row[] =>
  rows.toSorted((one, other) => Number(checked(other)?.holds === false) - Number(checked(one)?.holds === false) || one.rows[0]!.localeCompare(other.rows[0]!));

interface CalibratedTableProps {
  /** The year whose published figures these are. */
  year: string;
  draw: Proof['draw'];
  rows: readonly CalibratedRow[];
  lost: readonly LostRow[];
}

/** What was published beside what came out. */
export function CalibratedTable({ year, draw, rows, lost }: CalibratedTableProps) {
  const { t, language } = useWords();
  const narrow = useNarrow();
  const none = t('state.none');
  const named = (title: string, value: string) => (narrow ? `${title} ${value}` : value);
  const word = (row: Row) => {
    const one = checked(row);
    return t(one === null ? 'proof.notChecked' : one.holds ? 'proof.holds' : 'proof.misses');
  };
  const number = (id: string, title: string, of: (row: CalibratedRow) => number | null, shown: (value: number) => string): Column<Row> => {
    const valueOf = (row: Row) => { const one = checked(row); return one && of(one); };
    return { id, title, width: 96, align: 'right', cell: (row) => { const value = valueOf(row); return value === null ? '' : shown(value); }, text: valueOf };
  };
  const columns: Column<Row>[] = [
    { id: 'row', title: t('proof.row'), width: 92, cell: (row) => <span className="quiet">{row.rows.join(' ')}</span>, text: (row) => row.rows.join(' ') },
    { id: 'figure', title: t('proof.figure'), width: 296, grow: 1, phone: 'title', cell: ({ name }) => <span title={name[language]}>{name[language]}</span>, text: ({ name }) => name[language] },
    { id: 'result', title: t('proof.result'), width: 92, phone: 'aside', cell: (row) => <Mark right={checked(row)?.holds ?? null}>{word(row)}</Mark>, text: word },
    { id: 'measured', title: t('proof.measuredValue'), width: 96, align: 'right', phone: 'detail', cell: ({ ours }) => named(t('proof.measuredValue'), ours === null ? none : smallRate(ours)), text: ({ ours }) => ours },
    { ...number('published', t('proof.published'), (row) => row.published, (value) => named(t('proof.published'), smallRate(value))), phone: 'detail' },
    number('off', t('proof.off'), off, points),
    number('tolerance', t('proof.tolerance'), (row) => row.tolerance, points),
    ...(draw === 'random' ? [number('errors', t('proof.standardErrors'), (row) => row.standardErrors, (value) => value.toFixed(2))] : []),
  ];
  return (
    <Section title={t('proof.calibrated')} note={t(draw === 'random' ? 'proof.calibratedNoteRandom' : 'proof.calibratedNote', { year })}>
      <DataTable id="proof-calibrated" label={t('proof.calibrated')} columns={columns} rows={inOrder([...rows, ...lost])} rowId={({ metric, key, name }) => `${metric} ${key} ${name.en}`} empty={null} />
    </Section>
  );
}
