import { Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Chart } from '../../../charts/chart.tsx';
import { intervals } from '../../../charts/intervals.ts';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import type { Column } from '../../../components/data-table/types.ts';
import { FigureCard, FigureGrid } from '../../../components/figure-card.tsx';
import { Count } from '../../../components/number.tsx';
import { Section } from '../../../components/page.tsx';
import { Empty, FigureBones, Loaded } from '../../../components/states.tsx';
import { useWords } from '../../../i18n/index.ts';
import { date, points, share, smallRate } from '../../../lib/format.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import css from './experiment.module.css';
import { holdoutQuery, holdoutsQuery, type HoldoutResult } from './queries.ts';

/** What pushes do altogether: all others against those who get none at all. */
export function GlobalHoldout() {
  const { t, language } = useWords();
  const brand = useBrand();
  const holdouts = useQuery(holdoutsQuery(brand.id));
  const [chosen, choose] = useState<string | null>(null);
  const items = holdouts.data?.items ?? [];
  const shown = chosen ?? items[0]?.id;
  const spanOf = ({ startedAt, endedAt, share: part }: (typeof items)[number]) =>
    `${date(startedAt, language)} – ${endedAt === null ? t('experiments.today') : date(endedAt, language)} · ${share(part)}`;
  return (
    <Section
      title={t('experiments.holdout')}
      note={t('experiments.holdoutNote')}
      aside={items.length > 1 && <Select size="small" aria-label={t('experiments.holdoutTime')} value={shown ?? null} onChange={choose} options={items.map((one) => ({ value: one.id, label: spanOf(one) }))} popupMatchSelectWidth={false} />}
    >
      <Loaded query={holdouts} bones={<FigureBones count={2} />}>{() => (shown === undefined ? <Empty title={t('experiments.noHoldout')}>{t('experiments.noHoldoutMore')}</Empty> : <Result id={shown} />)}</Loaded>
    </Section>
  );
}

function Result({ id }: { id: string }) {
  const brand = useBrand();
  const result = useQuery(holdoutQuery(brand.id, id));
  return <Loaded query={result} bones={<FigureBones count={2} />}>{(data) => <Figures result={data} />}</Loaded>;
}

function Figures({ result }: { result: HoldoutResult }) {
  const { t, language } = useWords();
  const { heldOut, others, split, outcomes } = result;
  const source = t('experiments.fromFigures');
  const told = outcomes.filter(({ verdict }) => verdict.kind !== 'too_early');
  const compared = outcomes.filter(({ difference }) => difference !== null);
  return (
    <>
      {!split.sound && <p className={css.alarm} role="alert">{t('experiments.holdoutBroken')}</p>}
      <FigureGrid>
        <FigureCard label={t('experiments.heldOut')} value={heldOut === 0 ? null : <Count value={heldOut} />} missing={t('experiments.noPushYet')} definition={{ meaning: t('experiments.heldOutMeaning'), source }} />
        <FigureCard label={t('experiments.others')} value={others === 0 ? null : <Count value={others} />} missing={t('experiments.noPushYet')} definition={{ meaning: t('experiments.othersMeaning'), source }} />
      </FigureGrid>
      {told.length > 0 && <ul className={css.verdicts}>{told.map(({ outcome, verdict }) => <li key={outcome} data-kind={verdict.kind}>{verdict.text[language]}</li>)}</ul>}
      {compared.length > 0 && (
        <Chart
          title={t('experiments.holdoutChart')}
          note={t('experiments.holdoutChartNote')}
          summary={compared.map(({ name, difference }) => `${name[language]}: ${points(difference!.value, 2)} (${range(difference!)})`).join('; ')}
          height={240}
          option={intervals({
            format: (value) => points(value),
            intervals: compared.map(({ name, difference, heldOut: did, others: othersDid }) => ({
              name: name[language], ...difference!,
              facts: [[t('experiments.others'), rate(othersDid / others)], [t('experiments.heldOut'), rate(did / heldOut)], [t('experiments.difference'), points(difference!.value, 2)], [t('experiments.interval'), range(difference!)]],
            })),
          })}
          table={{
            header: [t('experiments.outcome'), t('experiments.heldOut'), t('experiments.others'), t('experiments.difference'), t('experiments.low'), t('experiments.high')],
            rows: compared.map(({ name, difference, heldOut: did, others: othersDid }) => [name[language], did / heldOut, othersDid / others, difference!.value, difference!.low, difference!.high]),
          }}
          fileName="global-holdout"
        />
      )}
      {outcomes.length > 0 && <div className={css.outcomes}><Outcomes result={result} /></div>}
      {compared.length < outcomes.length && <p className="caption" style={{ marginTop: 8 }}>{t('experiments.holdoutEarly')}</p>}
    </>
  );
}

const rate = (value: number): string => (value < 0.02 ? smallRate(value) : share(value));
const range = ({ low, high }: { low: number; high: number }): string => `${points(low, 2)} … ${points(high, 2)}`;

type Outcome = HoldoutResult['outcomes'][number];

function Outcomes({ result: { heldOut, others, outcomes } }: { result: HoldoutResult }) {
  const { t, language } = useWords();
  const columns: Column<Outcome>[] = [
    { id: 'outcome', title: t('experiments.outcome'), width: 120, grow: 1, phone: 'title', cell: (row) => <span title={row.definition[language]}>{row.name[language]}</span>, text: (row) => row.name[language] },
    { id: 'heldOut', title: t('experiments.heldOut'), width: 90, align: 'right', cell: (row) => <span className="num">{rate(row.heldOut / heldOut)}</span>, text: (row) => row.heldOut / heldOut },
    { id: 'others', title: t('experiments.others'), width: 90, align: 'right', cell: (row) => <span className="num">{rate(row.others / others)}</span>, text: (row) => row.others / others },
    { id: 'difference', title: t('experiments.difference'), width: 100, align: 'right', phone: 'aside', cell: (row) => <span className="num">{row.difference === null ? t('state.none') : points(row.difference.value, 2)}</span>, text: (row) => row.difference?.value },
    { id: 'interval', title: t('experiments.interval'), width: 180, align: 'right', phone: 'detail', cell: (row) => <span className="num">{row.difference === null ? t('state.none') : range(row.difference)}</span>, text: (row) => (row.difference === null ? null : range(row.difference)) },
  ];
  return <DataTable bare id="global-holdout" label={t('experiments.holdout')} columns={columns} rows={outcomes} rowId={(row) => row.outcome} empty={null} />;
}
