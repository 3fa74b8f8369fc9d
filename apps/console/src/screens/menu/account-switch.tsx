import { Select } from 'antd';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { accountsQuery, useAccounts, type Account } from '../../api/accounts.ts';
import { Empty, Failure, LineBones } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';

/** The account a page is about: the one in the address, or the first connected. */
export function useChosenAccount(asked: string | undefined): { account: Account | undefined; accounts: Account[] } {
  const accounts = useAccounts()?.filter(({ state }) => state === 'connected') ?? [];
  return { account: accounts.find(({ id }) => id === asked) ?? accounts[0], accounts };
}

export function AccountSwitch({ accounts, value, onChange }: { accounts: readonly Account[]; value: string; onChange: (id: string) => void }) {
  const { t } = useWords();
  if (accounts.length < 2) return null;
  return (
    <Select
      aria-label={t('pushes.account')}
      style={{ minWidth: 180 }}
      value={value}
      onChange={onChange}
      options={accounts.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

/** While there is no account: loading, failed, or the way to connect one. */
export function NoAccountYet(): ReactNode {
  const { t } = useWords();
  const brand = useBrand();
  const accounts = useQuery(accountsQuery(brand.id));
  if (accounts.isError) return <Failure error={accounts.error} retry={() => void accounts.refetch()} />;
  if (accounts.isPending) return <LineBones count={6} />;
  return (
    <Empty
      title={t('accounts.none')}
      action={brand.can('accounts:write') && <Link to="/b/$brandId/accounts/connect" params={{ brandId: String(brand.id) }}>{t('accounts.connect')}</Link>}
    >
      {t('accounts.noneMore')}
    </Empty>
  );
}
