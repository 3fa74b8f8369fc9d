import { bars, barsHeight } from '../../../charts/bars.ts';
import { Chart } from '../../../charts/chart.tsx';
import { useWords } from '../../../i18n/index.ts';
import { count, percent } from '../../../lib/format.ts';
import { useNarrow } from '../../../lib/use-narrow.ts';
import { withBenchmarks } from '../figures/bar-chart.tsx';
import figures from '../figures/figures.module.css';
import { benchmarkText } from '../figures/words.ts';
import { AboutMeasure } from './about-measure.tsx';
import { besideOf } from './beside.ts';
import { LeftOut } from './left-out.tsx';
import type { Behind, Panel, PanelCell, PanelMeasure } from './queries.ts';

/** Of fewer accounts a share is no finding. */
const ENOUGH = 5;

/** A name of a cell within a sentence. */
const inSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

interface DistributionProps {
  panel: Panel;
  measure: PanelMeasure;
  /** What the longest bar says. */
  finding: (share: string, name: string) => string;
  show: (behind: Behind) => void;
}

/** W-34, W-35: how many accounts do it how often, published shares as ochre ticks. */
export function Distribution({ panel, measure, finding, show }: DistributionProps) {
  const { t, language } = useWords();
  const narrow = useNarrow();
  const name = measure.name[language];
  const most = measure.cells.toSorted((a, b) => (b.numerator ?? 0) - (a.numerator ?? 0))[0];
  if (!most?.denominator) {
    return (
      <figure className={figures.absent} aria-label={name}>
        <h3>{name}<AboutMeasure measure={measure} /></h3>
        <p>{t('figure.notEnough')}</p>
        <LeftOut measure={measure} />
      </figure>
    );
  }
  const few = most.denominator < ENOUGH;
  const shown = (cell: PanelCell) => (cell.percent === null ? t('state.none') : percent(cell.percent));
  const rows = measure.cells.map((cell) => ({ cell, beside: besideOf(measure, cell, panel.period) }));
  const editions = [...new Set(rows.flatMap(({ beside }) => (beside ? [`${beside.edition[language]} (${beside.year})`] : [])))].join(language === 'zh' ? '、' : ', ');
  const option = bars({
    bars: rows.map(({ cell, beside }) => ({
      name: cell.name[language],
      value: cell.value,
      label: shown(cell),
      benchmark: beside && { value: beside.value, label: benchmarkText(beside.unit, beside) },
      facts: [
        [measure.numerator[language], count(cell.numerator ?? 0)],
        [measure.denominator[language], count(cell.denominator ?? 0)],
        ...(beside ? [[`${beside.edition[language]} · ${beside.year}`, benchmarkText(beside.unit, beside)] as const] : []),
      ],
    })),
    ...(narrow ? { names: 136, benchmarks: 56 } : { names: 140, benchmarks: 80 }),
  });
  const pick = ({ name: part, accounts }: PanelCell) => show({ title: `${measure.dimension[language]} · ${part[language]}`, ids: new Set(accounts) });
  return (
    <div>
      <Chart
        title={few ? name : finding(shown(most), inSentence(most.name[language]))}
        note={withBenchmarks(`${few ? '' : `${name}${language === 'zh' ? '。' : '. '}`}${t('panel.rhythmNote')}`, editions)}
        about={<AboutMeasure measure={measure} />}
        summary={`${name}, ${panel.period.from} – ${panel.period.to}: ${measure.cells.map((cell) => `${cell.name[language]} ${shown(cell)}`).join(language === 'zh' ? '；' : '; ')}`}
        height={barsHeight(rows.length)}
        option={option}
        table={{
          header: [measure.dimension[language], measure.numerator[language], measure.denominator[language], name, t('insights.benchmark'), t('insights.editionHead')],
          rows: rows.map(({ cell, beside }) => [cell.name[language], cell.numerator, cell.denominator, cell.value, beside?.value, beside && `${beside.edition[language]} (${beside.year})`]),
        }}
        fileName={`${measure.metric}-${panel.period.from}-${panel.period.to}`}
        onPick={(index) => pick(measure.cells[index]!)}
        actions={measure.cells.filter(({ numerator }) => numerator).map((cell) => ({ key: cell.key, label: t('insights.rowsOf', { name: cell.name[language] }), run: () => pick(cell) }))}
      />
      <LeftOut measure={measure} />
    </div>
  );
}
