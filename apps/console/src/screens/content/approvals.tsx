import { useNavigate } from '@tanstack/react-router';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { Ago, When } from '../../components/number.tsx';
import { Page } from '../../components/page.tsx';
import { Empty } from '../../components/states.tsx';
import { usePages } from '../../components/use-pages.ts';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './content.module.css';
import { loadOpenApprovals, openApprovalsKey, type Approval } from './queries.ts';
import { ContentTabs } from './tabs.tsx';

/** What waits for an answer, the nearest deadline first. */
export default function Approvals() {
  const { t, language } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const open = usePages([...openApprovalsKey(brand.id), 'list'], (cursor) => loadOpenApprovals(brand.id, { cursor }));
  const waitingOf = ({ waiting }: Approval) => waiting.map((region) => (region === '*' ? t('content.anyRegion') : region)).join(language === 'zh' ? '、' : ', ');
  const columns: Column<Approval>[] = [
    { id: 'title', title: t('content.title'), width: 260, grow: 3, phone: 'title', cell: (row) => row.title, text: (row) => row.title },
    { id: 'version', title: t('content.version'), width: 70, align: 'right', cell: (row) => row.version, text: (row) => row.version },
    { id: 'waiting', title: t('content.askRegions'), width: 160, grow: 1, phone: 'detail', cell: waitingOf, text: waitingOf },
    {
      id: 'deadline', title: t('content.deadline'), width: 220, phone: 'aside', text: (row) => row.deadline,
      cell: (row) => (row.deadline === null ? t('state.none') : <span className={row.overdue ? css.bad : undefined}><When at={row.deadline} />{row.overdue && ` · ${t('content.overdue')}`}</span>),
    },
    { id: 'by', title: t('content.asker'), width: 180, cell: (row) => row.requestedBy, text: (row) => row.requestedBy },
    { id: 'at', title: t('content.asked'), width: 130, phone: 'detail', cell: (row) => <Ago at={row.requestedAt} />, text: (row) => row.requestedAt },
  ];
  return (
    <Page title={t('nav.articles')} tabs={<ContentTabs />} full>
      <DataTable
        id="approvals"
        label={t('content.approvals')}
        main
        columns={columns}
        rows={open.rows}
        error={open.error}
        retry={open.retry}
        more={open.more}
        rowId={(row) => row.id}
        onOpen={(row) => void navigate({ to: '/b/$brandId/content/articles/$articleId', params: { brandId: String(brand.id), articleId: row.articleId } })}
        empty={<Empty title={t('content.noApprovals')}>{t('content.noApprovalsMore')}</Empty>}
      />
    </Page>
  );
}
