import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState, type ReactNode } from 'react';
import { Page } from '../../components/page.tsx';
import { ChartBones, Empty, Failure, FigureBones } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { date } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { BehindDrawer } from './behind-drawer.tsx';
import { Sentences } from './figures/sentences.tsx';
import css from './insights.module.css';
import { catalogueQuery, figuresQuery, type Chapter } from './queries.ts';
import { ReportButton } from './report-button.tsx';
import type { InsightSearch } from './search.ts';
import { ScopePicker, useScope } from './scope-picker.tsx';
import { InsightTabs } from './tabs.tsx';
import { hasValues, InsightsContext, useInsights, type Asked, type InsightsView } from './view.ts';

/** A chapter in the console: pickers, its sentences, its figures, the drawer with the rows behind. */
export function ChapterPage({ chapter, children }: { chapter: Chapter; children: ReactNode }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const { span: _, ...scope } = useScope();
  const catalogue = useQuery(catalogueQuery(brand.id));
  const figures = useQuery(figuresQuery(brand.id, scope));
  const [asked, setAsked] = useState<Asked | null>(null);
  const view = useMemo<InsightsView | null>(() => catalogue.data && figures.data ? {
    scope: { ...figures.data.period, assetId: scope.assetId },
    figures: figures.data,
    catalogue: new Map(catalogue.data.metrics.map((metric) => [metric.id, metric])),
    ask: setAsked,
  } : null, [catalogue.data, figures.data, scope.assetId]);
  const day = (text: string) => date(`${text}T12:00:00+08:00`, language);
  const { behind }: InsightSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const close = () => {
    setAsked(null);
    if (behind) void navigate({ to: '.', search: (search: InsightSearch) => ({ ...search, behind: undefined }), replace: true });
  };
  const error = figures.error ?? catalogue.error;
  return (
    <Page title={t('nav.insights')} tabs={<InsightTabs />} actions={<><ScopePicker /><ReportButton /></>}>
      {view ? (
        <InsightsContext value={view}>
          <div className={figures.isPlaceholderData ? css.stale : undefined} aria-busy={figures.isPlaceholderData}>
            <p className={css.period}>
              {t('insights.periodWords', { from: day(view.scope.from), to: day(view.scope.to) })}
            </p>
            {view.figures.observedSince === null ? <NoAccount missing={view.figures.figures.find(({ missing }) => missing)?.missing?.[language]} /> : <><Lacks chapter={chapter} /><Sentences chapter={chapter} />{children}</>}
          </div>
          <BehindDrawer asked={asked ?? askedIn(view, behind)} onClose={close} />
        </InsightsContext>
      ) : error ? <Failure error={error} retry={() => { void catalogue.refetch(); void figures.refetch(); }} />
        : <div aria-busy="true" className={css.bones}><FigureBones /><ChartBones /></div>}
    </Page>
  );
}

/** What an address asks for, as the figures of a report do; null where there is no such figure, or nothing behind it for this reader. */
function askedIn({ catalogue, figures }: InsightsView, behind: string | undefined): Asked | null {
  const [id = '', ...rest] = behind?.split(':') ?? [];
  const metric = catalogue.get(id);
  const cell = figures.figures.find((figure) => figure.metric === id)?.cells.find(({ key }) => key === rest.join(':'));
  return metric?.behind && cell ? { metric, cell } : null;
}

/** What is not in figures that are there; one that is not there says so in its own place. */
function Lacks({ chapter }: { chapter: Chapter }) {
  const { language } = useWords();
  const { figures, catalogue } = useInsights();
  const lacks = figures.figures.flatMap((figure) => (catalogue.get(figure.metric)?.chapter === chapter && hasValues(figure) && figure.missing ? figure.missing[language] : []));
  return [...new Set(lacks)].map((lack) => <p key={lack} className={css.lack}>{lack}</p>);
}

/** Nothing can be known before an account is connected: one sentence and the one thing to do, not a page of gaps. */
function NoAccount({ missing }: { missing: string | undefined }) {
  const { t } = useWords();
  const brand = useBrand();
  const connect = brand.can('accounts:write') && (
    <Link to="/b/$brandId/accounts/connect" params={{ brandId: String(brand.id) }}><Button type="primary" tabIndex={-1}>{t('accounts.connect')}</Button></Link>
  );
  return <Empty title={missing ?? t('figure.notEnough')} action={connect}>{t('insights.noAccountMore')}</Empty>;
}
