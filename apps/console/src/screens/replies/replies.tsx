import { Button, Switch, Tag } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Account } from '../../api/accounts.ts';
import { api, ask } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { Page } from '../../components/page.tsx';
import { Empty } from '../../components/states.tsx';
import { useTelling } from '../../components/use-telling.ts';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { NoAccountYet } from '../accounts/no-account-yet.tsx';
import { AccountSwitch, useChosenAccount } from '../menu/account-switch.tsx';
import { ReplyDrawer } from './reply-drawer.tsx';

export type Rule = paths['/api/brands/{brandId}/accounts/{assetId}/auto-replies']['get']['responses']['200']['content']['application/json']['items'][number];

export default function RepliesPage() {
  const { t } = useWords();
  const search = useSearch({ from: '/b/$brandId/replies' });
  const { account, accounts } = useChosenAccount(search.account);
  if (!account) return <Page title={t('nav.replies')}><NoAccountYet /></Page>;
  return <Replies key={account.id} account={account} accounts={accounts} />;
}

function Replies({ account, accounts }: { account: Account; accounts: readonly Account[] }) {
  const { t } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const telling = useTelling();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState<Rule | 'new' | null>(null);
  const path = { brandId: brand.id, assetId: account.id };
  const queryKey = ['brand', brand.id, 'replies', account.id];
  const rules = useQuery({ queryKey, queryFn: () => ask(api.GET('/api/brands/{brandId}/accounts/{assetId}/auto-replies', { params: { path } })) });
  const items = rules.data?.items ?? [];
  const may = brand.can('accounts:write');
  const attempt = async (call: () => Promise<unknown>) => {
    await telling(call);
    await queryClient.invalidateQueries({ queryKey });
  };
  const enable = ({ id, assetId: _, ...body }: Rule, enabled: boolean) => attempt(() =>
    ask(api.PUT('/api/brands/{brandId}/accounts/{assetId}/auto-replies/{replyId}', { params: { path: { ...path, replyId: id } }, body: { ...body, enabled } })));
  const raise = (rule: Rule) => {
    const ids = items.map(({ id }) => id);
    const at = ids.indexOf(rule.id);
    [ids[at - 1], ids[at]] = [ids[at]!, ids[at - 1]!];
    return attempt(() => ask(api.PUT('/api/brands/{brandId}/accounts/{assetId}/auto-replies', { params: { path }, body: { ids } })));
  };
  const saying = ({ reply }: Rule) => (reply.type === 'text' ? reply.content : reply.type === 'news' ? reply.articles.map(({ title }) => title).join(' · ') : t(`replies.type_${reply.type}`));
  const columns: Column<Rule>[] = [
    { id: 'trigger', title: t('replies.trigger'), width: 120, phone: 'detail', cell: (row) => t(`replies.trigger_${row.trigger}`), text: (row) => row.trigger },
    {
      id: 'words', title: t('replies.words'), width: 180, grow: 1, phone: 'title', text: (row) => row.words.join(' '),
      cell: (row) => (row.words.length === 0 ? <span className="quiet">{t(`replies.trigger_${row.trigger}`)}</span> : row.words.slice(0, 4).map((word) => <Tag key={word} variant="outlined">{word}</Tag>)),
    },
    { id: 'reply', title: t('replies.reply'), width: 220, grow: 3, phone: 'detail', cell: saying, text: saying },
    {
      id: 'enabled', title: t('replies.enabled'), width: 72, phone: 'aside', text: (row) => row.enabled,
      cell: (row) => <Switch size="small" checked={row.enabled} disabled={!may} aria-label={t('replies.enabled')} onChange={(on) => void enable(row, on)} />,
    },
    {
      id: 'order', title: '', width: 72, align: 'right', text: () => null,
      cell: (row) => may && items[0]?.id !== row.id && <Button type="link" size="small" onClick={() => void raise(row)}>{t('replies.raise')}</Button>,
    },
  ];
  return (
    <Page
      title={t('nav.replies')}
      lead={t('replies.lead')}
      actions={(
        <>
          <AccountSwitch accounts={accounts} value={account.id} onChange={(id) => void navigate({ to: '.', search: { account: id } })} />
          {may && <Button type="primary" onClick={() => setOpen('new')}>{t('replies.add')}</Button>}
        </>
      )}
    >
      <DataTable
        bare
        id="replies"
        label={t('nav.replies')}
        main
        columns={columns}
        rows={rules.data?.items}
        rowId={(row) => row.id}
        error={rules.error}
        retry={() => void rules.refetch()}
        onOpen={setOpen}
        empty={<Empty title={t('replies.none')}>{t('replies.noneMore')}</Empty>}
      />
      <ReplyDrawer account={account} rule={open} onClose={() => setOpen(null)} onChanged={() => void queryClient.invalidateQueries({ queryKey })} />
    </Page>
  );
}
