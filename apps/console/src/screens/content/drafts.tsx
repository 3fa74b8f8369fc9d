import { App, Button, Modal, Progress, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAccounts } from '../../api/accounts.ts';
import { api, ask } from '../../api/client.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { Ago, When } from '../../components/number.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, LineBones, Loaded } from '../../components/states.tsx';
import { usePages } from '../../components/use-pages.ts';
import { useTelling } from '../../components/use-telling.ts';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { NoAccountYet } from '../accounts/no-account-yet.tsx';
import css from './content.module.css';
import { Diff } from './diff.tsx';
import { RemovedNotice } from './editor/removed-notice.tsx';
import { contentKey, type DraftRow } from './queries.ts';
import { ContentTabs } from './tabs.tsx';
import { useLooking } from './use-looking.ts';

/** Drafts at WeChat beside our articles: every difference, and a choice for each. */
export default function Drafts() {
  const { t } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const telling = useTelling();
  const { account } = useSearch({ from: '/b/$brandId/content/drafts' });
  const all = useAccounts();
  const accounts = all?.filter(({ state }) => state === 'connected') ?? [];
  const assetId = account ?? accounts[0]?.id;
  const [shown, setShown] = useState<DraftRow | null>(null);
  const looking = useLooking(assetId);
  const drafts = usePages([...contentKey(brand.id), 'drafts', assetId], (cursor) =>
    ask(api.GET('/api/brands/{brandId}/content/drafts', { params: { path: { brandId: brand.id }, query: { assetId: assetId!, cursor } } })), { enabled: assetId !== undefined });
  const columns: Column<DraftRow>[] = [
    { id: 'title', title: t('content.title'), width: 260, grow: 3, phone: 'title', cell: (row) => row.articleTitle ?? row.title, text: (row) => row.articleTitle ?? row.title },
    { id: 'standing', title: t('content.standing'), width: 170, phone: 'aside', text: (row) => row.standing, cell: (row) => <span className={row.standing === 'conflict' ? css.bad : row.standing === 'agreed' ? css.good : undefined}>{t(`content.draft_${row.standing}`)}</span> },
    { id: 'type', title: t('content.type'), width: 110, optional: true, cell: (row) => (row.type === 'newspic' ? t('content.newspic') : ''), text: (row) => row.type },
    { id: 'remote', title: t('content.remoteChanged'), width: 150, phone: 'detail', cell: (row) => <Ago at={row.remoteChangedAt} />, text: (row) => row.remoteChangedAt },
    { id: 'seen', title: t('content.lastLook'), width: 130, optional: true, cell: (row) => <Ago at={row.seenAt} />, text: (row) => row.seenAt },
    { id: 'do', title: '', width: 130, align: 'right', text: () => '', cell: (row) => row.standing !== 'agreed' && <Button type="link" size="small" onClick={() => setShown(row)}>{t(row.standing === 'new' || row.standing === 'gone' ? 'action.more' : 'content.seeDifference')}</Button> },
  ];
  const look = brand.can('pushes:write') && assetId !== undefined && <Button type="primary" loading={looking.running} onClick={() => void telling(looking.start)}>{t('content.lookAtWechat')}</Button>;
  return (
    <Page title={t('nav.articles')} lead={t('content.draftsLead')} tabs={<ContentTabs />} full actions={look}>
      {looking.running && (
        <div className={css.bar} role="status">
          <span>{looking.total === null ? t('content.lookingStart') : t('content.looking', { count: looking.total, shown: looking.total, done: looking.done })}</span>
          <Progress style={{ maxWidth: 320 }} size="small" showInfo={false} percent={looking.total ? Math.round((looking.done / looking.total) * 100) : 0} />
        </div>
      )}
      {!looking.running && drafts.first?.resumesAt && <p className="caption" role="status">{t('content.lookResumes')} <When at={drafts.first.resumesAt} /></p>}
      {looking.failed !== null && <p className={css.bad} role="alert">{t('content.lookFailed', { error: looking.failed })}</p>}
      <DataTable
        id="drafts"
        label={t('content.drafts')}
        main
        columns={columns}
        rows={assetId === undefined && all ? [] : drafts.rows}
        error={drafts.error}
        retry={drafts.retry}
        more={drafts.more}
        rowId={(row) => `${row.mediaId} ${row.position}`}
        onOpen={(row) => row.articleId && void navigate({ to: '/b/$brandId/content/articles/$articleId', params: { brandId: String(brand.id), articleId: row.articleId } })}
        filters={accounts.length > 1 && <Select aria-label={t('pushes.account')} value={assetId} options={accounts.map(({ id, name }) => ({ value: id, label: name }))} onChange={(value) => void navigate({ to: '.', search: { account: value }, replace: true })} />}
        empty={all?.length === 0 ? <NoAccountYet /> : <Empty title={t('content.neverLooked')}>{t('content.neverLookedMore')}</Empty>}
      />
      {shown && assetId && <Choice assetId={assetId} draft={shown} onClose={() => setShown(null)} />}
    </Page>
  );
}

/** What differs, and the two ways to agree; each names the text this person saw. */
function Choice({ assetId, draft, onClose }: { assetId: string; draft: DraftRow; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const { message, modal } = App.useApp();
  const telling = useTelling();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState<'take' | 'send' | null>(null);
  const { mediaId, position, remoteHash, articleId, standing } = draft;
  const diff = useQuery({
    queryKey: [...contentKey(brand.id), 'draft-diff', assetId, mediaId, position, remoteHash],
    queryFn: () => ask(api.GET('/api/brands/{brandId}/content/drafts/diff', { params: { path: { brandId: brand.id }, query: { assetId, mediaId, position } } })),
    enabled: standing !== 'new' && standing !== 'gone',
  });
  const act = async (which: 'take' | 'send') => {
    setBusy(which);
    await telling(async () => {
      if (which === 'take') {
        const { version, removed } = await ask(api.POST('/api/brands/{brandId}/content/drafts/take', { params: { path: { brandId: brand.id } }, body: { assetId, mediaId, position, remoteHash } }));
        if (removed.length === 0) void message.success(t('content.taken', { n: version }));
        else modal.warning({ title: t('content.taken', { n: version }), content: <RemovedNotice removed={removed} title={t('content.takenWithout')} />, width: 560 });
      } else {
        await ask(api.POST('/api/brands/{brandId}/articles/{articleId}/drafts', { params: { path: { brandId: brand.id, articleId: articleId! } }, body: standing === 'gone' ? { assetId } : { assetId, remoteHash } }));
        void message.success(t('content.sent'));
      }
      onClose();
    });
    setBusy(null);
    await queryClient.invalidateQueries({ queryKey: contentKey(brand.id) });
  };
  const takes = draft.type === 'news' && standing !== 'gone';
  return (
    <Modal
      open
      title={draft.articleTitle ?? draft.title}
      width={760}
      onCancel={onClose}
      footer={(
        <>
          {articleId !== null && <Button loading={busy === 'send'} onClick={() => void act('send')}>{t(standing === 'gone' ? 'content.sendAgain' : 'content.sendOurs')}</Button>}
          {takes && <Button type={articleId === null ? 'primary' : 'default'} loading={busy === 'take'} onClick={() => void act('take')}>{t(articleId === null ? 'content.takeNew' : 'content.takeTheirs')}</Button>}
        </>
      )}
    >
      <p className="caption">{t(`content.draft_${standing}`)}{draft.type === 'newspic' && ` · ${t('content.newspic')}`}</p>
      {standing !== 'new' && standing !== 'gone' && <Loaded query={diff} bones={<LineBones count={4} />}>{({ fields }) => <><p className="caption">{t('content.wechatDiffTitle')}</p><Diff fields={fields ?? []} /></>}</Loaded>}
    </Modal>
  );
}
