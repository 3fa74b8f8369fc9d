import { DataTable } from '../../../components/data-table/data-table.tsx';
import type { Column } from '../../../components/data-table/types.ts';
import { Section } from '../../../components/page.tsx';
import { useWords } from '../../../i18n/index.ts';
import { count } from '../../../lib/format.ts';
import { useNarrow } from '../../../lib/use-narrow.ts';
import { Mark } from './mark.tsx';
import css from './proof.module.css';
import type { MeasuredRow } from './queries.ts';

/** Means over accounts add up rates; everything else counts. */
const amount = (value: number): string => (Number.isInteger(value) ? count(value) : value.toFixed(6));

/** Each numerator and denominator beside the ledger's. */
export function MeasuredTable({ rows }: { rows: readonly MeasuredRow[] }) {
  const { t, language } = useWords();
  const narrow = useNarrow();
  type Side = 'ours' | 'ledger';
  type Part = 'numerator' | 'denominator';
  // A phone has no heads of columns: there the two sides stand as quotients with their names.
  const quotient = (row: MeasuredRow, side: Side) => `${t(`proof.${side}`)} ${amount(row[side].numerator)} / ${amount(row[side].denominator)}`;
  const part = (id: string, title: string, side: Side, which: Part): Column<MeasuredRow> => {
    const differs = (row: MeasuredRow) => row.ours[which] !== row.ledger[which] && !row.equal;
    return {
      id, title, width: 104, align: 'right', ...(which === 'numerator' ? { phone: 'detail' } : {}),
      cell: (row) => (narrow ? quotient(row, side) : <span className={differs(row) ? css.wrong : undefined}>{amount(row[side][which])}</span>),
      text: (row) => row[side][which],
    };
  };
  const word = ({ equal }: MeasuredRow) => t(equal ? 'proof.same' : 'proof.different');
  const columns: Column<MeasuredRow>[] = [
    { id: 'row', title: t('proof.row'), width: 92, cell: (row) => <span className="quiet">{row.rows.join(' ')}</span>, text: (row) => row.rows.join(' ') },
    { id: 'figure', title: t('proof.figure'), width: 296, grow: 1, phone: 'title', cell: ({ name }) => <span title={name[language]}>{name[language]}</span>, text: ({ name }) => name[language] },
    { id: 'result', title: t('proof.result'), width: 72, phone: 'aside', cell: (row) => <Mark right={row.equal}>{word(row)}</Mark>, text: word },
    part('numerator', t('proof.numerator'), 'ours', 'numerator'),
    part('ledgerNumerator', t('proof.ledgerNumerator'), 'ledger', 'numerator'),
    part('denominator', t('proof.denominator'), 'ours', 'denominator'),
    part('ledgerDenominator', t('proof.ledgerDenominator'), 'ledger', 'denominator'),
  ];
  // What is wrong is seen first.
  const inOrder = [...rows.filter(({ equal }) => !equal), ...rows.filter(({ equal }) => equal)];
  return (
    <Section title={t('proof.measured')} note={t('proof.measuredNote')}>
      <DataTable id="proof-measured" label={t('proof.measured')} columns={columns} rows={inOrder} rowId={({ metric, key, name }) => `${metric} ${key} ${name.en}`} empty={null} />
    </Section>
  );
}
