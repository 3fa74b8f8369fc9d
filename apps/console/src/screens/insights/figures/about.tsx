import { AboutButton, DefinitionLines, type DefinitionLine } from '../../../components/figure-card.tsx';
import { useWords } from '../../../i18n/index.ts';
import { date } from '../../../lib/format.ts';
import type { Benchmark, Cell, Figure } from '../queries.ts';
import { useInsights, type Measured } from '../view.ts';
import css from './figures.module.css';
import { benchmarkText, exact } from './words.ts';

/** ⓘ: everything that makes a number believable, and the way to its rows. */
export function About({ measured, cell }: { measured: Measured; cell: Cell | null }) {
  const { t, language } = useWords();
  const { figures, ask } = useInsights();
  const { metric, figure } = measured;
  const part = (name: string, amount: number | null | undefined) => (
    <>{name}{amount !== null && amount !== undefined && <b className={css.amount}>{exact(amount)}</b>}</>
  );
  const lines: DefinitionLine[] = [
    [t('figure.meaning'), metric.definition[language]],
    [t('figure.numerator'), part(metric.numerator[language], cell?.numerator)],
    [t('figure.denominator'), part(metric.denominator[language], cell?.denominator)],
    [t('figure.source'), metric.sources.map((source) => sourceWords(source, t)).join(language === 'zh' ? '、' : ', ')],
    [t('figure.observedSince'), figures.observedSince && date(figures.observedSince, language)],
    [t('insights.lacking'), figure.missing?.[language]],
    [t('insights.rowIds'), metric.rows.join(' ')],
  ];
  const benchmarks = figure.benchmarks.filter(({ key }) => cell === null || cell.key === '' || key === cell.key);
  return (
    <AboutButton label={metric.name[language]}>
      <div className={css.about}>
        <DefinitionLines lines={lines} />
        {ask && metric.behind && <button type="button" className={css.behind} onClick={() => ask({ metric, cell })}>{t('insights.showRows')}</button>}
        {benchmarks.length > 0 && (
          <ul className={css.benchmarks} aria-label={t('insights.benchmark')}>
            {benchmarks.map((one, index) => <BenchmarkLine key={one.id} figure={figure} benchmark={one} above={benchmarks[index - 1]} named={cell === null || cell.key === ''} />)}
          </ul>
        )}
      </div>
    </AboutButton>
  );
}

interface BenchmarkLineProps {
  figure: Figure;
  benchmark: Benchmark;
  /** The line above: what both have in common is said once. */
  above: Benchmark | undefined;
  /** Whether it must say which part of the figure it is about. */
  named: boolean;
}

function BenchmarkLine({ figure, benchmark, above, named }: BenchmarkLineProps) {
  const { t, language } = useWords();
  const { key, source } = benchmark;
  const part = key === 'large' || key === 'small' ? t(`insights.bench.${key}`) : benchmark.name?.[language] ?? figure.cells.find((cell) => cell.key === key)?.name?.[language];
  const said = [
    [source.name, source.date].filter(Boolean).join(', '),
    benchmark.sample?.[language],
    benchmark.note?.[language],
  ];
  const saidAbove = above ? [[above.source.name, above.source.date].filter(Boolean).join(', '), above.sample?.[language], above.note?.[language]] : [];
  return (
    <li>
      <b className={css.benchmark}>{[benchmarkText(benchmark.unit, benchmark), named ? part : undefined, benchmark.edition[language], benchmark.year].filter(Boolean).join(' · ')}</b>
      {said.map((text) => text && !saidAbove.includes(text) && <span key={text}>{text}</span>)}
    </li>
  );
}

type Translate = ReturnType<typeof useWords>['t'];

function sourceWords(source: string, t: Translate): string {
  switch (source) {
    case 'callback': return t('insights.sourceOf.callback');
    case 'platform': return t('insights.sourceOf.platform');
    case 'own_link': return t('insights.sourceOf.own_link');
    case 'stated': return t('insights.sourceOf.stated');
    default: return source;
  }
}
