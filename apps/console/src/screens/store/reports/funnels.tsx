import { useWords } from '../../../i18n/index.ts';
import { count, share } from '../../../lib/format.ts';
import css from './reports.module.css';
import type { StoreReport } from './queries.ts';

/** Side by side, each step as a share of those who came in: which channel loses people where (K-04). */
export function Funnels({ data: { report, rows } }: { data: StoreReport }) {
  const { language } = useWords();
  return (
    <div className={css.funnels} aria-hidden>
      {rows.map((row) => (
        <div key={row.key} className={css.funnel}>
          <h3>{row.name?.[language] ?? row.key}</h3>
          {report.figures.map((figure) => {
            const cell = row.cells.find((one) => one.figure === figure.id)!;
            const ratio = cell.denominator === null ? 1 : (cell.value ?? 0);
            return (
              <div key={figure.id} className={css.step}>
                <span>{figure.name[language]}</span>
                <span><i style={{ width: `${ratio * 100}%` }} /></span>
                <b title={count(cell.numerator)}>{cell.denominator === null ? count(cell.numerator) : share(ratio)}</b>
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
