import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { When } from '../../../components/number.tsx';
import { LineBones, Loaded } from '../../../components/states.tsx';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import css from '../store.module.css';
import { GiftState } from './gift-state.tsx';
import { giftQuery, type Gift } from './queries.ts';

/** What an order is as a gift: where it stands, and what the desk prints on its card. */
export function OrderGift({ orderId }: { orderId: string }) {
  const { t } = useWords();
  const brand = useBrand();
  const gift = useQuery({ ...giftQuery(brand.id, orderId), retry: false });
  return (
    <div className={css.panel}>
      <h2>{t('gifts.gift')}</h2>
      <Loaded query={gift} bones={<LineBones count={3} />}>{(data) => <GiftFacts gift={data} />}</Loaded>
      <p className="caption" style={{ marginTop: 8 }}>{t('gifts.packing')}</p>
    </div>
  );
}

function GiftFacts({ gift }: { gift: Gift }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const { card } = gift;
  return (
    <>
      <dl className={css.facts}>
        <dt>{t('store.state')}</dt><dd><GiftState gift={gift} /></dd>
        <dt>{t('gifts.path')}</dt><dd>{t(`gifts.path_${gift.path}`)}</dd>
        {gift.state === 'waiting' && gift.expiresAt && <><dt>{t('gifts.expiresAt')}</dt><dd><When at={gift.expiresAt} /></dd></>}
        {gift.state === 'waiting' && gift.asks.length > 0 && <><dt>{t('gifts.asks')}</dt><dd>{gift.asks.map((one) => t(`gifts.ask_${one}`)).join(language === 'zh' ? '、' : ', ')}</dd></>}
        {gift.path === 'link' && gift.addressedAt && <><dt>{t('gifts.addressedAt')}</dt><dd><When at={gift.addressedAt} /></dd></>}
        {gift.receiverContactId !== null && (
          <>
            <dt>{t('gifts.receiver')}</dt>
            <dd><Link to="/b/$brandId/contacts/$contactId" params={{ brandId: String(brand.id), contactId: String(gift.receiverContactId) }}>{t('contacts.unnamed', { id: gift.receiverContactId })}</Link></dd>
          </>
        )}
        {gift.thankedAt && <><dt>{t('gifts.thankedAt')}</dt><dd><When at={gift.thankedAt} /></dd></>}
        {card?.senderName && <><dt>{t('gifts.from')}</dt><dd>{card.senderName}</dd></>}
      </dl>
      {card?.message && <blockquote className={css.card}>{card.message[language]}</blockquote>}
    </>
  );
}
