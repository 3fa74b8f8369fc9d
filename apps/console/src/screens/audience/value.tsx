import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCatalogue } from '../../api/catalogue.ts';
import { api, ask } from '../../api/client.ts';
import { PeopleCount } from '../../components/number.tsx';
import { LineBones, Loaded } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { money } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import type { SegmentInputs } from '../insights/opportunities/queries.ts';
import { useScope } from '../insights/scope-picker.tsx';
import css from './audience.module.css';
import { stagesQuery } from './queries.ts';

const stages = ['lead', 'prospect', 'new', 'recurring'] as const;
type Stage = (typeof stages)[number];
export type StageCounts = Record<Stage, number | null>;

const byStage = <T,>(of: (stage: Stage) => T) => ({ lead: of('lead'), prospect: of('prospect'), new: of('new'), recurring: of('recurring') });

/** What a live segment is worth. */
export function Value({ segmentId }: { segmentId: string }) {
  const { t } = useWords();
  const brand = useBrand();
  const members = useQuery(stagesQuery(brand.id, segmentId));
  return (
    <section className={css.panel}>
      <h3>{t('audience.value')}<HowItIsMade /></h3>
      <Loaded query={members} bones={<LineBones />}>{(counts) => <StagesAndWorth counts={counts} />}</Loaded>
    </section>
  );
}

function HowItIsMade() {
  const { t } = useWords();
  const brand = useBrand();
  return <Link to="/b/$brandId/insights/opportunities/segment-value" params={{ brandId: String(brand.id) }} className="caption">{t('audience.valueHow')}</Link>;
}

/** Where people stand, and what they are worth by the brand's own conversions and purchases (W-30). */
export function StagesAndWorth({ counts }: { counts: StageCounts }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const catalogue = useCatalogue();
  const { from, to } = useScope();
  const value = useQuery({
    queryKey: ['brand', brand.id, 'segments', 'value', from, to, counts],
    queryFn: async () => {
      const params = { path: { brandId: brand.id } };
      const live = await ask(api.GET('/api/brands/{brandId}/insights/segment-value', { params: { ...params, query: { from, to } } }));
      const conversionOf = (stage: Stage) => {
        const { rate = null, interval = null } = live.conversions.find((one) => one.stage === stage) ?? {};
        return rate === null ? null : { rate, ...(interval ?? {}) };
      };
      const body: SegmentInputs = { people: byStage((stage) => counts[stage] ?? 0), conversions: byStage(conversionOf), purchases: live.settings.purchases };
      return ask(api.POST('/api/brands/{brandId}/insights/segment-value/preview', { params, body }));
    },
    enabled: stages.every((stage) => counts[stage] !== null),
  });
  const worth = value.data?.totalFen ?? null;
  return (
    <dl className={css.facts}>
      {stages.map((stage) => (
        <div key={stage} style={{ display: 'contents' }}><dt>{catalogue?.stages[stage]?.[language]}</dt><dd><PeopleCount value={counts[stage]} /></dd></div>
      ))}
      <dt>{t('audience.worth')}</dt>
      <dd>{value.isLoading ? '…' : worth === null ? <span className="quiet">{t('audience.worthUnknown')}</span> : money(Math.round(worth / 100) * 100)}</dd>
    </dl>
  );
}
