import { Button, Input, Segmented, Select, Tag } from 'antd';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAccounts } from '../../api/accounts.ts';
import { api, ask } from '../../api/client.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { Page } from '../../components/page.tsx';
import { Empty } from '../../components/states.tsx';
import { usePages } from '../../components/use-pages.ts';
import { useWords } from '../../i18n/index.ts';
import { date } from '../../lib/format.ts';
import { productNow } from '../../lib/use-now.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { NoAccountYet } from '../accounts/no-account-yet.tsx';
import { ChannelDrawer } from './channel-drawer.tsx';
import { CodeBudget } from './code-budget.tsx';
import { NewChannel } from './new-channel.tsx';
import { useKinds, type ChannelRow } from './queries.ts';
import { RecruitmentTabs } from './tabs.tsx';

export default function Channels() {
  const { t, language } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const search = useSearch({ from: '/b/$brandId/recruitment/channels' });
  const { kind, text, archived, channel: opened } = search;
  const kinds = useKinds()?.kinds;
  const [creating, setCreating] = useState(false);
  const list = usePages(['brand', brand.id, 'channels', kind, text, archived], (cursor) =>
    ask(api.GET('/api/brands/{brandId}/channels', {
      params: { path: { brandId: brand.id }, query: { kind: kind as ChannelRow['kind'] | undefined, text, archived: archived ?? false, cursor, limit: 100 } },
    })));
  const change = (next: Partial<typeof search>) => void navigate({ to: '.', search: { ...search, ...next }, replace: true });
  const kindOf = (row: ChannelRow) => kinds?.[row.kind]?.[language] ?? row.kind;
  const codeOf = (row: ChannelRow) => {
    if (!row.scene) return t('recruitment.noCode');
    if (row.permanent) return t('recruitment.permanent');
    const over = row.expiresAt !== null && Date.parse(row.expiresAt) < productNow();
    return row.expiresAt ? t(over ? 'recruitment.expired' : 'recruitment.until', { day: date(row.expiresAt, language) }) : t('recruitment.temporary');
  };
  const columns: Column<ChannelRow>[] = [
    { id: 'name', title: t('recruitment.channel'), width: 200, grow: 2, phone: 'title', cell: (row) => row.name, text: (row) => row.name },
    { id: 'kind', title: t('recruitment.kind'), width: 120, phone: 'detail', cell: kindOf, text: kindOf },
    { id: 'code', title: t('recruitment.code'), width: 180, phone: 'detail', cell: codeOf, text: codeOf },
    { id: 'scene', title: t('recruitment.scene'), width: 160, optional: true, cell: (row) => <code>{row.scene}</code>, text: (row) => row.scene },
    { id: 'tags', title: t('recruitment.scanTags'), width: 140, grow: 1, cell: (row) => row.tags.length > 0 && <Tag variant="outlined">{row.tags.length}</Tag>, text: (row) => row.tags.join(' ') },
    { id: 'note', title: t('recruitment.note'), width: 140, grow: 1, cell: (row) => row.note, text: (row) => row.note },
    { id: 'created', title: t('recruitment.created'), width: 130, phone: 'aside', cell: (row) => date(row.createdAt, language), text: (row) => row.createdAt },
  ];
  const noAccount = useAccounts()?.length === 0;
  const create = brand.can('recruitment:write') && !noAccount && <Button type="primary" onClick={() => setCreating(true)}>{t('recruitment.newChannel')}</Button>;
  return (
    <Page title={t('nav.recruitment')} tabs={<RecruitmentTabs />} full actions={create}>
      <CodeBudget />
      <DataTable
        id="channels"
        label={t('recruitment.channels')}
        main
        savedViews
        columns={columns}
        rowId={(row) => row.id}
        {...list}
        onOpen={(row) => change({ channel: row.id })}
        filters={(
          <>
            <span data-table-search>
              <Input allowClear style={{ width: 200 }} defaultValue={text} placeholder={t('recruitment.searchChannels')} aria-label={t('table.search')} onChange={(event) => change({ text: event.target.value || undefined })} />
            </span>
            <Select
              allowClear
              style={{ minWidth: 140 }}
              placeholder={t('recruitment.allKinds')}
              aria-label={t('recruitment.kind')}
              value={kind}
              onChange={(value: string | undefined) => change({ kind: value })}
              options={Object.entries(kinds ?? {}).map(([value, name]) => ({ value, label: name[language] }))}
            />
            <Segmented
              value={archived ? 'archived' : 'live'}
              options={[{ value: 'live', label: t('recruitment.inUse') }, { value: 'archived', label: t('recruitment.archived') }]}
              onChange={(value) => change({ archived: value === 'archived' ? true : undefined })}
            />
          </>
        )}
        empty={noAccount ? <NoAccountYet /> : <Empty title={t('recruitment.noChannels')}>{t('recruitment.noChannelsMore')}</Empty>}
      />
      <NewChannel open={creating} onClose={() => setCreating(false)} onMade={(id) => change({ channel: id })} />
      <ChannelDrawer id={opened ?? null} onClose={() => change({ channel: undefined })} />
    </Page>
  );
}
