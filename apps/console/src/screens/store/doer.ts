import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { keysQuery, membersQuery } from '../settings/queries.ts';

/** Who did something to an order or to stock: `buyer`, `wechat`, `wechat_pay`, `clock`, `receiver` (of a gift), `user:<id>` or `key:<id>`. */
export function useDoer() {
  const { t } = useWords();
  const brand = useBrand();
  const members = useQuery({ ...membersQuery(brand.id), enabled: brand.can('users:manage') });
  const keys = useQuery({ ...keysQuery(brand.id), enabled: brand.can('keys:manage') });
  return (by: string): string => {
    if (by === 'buyer' || by === 'wechat' || by === 'wechat_pay' || by === 'clock') return t(`store.by_${by}`);
    if (by === 'receiver') return t('gifts.by_receiver');
    const [kind, id] = by.split(':');
    if (kind === 'key') return keys.data?.items.find((one) => one.id === id)?.name ?? t('store.by_key');
    return members.data?.items.find((one) => one.id === id)?.name ?? t('store.by_user');
  };
}
