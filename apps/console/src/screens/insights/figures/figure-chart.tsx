import type { EChartsCoreOption } from 'echarts/core';
import type { ReactNode } from 'react';
import { Chart } from '../../../charts/chart.tsx';
import { useWords } from '../../../i18n/index.ts';
import type { Tokens } from '../../../theme/tokens.ts';
import type { Cell } from '../queries.ts';
import { hasValues, useInsights, type Measured } from '../view.ts';
import { About } from './about.tsx';
import { useTable } from './facts.ts';
import css from './figures.module.css';
import { absent, nameOf, shown } from './words.ts';

interface FigureChartProps {
  measured: Measured;
  /** The cells that are drawn, in the order in which they are. */
  cells?: readonly Cell[];
  /** The finding; the metric's name where the numbers carry none. */
  title?: string | null;
  note?: ReactNode;
  height?: number;
  option: (c: Tokens) => EChartsCoreOption;
  /** The cell under a click when the drawing's order is not that of the cells. */
  cellAt?: (index: number, series: string) => Cell | undefined;
}

/** A chart of one figure: its definition, its table, its words and the way to its rows come from the catalogue. */
export function FigureChart({ measured, cells, title, note, height, option, cellAt }: FigureChartProps) {
  const { t, language } = useWords();
  const { scope, ask: anyAsk } = useInsights();
  const table = useTable()(measured);
  const { metric, figure } = measured;
  const ask = metric.behind ? anyAsk : undefined;
  if (!hasValues(figure)) return <Absent measured={measured} />;
  const drawn = cells ?? figure.cells;
  const words = drawn.map((cell) => `${nameOf(cell, language)} ${shown(metric, cell) ?? t(absent(cell))}`).join(language === 'zh' ? '；' : '; ');
  const heading = title ?? metric.name[language];
  const pick = (cell: Cell | undefined) => {
    if (cell && ask) ask({ metric, cell });
  };
  return (
    <Chart
      title={heading}
      note={title && note === undefined ? metric.name[language] : note}
      about={<About measured={measured} cell={null} />}
      summary={`${metric.name[language]}, ${scope.from} – ${scope.to}: ${words}`}
      {...(height === undefined ? {} : { height })}
      option={option}
      table={table}
      fileName={`${metric.id}-${scope.from}-${scope.to}`}
      onPick={ask && ((index, series) => pick(cellAt ? cellAt(index, series) : drawn[index]))}
      actions={ask && drawn.length <= 14 ? drawn.filter(({ value }) => value !== null).map((cell) => ({ key: `rows-${cell.key}`, label: t('insights.rowsOf', { name: nameOf(cell, language) }), run: () => pick(cell) })) : []}
    />
  );
}

/** Not enough data is a sentence, not a zero. */
export function Absent({ measured }: { measured: Measured }) {
  const { t, language } = useWords();
  const { metric, figure } = measured;
  return (
    <figure className={css.absent} aria-label={metric.name[language]}>
      <h3>{metric.name[language]}<About measured={measured} cell={null} /></h3>
      <p>{figure.cells.some(({ suppressed }) => suppressed) ? t('figure.hidden') : figure.missing?.[language] ?? t('figure.notEnough')}</p>
    </figure>
  );
}
