import { useWords } from '../../../i18n/index.ts';
import { bars, barsHeight } from '../../../charts/bars.ts';
import { count } from '../../../lib/format.ts';
import type { Cell } from '../queries.ts';
import { useMeasured } from '../view.ts';
import { useFacts } from './facts.ts';
import { FigureChart } from './figure-chart.tsx';

/** W-27: who moved from stage to stage in the period; the most frequent moves first. */
export function StageMoves() {
  const { language } = useWords();
  const measured = useMeasured('stage_moves');
  const stages = useMeasured('stage_counts')?.metric.dimension?.keys;
  const factsOf = useFacts();
  if (!measured) return null;
  const stageName = (key: string) => stages?.find((stage) => stage.key === key)?.name[language] ?? key;
  const moveName = ({ key, name }: Cell) => name?.[language] ?? key.split('>').map(stageName).join(' → ');
  const cells = measured.figure.cells.filter(({ numerator }) => numerator).toSorted((a, b) => b.numerator! - a.numerator!).slice(0, 8);
  return (
    <FigureChart
      measured={measured}
      cells={cells.map((cell) => ({ ...cell, name: { zh: moveName(cell), en: moveName(cell) } }))}
      height={barsHeight(cells.length)}
      option={bars({ bars: cells.map((cell) => ({ name: moveName(cell), value: cell.numerator, label: count(cell.numerator!), facts: factsOf(measured, cell) })) })}
    />
  );
}
