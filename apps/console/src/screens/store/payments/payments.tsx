import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import type { Column } from '../../../components/data-table/types.ts';
import { When } from '../../../components/number.tsx';
import { Page, Section } from '../../../components/page.tsx';
import { Empty } from '../../../components/states.tsx';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { merchantsQuery, type Merchant } from '../queries.ts';
import { PaymentTabs } from '../tabs.tsx';
import { Alarms } from './alarms.tsx';
import { MerchantDialog } from './merchant-dialog.tsx';

/** Who takes the money, and what WeChat Pay said that cannot be right. */
export default function Payments() {
  const { t } = useWords();
  const brand = useBrand();
  const merchants = useQuery(merchantsQuery(brand.id));
  const [connecting, setConnecting] = useState<Merchant | 'new' | null>(null);
  const manages = brand.can('brand:manage');
  const connect = manages && <Button type="primary" onClick={() => setConnecting('new')}>{t('store.connectMerchant')}</Button>;
  const items = merchants.data?.items ?? [];
  const useOf = (row: Merchant) => t(row.id === items[0]?.id ? 'store.takesPayments' : 'store.earlierPayments');
  const verificationOf = (row: Merchant) => t(row.publicKeyId === null ? 'store.byCertificate' : 'store.byPublicKey');
  const columns: Column<Merchant>[] = [
    { id: 'name', title: t('store.merchantName'), width: 150, grow: 1, phone: 'title', cell: (row) => row.name, text: (row) => row.name },
    { id: 'mchid', title: t('store.mchid'), width: 110, phone: 'detail', cell: (row) => <span className="num">{row.mchid}</span>, text: (row) => row.mchid },
    { id: 'use', title: t('store.state'), width: 120, phone: 'aside', cell: useOf, text: useOf },
    { id: 'serial', title: t('store.serial'), width: 130, grow: 1, cell: (row) => <code title={row.serialNo}>{row.serialNo}</code>, text: (row) => row.serialNo },
    { id: 'verify', title: t('store.verification'), width: 120, cell: verificationOf, text: verificationOf },
    { id: 'secrets', title: t('store.secrets'), width: 72, cell: () => <span className="quiet">••••</span>, text: () => '' },
    { id: 'changed', title: t('store.keysChanged'), width: 160, phone: 'detail', cell: (row) => <When at={row.changedAt} />, text: (row) => row.changedAt },
    { id: 'do', title: '', width: 72, align: 'right', text: () => null, cell: (row) => manages && <Button type="link" size="small" onClick={() => setConnecting(row)}>{t('store.newKeys')}</Button> },
  ];
  return (
    <Page title={t('nav.payments')} tabs={<PaymentTabs />} actions={items.length > 0 && connect}>
      <Section title={t('store.merchants')} note={items.length > 0 ? t('store.merchantsNote') : undefined}>
        <DataTable
          bare
          id="merchants"
          label={t('store.merchants')}
          columns={columns}
          rows={merchants.data?.items}
          rowId={(row) => row.id}
          error={merchants.error}
          retry={() => void merchants.refetch()}
          empty={<Empty title={t('store.noMerchants')} action={connect}>{t(manages ? 'store.noMerchantsMore' : 'store.noMerchantsAsk')}</Empty>}
        />
      </Section>
      {brand.can('finance:read') && !brand.aggregatesOnly && <Alarms />}
      {connecting && <MerchantDialog known={connecting === 'new' ? null : connecting} onClose={() => setConnecting(null)} />}
    </Page>
  );
}
