import { useCatalogue } from '../../../api/catalogue.ts';
import { Chart } from '../../../charts/chart.tsx';
import { pairs, pairsHeight } from '../../../charts/pairs.ts';
import { useWords } from '../../../i18n/index.ts';
import { count, money, share } from '../../../lib/format.ts';
import type { SegmentRow } from './queries.ts';

type Shown = Omit<SegmentRow, 'formula'>;

/** W-32: where the people are, and where the money is. */
export function ValueChart({ rows }: { rows: readonly Shown[] }) {
  const { t, language } = useWords();
  const catalogue = useCatalogue();
  const nameOf = (stage: string) => catalogue?.stages[stage]?.[language] ?? stage;
  const peopleOf = ({ people: number, suppressed }: Shown) => (number === null ? t(`figure.${suppressed ?? 'notEnough'}`) : count(number));
  const percent = (value: number) => share(value / 100);
  const knownPercent = (value: number | null) => (value === null ? t('state.none') : percent(value));
  if (rows.every(({ people }) => people === 0)) return <p className="quiet">{t('insights.value.nobody')}</p>;
  const people = rows.toSorted((a, b) => (b.people ?? 0) - (a.people ?? 0))[0];
  const rich = rows.find(({ rank }) => rank === 1);
  const title = people?.peoplePercent && rich?.moneyPercent
    ? t(people === rich ? 'insights.value.findingOne' : 'insights.value.finding', { people: nameOf(people.stage), peopleShare: percent(people.peoplePercent), rich: nameOf(rich.stage), moneyShare: percent(rich.moneyPercent) })
    : t('insights.value.question');
  return (
    <Chart
      title={title}
      note={t('insights.value.chartNote')}
      summary={rows.map((row) => `${nameOf(row.stage)}: ${knownPercent(row.peoplePercent)}, ${knownPercent(row.moneyPercent)}`).join('; ')}
      height={pairsHeight(rows.length)}
      option={pairs({
        series: [t('insights.value.people'), t('insights.value.money')],
        format: percent,
        names: language === 'zh' ? 88 : 104,
        pairs: rows.map((row) => ({
          name: nameOf(row.stage),
          shares: [row.peoplePercent, row.moneyPercent],
          absent: row.suppressed && t(`figure.${row.suppressed}`),
          facts: [
            [t('insights.value.people'), peopleOf(row)],
            [t('insights.value.money'), row.valueFen === null ? t('state.none') : money(row.valueFen)],
            ...(row.lowFen !== null && row.highFen !== null ? [[t('insights.between'), `${money(row.lowFen)} – ${money(row.highFen)}`] as const] : []),
          ],
        })),
      })}
      table={{
        header: [t('contacts.stage'), t('insights.value.people'), '%', t('insights.value.money'), '%', t('insights.low'), t('insights.high')],
        rows: rows.map((row) => [nameOf(row.stage), row.people ?? peopleOf(row), row.peoplePercent, row.valueFen === null ? null : row.valueFen / 100, row.moneyPercent, row.lowFen === null ? null : row.lowFen / 100, row.highFen === null ? null : row.highFen / 100]),
      }}
      fileName="segment-value"
    />
  );
}
