import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import type { Column } from '../../../components/data-table/types.ts';
import { When } from '../../../components/number.tsx';
import { Page } from '../../../components/page.tsx';
import { Empty } from '../../../components/states.tsx';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { miniProgramsQuery, type MiniProgram } from '../queries.ts';
import { StorefrontTabs } from '../tabs.tsx';
import { MiniProgramDialog } from './mini-program-dialog.tsx';
import { PushDialog } from './push-dialog.tsx';

/** Where shoppers come in. */
export default function MiniPrograms() {
  const { t } = useWords();
  const brand = useBrand();
  const programs = useQuery(miniProgramsQuery(brand.id));
  const [connecting, setConnecting] = useState<MiniProgram | 'new' | null>(null);
  const [showing, setShowing] = useState<MiniProgram | null>(null);
  const manages = brand.can('brand:manage');
  const connect = manages && <Button type="primary" onClick={() => setConnecting('new')}>{t('store.connectMini')}</Button>;
  const columns: Column<MiniProgram>[] = [
    { id: 'name', title: t('store.miniName'), width: 150, grow: 1, phone: 'title', cell: (row) => row.name, text: (row) => row.name },
    { id: 'appid', title: 'AppID', width: 180, grow: 1, phone: 'detail', cell: (row) => <code>{row.appid}</code>, text: (row) => row.appid },
    { id: 'secret', title: t('store.secrets'), width: 72, cell: () => <span className="quiet">••••</span>, text: () => '' },
    { id: 'changed', title: t('store.keysChanged'), width: 170, phone: 'detail', cell: (row) => <When at={row.changedAt} />, text: (row) => row.changedAt },
    { id: 'push', title: '', width: 120, align: 'right', text: () => null, cell: (row) => manages && <Button type="link" size="small" onClick={() => setShowing(row)}>{t('service.push')}</Button> },
    { id: 'do', title: '', width: 72, align: 'right', text: () => null, cell: (row) => manages && <Button type="link" size="small" onClick={() => setConnecting(row)}>{t('store.newKeys')}</Button> },
  ];
  return (
    <Page title={t('nav.storefronts')} tabs={<StorefrontTabs />} actions={(programs.data?.items.length ?? 0) > 0 && connect}>
      <DataTable
        bare
        id="mini-programs"
        label={t('store.miniPrograms')}
        columns={columns}
        rows={programs.data?.items}
        rowId={(row) => row.id}
        error={programs.error}
        retry={() => void programs.refetch()}
        empty={<Empty title={t('store.noMini')} action={connect}>{t(manages ? 'store.noMiniMore' : 'store.noMiniAsk')}</Empty>}
      />
      {showing && <PushDialog program={showing} onClose={() => setShowing(null)} />}
      {connecting && <MiniProgramDialog known={connecting === 'new' ? null : connecting} onClose={() => setConnecting(null)} />}
    </Page>
  );
}
