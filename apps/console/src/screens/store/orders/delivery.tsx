import { Button } from 'antd';
import { useState } from 'react';
import { api, ask } from '../../../api/client.ts';
import { useTelling } from '../../../components/use-telling.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import type { Order } from '../queries.ts';
import css from '../store.module.css';

/** Where it goes: masked until somebody who may asks for it, which is written down. */
export function Delivery({ order }: { order: Order }) {
  const { t } = useWords();
  const brand = useBrand();
  const attempt = useTelling();
  const [revealed, setRevealed] = useState<Order['address']>(null);
  const address = revealed ?? order.address;
  const reveal = () => attempt(async () => {
    setRevealed(await ask(api.POST('/api/brands/{brandId}/store/orders/{orderId}/address', { params: { path: { brandId: brand.id, orderId: order.id } } })));
  });
  return (
    <div className={css.panel}>
      <h2>{t('store.address')}</h2>
      {address === null ? <p className="quiet">{t(order.forGift ? 'gifts.noAddress' : 'store.noAddress')}</p> : (
        <>
          <p>{address.name} <span className="num">{address.phone}</span></p>
          <p>{[address.province, address.city, address.district, address.detail].filter((part) => part !== '').join(' ')}</p>
          {revealed === null && brand.can('people:reveal') && <Button size="small" style={{ marginTop: 8 }} title={t('store.revealNote')} onClick={() => void reveal()}>{t('store.reveal')}</Button>}
        </>
      )}
    </div>
  );
}
