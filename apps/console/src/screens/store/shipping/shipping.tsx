import { App, Button, Form, Input, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { When } from '../../../components/number.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useTelling } from '../../../components/use-telling.ts';
import { useWords } from '../../../i18n/index.ts';
import { count } from '../../../lib/format.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { useDoer } from '../doer.ts';
import { storeKey, type Order } from '../queries.ts';
import css from '../store.module.css';
import { CarrierFields } from './carrier-fields.tsx';

type Parcel = Order['shipping']['parcels'][number];

/** The parcels of an order, and what WeChat knows of them. */
export function OrderShipping({ order }: { order: Order }) {
  const { t } = useWords();
  const brand = useBrand();
  const doer = useDoer();
  const [correcting, setCorrecting] = useState<Parcel | null>(null);
  const { parcels, upload } = order.shipping;
  const nameOf = (position: number) => order.lines.find((line) => line.position === position)?.name ?? '';
  const writes = brand.can('store:write') && order.fulfilment !== 'received';
  return (
    <>
      {parcels.length === 0 ? <p className="quiet">{t('service.nothingShipped')}</p> : (
        <ol className={css.history}>
          {parcels.map((parcel) => (
            <li key={parcel.id}>
              <When at={parcel.shippedAt} />
              <div>
                <p>{t('service.parcel', { seq: count(parcel.seq) })} · {parcel.carrierName ?? t(`service.method_${parcel.method}`)} {parcel.waybill && <span className="num">{parcel.waybill}</span>}</p>
                <p>{parcel.lines.map(({ position, units }) => `${nameOf(position)} × ${count(units)}`).join(' · ')}</p>
                <span className="caption">{doer(parcel.shippedBy)}</span>
                {writes && parcel.method === 'express' && !upload?.changed && <Button type="link" size="small" onClick={() => setCorrecting(parcel)}>{t('service.correct')}</Button>}
              </div>
            </li>
          ))}
        </ol>
      )}
      {upload && upload.state !== 'not_needed' && <AtWechat order={order} upload={upload} />}
      {correcting && <CorrectDialog order={order} parcel={correcting} onClose={() => setCorrecting(null)} />}
    </>
  );
}

function AtWechat({ order, upload }: { order: Order; upload: NonNullable<Order['shipping']['upload']> }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const attempt = useTelling();
  const queryClient = useQueryClient();
  const [reminding, setReminding] = useState(false);
  const error = language === 'zh' ? upload.errorZh : upload.errorEn;
  const retry = () => attempt(async () => {
    await ask(api.POST('/api/brands/{brandId}/store/orders/{orderId}/shipping/retry', { params: { path: { brandId: brand.id, orderId: order.id } } }));
    await queryClient.invalidateQueries({ queryKey: storeKey(brand.id) });
  });
  const mayRemind = upload.finished && upload.remindedAt === null && order.fulfilment === 'shipped' && brand.can('store:write');
  return (
    <dl className={css.facts} style={{ marginTop: 16 }}>
      <dt>{t('service.atWechat')}</dt>
      <dd>
        <span className={css.state} data-state={upload.state === 'refused' ? 'abnormal' : upload.state === 'told' ? 'open' : 'processing'}>{t(`service.upload_${upload.state}`)}</span>
        {error && <p className={css.wrong}>{t('service.uploadError', { text: error })}</p>}
        {upload.state === 'refused' && (
          <p className="caption">{t(upload.finished ? 'service.changeRefusedMore' : 'service.uploadRefusedMore')} {brand.can('store:write') && <Button type="link" size="small" onClick={() => void retry()}>{t('service.retry')}</Button>}</p>
        )}
        {mayRemind && <> <Button type="link" size="small" onClick={() => setReminding(true)}>{t('service.remind')}</Button></>}
      </dd>
      {upload.settledAt ? <><dt>{t('service.settledAt')}</dt><dd><When at={upload.settledAt} /></dd></>
        : upload.settlesAt && <><dt>{t('service.settlesAt')}</dt><dd><When at={upload.settlesAt} /></dd></>}
      {reminding && <RemindDialog order={order} onClose={() => setReminding(false)} />}
    </dl>
  );
}

function CorrectDialog({ order, parcel, onClose }: { order: Order; parcel: Parcel; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<{ carrierId: string; waybill: string }>();
  const { busy, failure, submit } = useSubmit(form, async ({ carrierId, waybill }) => {
    await ask(api.PATCH('/api/brands/{brandId}/store/orders/{orderId}/parcels/{parcelId}', { params: { path: { brandId: brand.id, orderId: order.id, parcelId: parcel.id } }, body: { carrierId, waybill: waybill.trim() } }));
    await queryClient.invalidateQueries({ queryKey: storeKey(brand.id) });
    void message.success(t('service.corrected'));
    onClose();
  });
  return (
    <Modal open title={t('service.correct')} okText={t('service.correct')} confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ carrierId: parcel.carrierId, waybill: parcel.waybill }} onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <p className="caption" style={{ marginBottom: 16 }}>{t('service.correctHelp')}</p>
        <CarrierFields />
      </Form>
    </Modal>
  );
}

/** Minutes of Shanghai, as the field takes them. */
const shanghaiNow = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16);

function RemindDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<{ deliveredAt: string }>();
  const { busy, failure, submit } = useSubmit(form, async ({ deliveredAt }) => {
    await ask(api.POST('/api/brands/{brandId}/store/orders/{orderId}/receipt-reminder', { params: { path: { brandId: brand.id, orderId: order.id } }, body: { deliveredAt: new Date(`${deliveredAt}:00+08:00`).toISOString() } }));
    await queryClient.invalidateQueries({ queryKey: storeKey(brand.id) });
    void message.success(t('service.reminded'));
    onClose();
  });
  return (
    <Modal open title={t('service.remind')} okText={t('service.remind')} confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ deliveredAt: shanghaiNow() }} onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <p className="caption" style={{ marginBottom: 16 }}>{t('service.remindHelp')}</p>
        <Form.Item name="deliveredAt" label={t('service.deliveredAt')} rules={[{ required: true, message: t('door.needed') }]}><Input type="datetime-local" /></Form.Item>
      </Form>
    </Modal>
  );
}
