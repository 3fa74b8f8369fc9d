import { useQuery } from '@tanstack/react-query';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { FigureCard, FigureGrid, type Definition } from '../../components/figure-card.tsx';
import { Count } from '../../components/number.tsx';
import { Section } from '../../components/page.tsx';
import { FigureBones, Loaded } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { count, difference, share, smallRate } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './pushes.module.css';
import { Placements } from './placements.tsx';
import { resultsQuery, type PushDetail, type PushResults } from './queries.ts';
import { ReadHeat } from './read-heat.tsx';
import { useVariantWords } from './state.tsx';

export const rate = (part: number | null, whole: number | null): number | null => (part === null || !whole ? null : part / whole);

/** What a push did so far; numbers that WeChat has not given yet say so. */
export function Results({ push }: { push: PushDetail }) {
  const brand = useBrand();
  const results = useQuery(resultsQuery(brand.id, push.id));
  return <Loaded query={results} bones={<FigureBones />}>{(data) => (data.startedAt === null ? null : <Figures push={push} results={data} />)}</Loaded>;
}

function Figures({ push, results }: { push: PushDetail; results: PushResults }) {
  const { t } = useWords();
  const late = t('pushes.figuresLate');
  const shown = (value: number | null, written: (ratio: number) => string) => (value === null ? null : <span className="num">{written(value)}</span>);
  const of = (part: number | null, whole: number | null, word: string) => (part === null || whole === null ? null : { text: count(part), against: t('pushes.outOf', { shown: count(whole), word }) });
  const define = (meaning: string, source: string): Definition => ({ meaning, source });
  const { cumulative, delivered } = results;
  const open = rate(results.opens, results.deliveries);
  return (
    <>
      <Section title={t('pushes.results')} note={t(results.settled ? 'pushes.resultsNote' : 'pushes.notSettled')}>
        <FigureGrid>
          <FigureCard label={t('pushes.openRate')} value={shown(open, share)} missing={late} delta={of(results.opens, results.deliveries, t('pushes.deliveries'))} definition={define(t('pushes.openMeaning'), t('pushes.fromDatacube'))} />
          <FigureCard label={t('pushes.topRate')} value={shown(rate(results.topOpens, delivered), share)} missing={late} delta={of(results.topOpens, delivered, t('pushes.toDelivered'))} definition={define(t('pushes.topMeaning'), t('pushes.fromDatacube'))} />
          <FigureCard
            label={t('pushes.cumulative')}
            value={cumulative === null || !delivered ? null : <span className="num">{cumulative.low === cumulative.high ? share(cumulative.low / delivered) : `${(100 * cumulative.low / delivered).toFixed(1)}–${share(cumulative.high / delivered)}`}</span>}
            missing={late}
            delta={of(cumulative && cumulative.low === cumulative.high ? cumulative.low : null, delivered, t('pushes.toDelivered'))}
            definition={define(t('pushes.cumulativeMeaning'), t('pushes.fromDatacube'))}
          />
          <FigureCard label={t('pushes.engaged')} value={shown(rate(results.actions, results.opens), share)} missing={late} delta={of(results.actions, results.opens, t('pushes.readers'))} definition={define(t('pushes.engagedMeaning'), t('pushes.fromDatacube'))} />
          <FigureCard label={t('pushes.clickers')} value={results.clickers === null ? null : <Count value={results.clickers} />} missing={t('figure.small')} delta={results.anonymousClicks ? { text: difference(results.anonymousClicks), against: t('pushes.anonymous') } : null} definition={define(t('pushes.clickersMeaning'), t('pushes.fromLinks'))} />
          <FigureCard label={t('pushes.lost')} value={shown(rate(results.lost, delivered), smallRate)} missing={t(delivered === null ? 'pushes.waitingReport' : 'figure.small')} delta={of(results.lost, delivered, t('pushes.toDelivered'))} definition={define(t('pushes.lostMeaning'), t('pushes.fromCallbacks'))} />
          <FigureCard
            label={t('pushes.net')}
            value={results.gained === null || results.lost === null ? null : <span className="num">{difference(results.gained - results.lost)}</span>}
            missing={t('figure.small')}
            delta={results.gained === null ? null : { text: difference(results.gained), against: t('pushes.gained') }}
            definition={define(t('pushes.netMeaning'), t('pushes.fromCallbacks'))}
          />
        </FigureGrid>
        {results.filtered !== null && results.filtered > 0 && <p className="caption">{t('pushes.reconcile', { planned: count(results.planned), filtered: count(results.filtered) })}</p>}
      </Section>
      {results.variants.length > 1 && <Section title={t('pushes.byVariant')} note={push.variants.some(({ arm }) => arm !== '') ? t('pushes.byVariantNote') : undefined}><VariantResults push={push} rows={results.variants} /></Section>}
      {results.placements.length > 0 && <Section title={t('pushes.placements')} note={t('pushes.placementsNote')}><Placements rows={results.placements} /></Section>}
      <Section title={t('pushes.byArticle')}><ArticleResults push={push} rows={results.articles} /></Section>
      {results.articles.some(({ figures }) => figures?.leftInFifths) && <Section title={t('pushes.heat')} note={t('pushes.heatNote')}><ReadHeat push={push} rows={results.articles} /></Section>}
    </>
  );
}

type VariantRow = PushResults['variants'][number];

function VariantResults({ push, rows }: { push: PushDetail; rows: readonly VariantRow[] }) {
  const { t } = useWords();
  const variantOf = useVariantWords(push);
  const cell = (value: number | null, written: (ratio: number) => string) => (value === null ? t('state.none') : written(value));
  const columns: Column<VariantRow>[] = [
    { id: 'variant', title: t('pushes.variant'), width: 150, grow: 2, phone: 'title', cell: (row) => variantOf(row.number), text: (row) => variantOf(row.number) },
    { id: 'people', title: t('pushes.people'), width: 76, align: 'right', cell: (row) => count(row.people), text: (row) => row.people },
    { id: 'delivered', title: t('pushes.delivered'), width: 80, align: 'right', cell: (row) => cell(row.delivered, count), text: (row) => row.delivered },
    { id: 'open', title: t('pushes.openRate'), width: 80, align: 'right', phone: 'aside', cell: (row) => cell(rate(row.opens, row.deliveries), share), text: (row) => rate(row.opens, row.deliveries) },
    { id: 'top', title: t('pushes.topRate'), width: 100, align: 'right', cell: (row) => cell(rate(row.topOpens, row.delivered), share), text: (row) => rate(row.topOpens, row.delivered) },
    { id: 'engaged', title: t('pushes.engaged'), width: 84, align: 'right', cell: (row) => cell(rate(row.actions, row.opens), share), text: (row) => rate(row.actions, row.opens) },
    { id: 'comments', title: t('pushes.comments'), width: 72, align: 'right', cell: (row) => cell(row.comments, count), text: (row) => row.comments },
    { id: 'clickers', title: t('pushes.clickers'), width: 100, align: 'right', phone: 'detail', cell: (row) => cell(row.clickers, count), text: (row) => row.clickers },
    { id: 'lost', title: t('pushes.lost'), width: 110, align: 'right', phone: 'detail', cell: (row) => cell(rate(row.lost, row.holdout ? row.people : row.delivered), smallRate), text: (row) => row.lost },
  ];
  return <DataTable bare id="push-variant-results" label={t('pushes.byVariant')} columns={columns} rows={rows} rowId={(row) => String(row.number)} empty={null} />;
}

type ArticleRow = PushResults['articles'][number];

function ArticleResults({ push, rows }: { push: PushDetail; rows: readonly ArticleRow[] }) {
  const { t } = useWords();
  const variantOf = useVariantWords(push);
  const number = (value: number | null | undefined) => (value === null || value === undefined ? t('state.none') : count(value));
  const columns: Column<ArticleRow>[] = [
    ...(push.variants.length > 1 ? [{ id: 'variant', title: t('pushes.variant'), width: 130, grow: 1, phone: 'detail' as const, cell: (row: ArticleRow) => variantOf(row.variant), text: (row: ArticleRow) => variantOf(row.variant) }] : []),
    { id: 'position', title: t('pushes.position'), width: 56, align: 'right', cell: (row) => row.position, text: (row) => row.position },
    { id: 'title', title: t('pushes.articleTitle'), width: 150, grow: 2, phone: 'title', cell: (row) => <span className={css.clip}>{row.title}</span>, text: (row) => row.title },
    { id: 'open', title: t('pushes.openRate'), width: 84, align: 'right', phone: 'aside', cell: (row) => { const value = rate(row.figures?.messageReaders ?? null, row.delivered); return value === null ? t('state.none') : share(value); }, text: (row) => rate(row.figures?.messageReaders ?? null, row.delivered) },
    { id: 'readers', title: t('pushes.allReaders'), width: 84, align: 'right', cell: (row) => number(row.figures?.readers), text: (row) => row.figures?.readers ?? null },
    { id: 'shares', title: t('pushes.shares'), width: 64, align: 'right', cell: (row) => number(row.figures?.shares), text: (row) => row.figures?.shares ?? null },
    { id: 'favourites', title: t('pushes.favourites'), width: 64, align: 'right', cell: (row) => number(row.figures?.favourites), text: (row) => row.figures?.favourites ?? null },
    { id: 'likes', title: t('pushes.likes'), width: 84, align: 'right', cell: (row) => number(row.figures && row.figures.likes !== null ? row.figures.likes + (row.figures.zaikan ?? 0) : null), text: (row) => row.figures?.likes ?? null },
    { id: 'comments', title: t('pushes.comments'), width: 64, align: 'right', cell: (row) => number(row.figures?.comments), text: (row) => row.figures?.comments ?? null },
    { id: 'finished', title: t('pushes.finishRate'), width: 100, align: 'right', cell: (row) => (row.figures?.finishRate == null ? t('state.none') : share(row.figures.finishRate)), text: (row) => row.figures?.finishRate ?? null },
  ];
  return <DataTable bare id="push-article-results" label={t('pushes.byArticle')} columns={columns} rows={rows} rowId={(row) => `${row.variant} ${row.position}`} empty={null} />;
}
