import { App, Form, Input, Modal, Radio, Switch } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { api, ask } from '../../../api/client.ts';
import { TypedConfirm } from '../../../components/typed-confirm.tsx';
import { useWords } from '../../../i18n/index.ts';
import { count, money } from '../../../lib/format.ts';
import { plainYuan } from '../../../lib/money.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { LineUnits } from '../line-units.tsx';
import { storeKey, type Order } from '../queries.ts';
import { isPartSent, leftOf, refundOf } from './refund-share.ts';

interface Values {
  /** By the line's position. */
  units: Record<string, number | null>;
  /** Where some were sent and some were not. */
  meant: Record<string, 'unsent_first' | 'sent_first'>;
  reason: string;
  restock: boolean;
}

/** One key a dialog: a second tap, or a lost answer, is the same refund. */
const newKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Which units go back, then the amount, typed: it cannot be taken back. */
export function RefundDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [requestKey] = useState(newKey);
  const [chosen, setChosen] = useState<Values | null>(null);
  const lines = order.lines.filter((line) => leftOf(order, line) > 0);
  const units = Form.useWatch('units', form) ?? {};
  const fenOfUnits = (by: Values['units']) => lines.reduce((sum, line) => sum + refundOf(order, line, by[line.position] ?? 0), 0);
  const fen = fenOfUnits(chosen?.units ?? units);
  const refund = async ({ units: by, meant = {}, reason, restock }: Values) => {
    await ask(api.POST('/api/brands/{brandId}/store/orders/{orderId}/refunds', {
      params: { path: { brandId: brand.id, orderId: order.id } },
      body: { lines: lines.flatMap(({ position }) => (by[position] ? [{ position, units: by[position], ...(meant[position] ? { meant: meant[position] } : {}) }] : [])), reason, restock, requestKey },
    }));
    await queryClient.invalidateQueries({ queryKey: storeKey(brand.id) });
    void message.success(t('store.refundRequested'));
  };
  return (
    <>
      <Modal open={chosen === null} title={t('store.refund')} okText={t('store.refundNext', { money: money(fen) })} okButtonProps={{ disabled: fen === 0 }} onOk={() => form.submit()} onCancel={onClose}>
        <Form form={form} layout="vertical" requiredMark={false} initialValues={{ units: Object.fromEntries(lines.map((line) => [line.position, leftOf(order, line)])), restock: true }} onFinish={setChosen}>
          {lines.map((line) => (
            <Fragment key={line.position}>
              <LineUnits
                field="units" line={line} most={leftOf(order, line)} about={t('store.leftOf', { left: count(leftOf(order, line)), all: count(line.quantity) })}
                label={t('store.unitsOf', { name: line.name })} amount={money(refundOf(order, line, units[line.position] ?? 0))}
              />
              {isPartSent(order, line) && (units[line.position] ?? 0) > 0 && (
                <Form.Item name={['meant', String(line.position)]} label={t('store.whichUnits')} initialValue="unsent_first">
                  <Radio.Group options={(['unsent_first', 'sent_first'] as const).map((value) => ({ value, label: t(`store.${value}`) }))} />
                </Form.Item>
              )}
            </Fragment>
          ))}
          <Form.Item name="reason" label={t('store.reason')} extra={t('store.reasonHelp')} rules={[{ required: true, whitespace: true, message: t('door.needed') }]}><Input maxLength={80} /></Form.Item>
          <Form.Item name="restock" label={t('store.restock')} extra={t('store.restockHelp')} valuePropName="checked" style={{ marginBottom: 0 }}><Switch /></Form.Item>
        </Form>
      </Modal>
      {chosen && (
        <TypedConfirm open title={t('store.refund')} expected={plainYuan(fen)} verb={t('store.refundNow')} onConfirm={() => refund(chosen)} onClose={onClose}>
          {t('store.refundWarning', { money: money(fen), number: order.number })}
        </TypedConfirm>
      )}
    </>
  );
}
