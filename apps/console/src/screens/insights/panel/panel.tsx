import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Page, Section } from '../../../components/page.tsx';
import { ChartBones, Empty, Failure, FigureBones } from '../../../components/states.tsx';
import { useWords } from '../../../i18n/index.ts';
import { count, date } from '../../../lib/format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import css from '../insights.module.css';
import { daysOfSpan } from '../period.ts';
import { ScopePicker, useScope } from '../scope-picker.tsx';
import { InsightTabs } from '../tabs.tsx';
import { AccountDrawer } from './account-drawer.tsx';
import { AccountsTable } from './accounts-table.tsx';
import { BrandsTable } from './brands-table.tsx';
import { Distribution } from './distribution.tsx';
import { MeanGrowth } from './mean-growth.tsx';
import own from './panel.module.css';
import { panelQuery, useComparable, type Behind, type Panel, type PanelAccount } from './queries.ts';

const DAY = 86_400_000;

/** A brand's accounts side by side (W-02, W-03, W-34, W-35), and the brands of its organisation. */
export default function PanelPage() {
  const { t, language } = useWords();
  const brand = useBrand();
  const scope = useScope();
  const yesterday = useNow() - DAY;
  // WeChat tells of a day on the next: its last 365 days end yesterday.
  const { from, to } = scope.span === '365' ? daysOfSpan('365', yesterday) : scope;
  const { data: panel, error, refetch, isPlaceholderData } = useQuery(panelQuery(brand.id, { from, to }));
  const { organisationId } = useComparable();
  const day = (text: string) => date(`${text}T12:00:00+08:00`, language);
  return (
    <Page title={t('nav.insights')} tabs={<InsightTabs />} actions={<ScopePicker accounts={false} />}>
      {panel ? (
        <div className={isPlaceholderData ? css.stale : undefined} aria-busy={isPlaceholderData}>
          <p className={css.period}>
            {t('insights.periodWords', { from: day(panel.period.from), to: day(panel.period.to) })}
            {panel.until && panel.until < panel.period.to && ` ${t('panel.until', { day: day(panel.until) })}`}
            {` ${t('panel.limit', { limit: count(panel.sizeBandLimit) })}`}
          </p>
          {panel.accounts.length === 0 ? <Empty title={t('panel.none')}>{t('panel.noneMore')}</Empty> : <SideBySide panel={panel} />}
          {organisationId !== null && <BrandsTable organisationId={organisationId} days={panel.period} />}
        </div>
      ) : error ? <Failure error={error} retry={() => void refetch()} />
        : <div aria-busy="true" className={css.bones}><FigureBones count={3} /><ChartBones /></div>}
    </Page>
  );
}

function SideBySide({ panel }: { panel: Panel }) {
  const { t } = useWords();
  const [behind, setBehind] = useState<Behind | null>(null);
  const [open, setOpen] = useState<PanelAccount | null>(null);
  const table = useRef<HTMLDivElement>(null);
  const measureOf = (metric: string) => panel.measures.find((one) => one.metric === metric)!;
  const show = (next: Behind) => {
    setBehind(next);
    table.current?.scrollIntoView({ behavior: 'smooth', block: 'start' });
  };
  return (
    <>
      <MeanGrowth panel={panel} measure={measureOf('community_growth')} show={show} />
      <Section title={t('panel.rhythm')}>
        <div className={own.two}>
          <Distribution panel={panel} measure={measureOf('pushes_by_month')} finding={(share, name) => t('panel.mostPushes', { share, name })} show={show} />
          <Distribution panel={panel} measure={measureOf('articles_per_push')} finding={(share, name) => t('panel.mostArticles', { share, name })} show={show} />
        </div>
      </Section>
      <div ref={table} className={own.below}>
        <AccountsTable panel={panel} behind={behind} showAll={() => setBehind(null)} onOpen={setOpen} />
      </div>
      <AccountDrawer account={open} onClose={() => setOpen(null)} />
    </>
  );
}
