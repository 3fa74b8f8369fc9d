import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { FigureCard, FigureGrid } from '../../components/figure-card.tsx';
import { Count } from '../../components/number.tsx';
import { Section } from '../../components/page.tsx';
import { Failure, FigureBones, Loaded } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { count, share } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './pushes.module.css';
import { planQuery, type PushDetail, type PushPlan } from './queries.ts';
import { useVariantWords } from './state.tsx';

/** Everything to know before somebody approves: who gets what, who does not and why, and what it takes to send it. */
export function Checks({ push }: { push: PushDetail }) {
  const { t } = useWords();
  const brand = useBrand();
  const plan = useQuery(planQuery(brand.id, push.id, null));
  return (
    <Section title={t('pushes.checks')} note={t('pushes.checksNote')} aside={<Button size="small" loading={plan.isFetching} onClick={() => void plan.refetch()}>{t('pushes.count')}</Button>}>
      {/* Numbers of an earlier look are not shown as those of now. */}
      {plan.isRefetchError
        ? <Failure error={plan.error} retry={() => void plan.refetch()} />
        : <Loaded query={plan} bones={<FigureBones />}>{(data) => <Plan push={push} plan={data} />}</Loaded>}
    </Section>
  );
}

function Plan({ push, plan }: { push: PushDetail; plan: PushPlan }) {
  const { t } = useWords();
  const out = Object.values(plan.excluded).reduce((sum, people) => sum + people, 0);
  return (
    <>
      <Findings push={push} findings={plan.findings} />
      <FigureGrid>
        <FigureCard label={t('pushes.wouldReach')} value={<Count value={plan.reached} />} definition={{ meaning: t('pushes.wouldReachMeaning'), source: t('pushes.fromPlan') }} />
        <FigureCard label={t('pushes.excluded')} value={<Count value={out} />} definition={{ meaning: t('pushes.excludedMeaning'), source: t('pushes.fromPlan') }} />
        {plan.heldOut > 0 && <FigureCard label={t('pushes.heldOut')} value={<Count value={plan.heldOut} />} definition={{ meaning: t('pushes.holdoutNote'), source: t('pushes.fromPlan') }} />}
        <FigureCard
          label={t('pushes.callsNeeded')}
          value={<Count value={plan.calls} />}
          delta={{ text: t('pushes.days', { count: plan.days, shown: count(plan.days) }), against: t('pushes.atCallsADay', { shown: count(plan.callsADay) }) }}
          definition={{ meaning: t('pushes.callsMeaning'), source: t('pushes.fromLimits') }}
        />
      </FigureGrid>
      <div className={css.below}>
        <VariantTable push={push} plan={plan} />
        <Exclusions excluded={plan.excluded} />
      </div>
    </>
  );
}

const levels = ['stop', 'warn', 'note'] as const;

/** What stops it first, then what deserves a look. */
function Findings({ push, findings }: { push: PushDetail; findings: PushPlan['findings'] }) {
  const { t, language } = useWords();
  const variantOf = useVariantWords(push);
  if (findings.length === 0) return <p className={css.fine}>{t('pushes.nothingFound')}</p>;
  return (
    <ul className={css.findings}>
      {findings.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level)).map((finding) => (
        <li key={`${finding.code} ${finding.variant} ${finding.position}`} data-level={finding.level}>
          <b>{t(`pushes.level_${finding.level}`)}</b>
          <span>
            {finding.variant !== null && push.variants.length > 1 && <>{variantOf(finding.variant)}: </>}
            {finding.position !== undefined && <>{t('pushes.article', { n: finding.position })}: </>}
            {finding[language]}
          </span>
        </li>
      ))}
    </ul>
  );
}

type VariantRow = PushPlan['variants'][number];

function VariantTable({ push, plan }: { push: PushDetail; plan: PushPlan }) {
  const { t } = useWords();
  const variantOf = useVariantWords(push);
  const columns: Column<VariantRow>[] = [
    { id: 'variant', title: t('pushes.variant'), width: 180, grow: 2, phone: 'title', cell: (row) => variantOf(row.number), text: (row) => variantOf(row.number) },
    { id: 'share', title: t('pushes.share'), width: 80, align: 'right', cell: (row) => (row.arm === '' ? t('state.none') : share(row.share)), text: (row) => row.share },
    { id: 'people', title: t('pushes.people'), width: 110, align: 'right', phone: 'aside', cell: (row) => count(row.people), text: (row) => row.people },
    { id: 'route', title: t('pushes.route'), width: 200, grow: 1, phone: 'detail', cell: (row) => t(`pushes.route_${row.arm === 'holdout' ? 'holdout' : row.route}`, { tagId: row.tagId ?? '' }), text: (row) => row.route },
    { id: 'calls', title: t('pushes.callsColumn'), width: 90, align: 'right', cell: (row) => count(row.calls), text: (row) => row.calls },
  ];
  return <DataTable bare id="push-variants" label={t('pushes.variants')} columns={columns} rows={plan.variants} rowId={(row) => String(row.number)} empty={null} />;
}

export const reasons = ['no_variant', 'left', 'erased', 'consent_withdrawn', 'quota_used', 'other_push', 'global_holdout'] as const;

export function Exclusions({ excluded }: { excluded: Record<string, number> }) {
  const { t } = useWords();
  return (
    <dl className={css.exclusions}>
      {reasons.map((reason) => excluded[reason] !== undefined && (
        <div key={reason}><dt>{t(`pushes.${reason}`)}</dt><dd className="num">{count(excluded[reason])}</dd></div>
      ))}
    </dl>
  );
}
