import { App, Form, Modal, Segmented } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { count } from '../../../lib/format.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { LineUnits } from '../line-units.tsx';
import { storeKey, type Order } from '../queries.ts';
import { CarrierFields } from './carrier-fields.tsx';

const methods = ['express', 'local', 'pickup'] as const;

interface Values {
  method: (typeof methods)[number];
  carrierId?: string;
  waybill?: string;
  /** By the line's position. */
  units: Record<string, number | null>;
}

/** What leaves, by which carrier. What is not in this parcel is left for another. */
export function ShipDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const method = Form.useWatch('method', form) ?? 'express';
  const { left, parcels } = order.shipping;
  const lines = order.lines.flatMap((line) => {
    const units = left.find(({ position }) => position === line.position)?.units ?? 0;
    return units > 0 ? [{ ...line, left: units }] : [];
  });
  const { busy, failure, submit } = useSubmit(form, async ({ method: by, carrierId, waybill, units }) => {
    const chosen = lines.flatMap(({ position }) => (units[position] ? [{ position, units: units[position] }] : []));
    await ask(api.POST('/api/brands/{brandId}/store/orders/{orderId}/parcels', {
      params: { path: { brandId: brand.id, orderId: order.id } },
      body: { method: by, ...(by === 'express' && carrierId && waybill ? { carrierId, waybill: waybill.trim(), lines: chosen } : {}) },
    }));
    await queryClient.invalidateQueries({ queryKey: storeKey(brand.id) });
    void message.success(t('service.shipped'));
    onClose();
  });
  return (
    <Modal open title={t('service.ship')} okText={t('service.shipNow')} confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ method: 'express', units: Object.fromEntries(lines.map((line) => [line.position, line.left])) }} onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        {parcels.length === 0 && (
          <Form.Item name="method" label={t('service.method')} extra={t('service.methodHelp')}><Segmented options={methods.map((value) => ({ value, label: t(`service.method_${value}`) }))} /></Form.Item>
        )}
        {method === 'express' && (
          <>
            <CarrierFields />
            {lines.map((line) => (
              <LineUnits
                key={line.position} field="units" line={line} most={line.left} about={t('service.leftToShip', { left: count(line.left), all: count(line.quantity) })}
                label={t('service.units', { name: line.name })}
              />
            ))}
          </>
        )}
      </Form>
    </Modal>
  );
}
