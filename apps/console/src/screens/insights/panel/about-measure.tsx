import { AboutButton, DefinitionLines } from '../../../components/figure-card.tsx';
import { useWords } from '../../../i18n/index.ts';
import css from '../figures/figures.module.css';
import { benchmarkText, exact } from '../figures/words.ts';
import type { PanelCell, PanelMeasure } from './queries.ts';

/** ⓘ of a measure over accounts: how it is made, and everything published of it. */
export function AboutMeasure({ measure, cell = null }: { measure: PanelMeasure; cell?: PanelCell | null }) {
  const { t, language } = useWords();
  const part = (name: string, amount: number | null | undefined) => (
    <>{name}{amount !== null && amount !== undefined && <b className={css.amount}>{exact(amount)}</b>}</>
  );
  const published = measure.benchmarks.filter(({ key }) => cell === null || key === cell.key);
  return (
    <AboutButton label={measure.name[language]}>
      <div className={css.about}>
        <DefinitionLines
          lines={[
            [t('figure.meaning'), measure.definition[language]],
            [t('figure.numerator'), part(measure.numerator[language], cell?.numerator)],
            [t('figure.denominator'), part(measure.denominator[language], cell?.denominator)],
            [t('figure.source'), t('insights.sourceOf.platform')],
            [t('insights.rowIds'), measure.rows.join(' ')],
          ]}
        />
        {published.length > 0 && (
          <ul className={css.benchmarks} aria-label={t('insights.benchmark')}>
            {published.map((one) => (
              <li key={one.id}>
                <b className={css.benchmark}>
                  {cell === null && `${measure.cells.find(({ key }) => key === one.key)?.name[language] ?? ''} `}{benchmarkText(one.unit, one)} · {one.edition[language]} · {one.year}
                </b>
                <span>{[one.source.name, one.source.date].filter(Boolean).join(', ')}</span>
                {one.sample && <span>{one.sample[language]}</span>}
                {one.note && <span>{one.note[language]}</span>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </AboutButton>
  );
}
