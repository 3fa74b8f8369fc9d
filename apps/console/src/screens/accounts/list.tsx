import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { accountsQuery, type Account } from '../../api/accounts.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { Page } from '../../components/page.tsx';
import { Empty } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { date } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';

export default function Accounts() {
  const { t, language } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const accounts = useQuery(accountsQuery(brand.id));
  const params = { brandId: String(brand.id) };
  const connect = brand.can('accounts:write') && (
    <Link to="/b/$brandId/accounts/connect" params={params}><Button type="primary" tabIndex={-1}>{t('accounts.connect')}</Button></Link>
  );
  const columns: Column<Account>[] = [
    { id: 'name', title: t('accounts.name'), width: 180, grow: 2, phone: 'title', cell: (row) => row.name, text: (row) => row.name },
    { id: 'kind', title: t('accounts.kind'), width: 110, phone: 'detail', cell: (row) => t(`accounts.${row.kind}`), text: (row) => row.kind },
    { id: 'appid', title: 'AppID', width: 180, grow: 1, phone: 'detail', cell: (row) => <code>{row.appid}</code>, text: (row) => row.appid },
    {
      id: 'state', title: t('accounts.state'), width: 110, phone: 'aside', text: (row) => row.state,
      cell: (row) => t(`accounts.${row.state}`),
    },
    { id: 'since', title: t('contacts.firstSeen'), width: 140, cell: (row) => date(row.observedSince, language), text: (row) => row.observedSince },
  ];
  return (
    <Page title={t('nav.accounts')} actions={connect}>
      <DataTable
        bare
        id="accounts"
        label={t('nav.accounts')}
        main
        columns={columns}
        rows={accounts.data?.items}
        rowId={(row) => row.id}
        error={accounts.error}
        retry={() => void accounts.refetch()}
        onOpen={(row) => void navigate({ to: '/b/$brandId/accounts/$assetId', params: { ...params, assetId: row.id } })}
        empty={<Empty title={t('accounts.none')} action={connect}>{t('accounts.noneMore')}</Empty>}
      />
    </Page>
  );
}
