import { useCatalogue } from '../../../api/catalogue.ts';
import { PeopleCount } from '../../../components/number.tsx';
import { useWords } from '../../../i18n/index.ts';
import { count, money, share, smallRate } from '../../../lib/format.ts';
import type { LiveValue, SegmentRow } from './queries.ts';
import css from './value.module.css';

interface ValueListProps {
  rows: readonly SegmentRow[];
  totalFen: number | null;
  /** How each stage's conversion is known; absent for given numbers. */
  conversions?: LiveValue['conversions'];
}

/** Nobody knows it to the fen; the formula under it says what it comes to. */
const estimate = (fen: number): string => money(Math.round(fen / 100) * 100);

/** Each stage's value with its arithmetic in words (W-30), and how sure one can be of it. */
export function ValueList({ rows, totalFen, conversions = [] }: ValueListProps) {
  const { t, language } = useWords();
  const catalogue = useCatalogue();
  const rate = (value: number) => (value < 0.1 ? smallRate(value) : share(value));
  return (
    <ol className={css.list}>
      {rows.map((row) => {
        const conversion = conversions.find(({ stage }) => stage === row.stage);
        return (
          <li key={row.stage}>
            <div className={css.head}>
              <b>{catalogue?.stages[row.stage]?.[language] ?? row.stage}</b>
              {row.suppressed ? <PeopleCount value={null} suppressed={row.suppressed} /> : row.valueFen === null ? <small className="quiet">{t('insights.value.unknown')}</small> : <span className="num">{estimate(row.valueFen)}</span>}
            </div>
            {row.lowFen !== null && row.highFen !== null && row.lowFen !== row.highFen && <p className="caption num">{t('insights.value.range', { low: estimate(row.lowFen), high: estimate(row.highFen) })}</p>}
            {row.formula && <p className={css.formula}>{row.formula[language]}</p>}
            {conversion?.from === 'measured' && conversion.exposed !== null && conversion.converted !== null && (
              <p className="caption num">
                {t('insights.value.measured', { converted: count(conversion.converted), exposed: count(conversion.exposed) })}
                {conversion.interval && ` · ${t('insights.value.interval', { low: rate(conversion.interval.low), high: rate(conversion.interval.high) })}`}
                {conversion.thin && <em className={css.thin}> · {t('insights.value.thin')}</em>}
              </p>
            )}
            {conversion?.from === 'stated' && <p className="caption">{t('insights.value.stated')}</p>}
          </li>
        );
      })}
      {totalFen !== null && <li className={css.total}><div className={css.head}><b>{t('insights.value.total')}</b><span className="num">{estimate(totalFen)}</span></div></li>}
    </ol>
  );
}
