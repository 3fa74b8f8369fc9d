import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { When } from '../../../components/number.tsx';
import { Page, Section } from '../../../components/page.tsx';
import { LineBones, Loaded } from '../../../components/states.tsx';
import { useWords } from '../../../i18n/index.ts';
import { dateTime } from '../../../lib/format.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { orderQuery, storefrontsQuery, type Order } from '../queries.ts';
import css from '../store.module.css';
import { OrderCases } from '../after-sale/order-cases.tsx';
import { OrderGift } from '../gifts/order-gift.tsx';
import { ShipDialog } from '../shipping/ship-dialog.tsx';
import { OrderShipping } from '../shipping/shipping.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { Delivery } from './delivery.tsx';
import { OrderLines } from './lines.tsx';
import { leftOf } from './refund-share.ts';
import { RefundDialog } from './refund-dialog.tsx';
import { Refunds } from './refunds.tsx';
import { shipsAtAll, OrderState } from './states.tsx';
import { OrderSteps } from './order-steps.tsx';

export default function OrderScreen() {
  const { t } = useWords();
  const brand = useBrand();
  const { orderId } = useParams({ from: '/b/$brandId/orders/$orderId' });
  const order = useQuery(orderQuery(brand.id, orderId));
  const [refunding, setRefunding] = useState(false);
  const [cancelling, setCancelling] = useState(false);
  const [shipping, setShipping] = useState(false);
  const refundable = order.data !== undefined && order.data.paidFen > 0 && order.data.lines.some((line) => leftOf(order.data, line) > 0);
  return (
    <Page
      title={order.data ? t('store.orderTitle', { number: order.data.number }) : t('store.order')}
      back={<Link to="/b/$brandId/orders" params={{ brandId: String(brand.id) }}>{t('nav.orders')}</Link>}
      lead={order.data && <Lead order={order.data} />}
      actions={(
        <>
          {refundable && brand.can('orders:refund') && <Button onClick={() => setRefunding(true)}>{t('store.refund')}</Button>}
          {order.data?.state === 'paid' && order.data.shipping.left.length > 0 && !(order.data.forGift && order.data.address === null) && brand.can('store:write') && <Button type="primary" onClick={() => setShipping(true)}>{t('service.ship')}</Button>}
          {order.data?.state === 'awaiting_payment' && brand.can('store:write') && <Button onClick={() => setCancelling(true)}>{t('store.cancelOrder')}</Button>}
        </>
      )}
    >
      <Loaded query={order} bones={<LineBones count={8} />}>
        {(data) => (
          <div className={css.columns}>
            <div className={css.main}>
              <Section title={t('store.lines')}><OrderLines order={data} /></Section>
              {data.state === 'paid' && <Section title={t('service.shipping')}><OrderShipping order={data} /></Section>}
              <OrderCases orderId={data.id} />
              {data.refunds.length > 0 && <Section title={t('store.refunds')}><Refunds order={data} /></Section>}
              <Section title={t('store.history')}><OrderSteps order={data} /></Section>
            </div>
            <aside className={css.side} aria-label={t('store.facts')}>
              <Facts order={data} />
              {data.forGift && <OrderGift orderId={data.id} />}
              <Payment order={data} />
              {brand.can('people:read') && <Delivery order={data} />}
            </aside>
            {refunding && <RefundDialog order={data} onClose={() => setRefunding(false)} />}
            {shipping && <ShipDialog order={data} onClose={() => setShipping(false)} />}
            {cancelling && <CancelDialog order={data} onClose={() => setCancelling(false)} />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Lead({ order }: { order: Order }) {
  const { t, language } = useWords();
  return (
    <>
      <OrderState order={order} />
      {shipsAtAll(order) && <> · {t(`service.fulfilment_${order.fulfilment}`)}</>}
      {order.state === 'awaiting_payment' && <> · {t('store.heldUntil', { at: dateTime(order.expiresAt, language) })}</>}
    </>
  );
}

function Facts({ order }: { order: Order }) {
  const { t } = useWords();
  const brand = useBrand();
  const params = { brandId: String(brand.id) };
  const storefront = useQuery({ ...storefrontsQuery(brand.id), enabled: brand.can('store:read') }).data?.items.find(({ id }) => id === order.storefrontId);
  return (
    <div className={css.panel}>
      <h2>{t('store.order')}</h2>
      <dl className={css.facts}>
        <dt>{t('store.placedAt')}</dt><dd><When at={order.placedAt} /></dd>
        {storefront && <><dt>{t('store.storefront')}</dt><dd><Link to="/b/$brandId/storefronts/$storefrontId" params={{ ...params, storefrontId: storefront.id }}>{storefront.name}</Link></dd></>}
        <dt>{t('store.channel')}</dt><dd>{t(`store.channel_${order.channel}`)}</dd>
        {order.contactId !== null && (
          <><dt>{t('store.buyer')}</dt><dd><Link to="/b/$brandId/contacts/$contactId" params={{ ...params, contactId: String(order.contactId) }}>{t('contacts.unnamed', { id: order.contactId })}</Link></dd></>
        )}
      </dl>
    </div>
  );
}

function Payment({ order: { payment } }: { order: Order }) {
  const { t } = useWords();
  return (
    <div className={css.panel}>
      <h2>{t('store.payment')}</h2>
      {payment === null ? <p className="quiet">{t('store.noPayment')}</p> : (
        <dl className={css.facts}>
          <dt>{t('store.state')}</dt><dd>{t(`store.payment_${payment.state}`)}</dd>
          <dt>{t('store.mchid')}</dt><dd className="num">{payment.mchid}</dd>
          <dt>{t('store.openedAt')}</dt><dd><When at={payment.openedAt} /></dd>
          {payment.paidAt && <><dt>{t('store.paidAt')}</dt><dd><When at={payment.paidAt} /></dd></>}
          {payment.transactionId && <><dt>{t('store.transaction')}</dt><dd className="num">{payment.transactionId}</dd></>}
        </dl>
      )}
    </div>
  );
}
