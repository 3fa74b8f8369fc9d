import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { accountsQuery } from '../../api/accounts.ts';
import { Empty, Failure, LineBones } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';

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
