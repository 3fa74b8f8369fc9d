import { Select } from 'antd';
import { useAccounts, type Account } from '../../api/accounts.ts';
import { useWords } from '../../i18n/index.ts';

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
