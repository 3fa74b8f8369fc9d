import { Button, Input, Segmented, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api, ask } from '../../api/client.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { Ago } from '../../components/number.tsx';
import { Page } from '../../components/page.tsx';
import { Empty } from '../../components/states.tsx';
import { usePages } from '../../components/use-pages.ts';
import { useWords } from '../../i18n/index.ts';
import { dayOfYear } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { Cover } from './cover.tsx';
import css from './content.module.css';
import { contentKey, topicsQuery, useContentWords, type ArticleRow } from './queries.ts';
import { Standing } from './standing.tsx';
import { ContentTabs } from './tabs.tsx';

const standings = ['none', 'open', 'overdue', 'approved', 'changes_requested'] as const;

export default function Library() {
  const { t, language } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const words = useContentWords();
  const topics = useQuery(topicsQuery(brand.id));
  const search = useSearch({ from: '/b/$brandId/content' });
  const { text, topic, type, group, approval, archived } = search;
  const params = { brandId: String(brand.id) };
  const list = usePages([...contentKey(brand.id), 'list', text, topic, type, group, approval, archived], (cursor) =>
    ask(api.GET('/api/brands/{brandId}/articles', {
      params: {
        path: { brandId: brand.id },
        query: {
          text, topic, archived: archived ?? false, cursor, limit: 100,
          contentType: type as ArticleRow['contentType'] | undefined, poolGroup: group as NonNullable<ArticleRow['pool']>['group'] | undefined, approval: approval as ArticleRow['approval'] | undefined,
        },
      },
    })));
  const change = (next: Partial<typeof search>) => void navigate({ to: '.', search: { ...search, ...next }, replace: true });
  const filtered = [text, topic, type, group, approval, archived].some((value) => value !== undefined);
  const typeOf = (row: ArticleRow) => words?.contentTypes[row.contentType]?.[language] ?? row.contentType;
  const groupOf = (row: ArticleRow) => (row.pool === null ? '' : (words?.poolGroups[row.pool.group]?.[language] ?? row.pool.group));
  const plannedOf = (row: ArticleRow) => (row.plannedDay === null ? '' : dayOfYear(`${row.plannedDay}T00:00:00+08:00`, language));
  const columns: Column<ArticleRow>[] = [
    { id: 'title', title: t('content.title'), width: 280, grow: 3, phone: 'title', cell: (row) => <span className={css.titled}><Cover id={row.coverId} small /><span className={css.cut}>{row.title}</span></span>, text: (row) => row.title },
    { id: 'approval', title: t('content.approval'), width: 130, phone: 'aside', cell: (row) => <Standing value={row.approval} />, text: (row) => t(`content.standing_${row.approval}`) },
    { id: 'topic', title: t('content.topic'), width: 110, phone: 'detail', cell: (row) => row.topic, text: (row) => row.topic },
    { id: 'type', title: t('content.type'), width: 90, optional: true, cell: typeOf, text: typeOf },
    { id: 'group', title: t('content.pool'), width: 120, cell: groupOf, text: groupOf },
    { id: 'planned', title: t('content.planned'), width: 110, cell: plannedOf, text: (row) => row.plannedDay },
    { id: 'version', title: t('content.version'), width: 70, align: 'right', optional: true, cell: (row) => row.version, text: (row) => row.version },
    { id: 'by', title: t('content.changedBy'), width: 180, optional: true, cell: (row) => row.changedBy, text: (row) => row.changedBy },
    { id: 'changed', title: t('content.changed'), width: 130, phone: 'detail', cell: (row) => <Ago at={row.changedAt} />, text: (row) => row.changedAt },
  ];
  const create = brand.can('pushes:write') && <Button type="primary" onClick={() => void navigate({ to: '/b/$brandId/content/new', params })}>{t('content.create')}</Button>;
  const pick = (key: 'topic' | 'type' | 'group' | 'approval', label: string, options: { value: string; label: string }[]) => (
    <Select allowClear style={{ minWidth: 132 }} placeholder={label} aria-label={label} value={search[key]} onChange={(value?: string) => change({ [key]: value })} options={options} />
  );
  const named = (texts: Record<string, { zh: string; en: string }> | undefined) => Object.entries(texts ?? {}).map(([value, name]) => ({ value, label: name[language] }));
  return (
    <Page title={t('nav.articles')} tabs={<ContentTabs />} full actions={create}>
      <DataTable
        id="articles"
        label={t('content.articles')}
        main
        savedViews
        columns={columns}
        rowId={(row) => row.id}
        {...list}
        onOpen={(row) => void navigate({ to: '/b/$brandId/content/articles/$articleId', params: { ...params, articleId: row.id } })}
        filters={(
          <>
            <span data-table-search>
              <Input allowClear style={{ width: 200 }} defaultValue={text} placeholder={t('content.search')} aria-label={t('table.search')} onChange={(event) => change({ text: event.target.value || undefined })} />
            </span>
            {pick('topic', t('content.allTopics'), (topics.data?.items ?? []).map((one) => ({ value: one, label: one })))}
            {pick('type', t('content.allTypes'), named(words?.contentTypes))}
            {pick('group', t('content.pool'), named(words?.poolGroups))}
            {pick('approval', t('content.allApprovals'), standings.map((value) => ({ value, label: t(`content.standing_${value}`) })))}
            <Segmented
              value={archived ? 'archived' : 'live'}
              options={[{ value: 'live', label: t('content.live') }, { value: 'archived', label: t('content.archived') }]}
              onChange={(value) => change({ archived: value === 'archived' ? true : undefined })}
            />
          </>
        )}
        empty={filtered ? <Empty title={t('content.noMatch')} /> : <Empty title={t('content.none')} action={create}>{t('content.noneMore')}</Empty>}
      />
    </Page>
  );
}
