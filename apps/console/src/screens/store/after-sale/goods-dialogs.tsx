import { App, Form, Input, Modal, Segmented } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { MoneyField } from '../../../components/money-field.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { count, money } from '../../../lib/format.ts';
import { yuanOf } from '../../../lib/money.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { LineUnits } from '../line-units.tsx';
import { storeKey } from '../queries.ts';
import { CarrierFields } from '../shipping/carrier-fields.tsx';
import { agreedOf, mostOf } from './decision-dialog.tsx';
import type { Case } from './queries.ts';

/** Tells the buyer's side and the lists that something was done. */
function useDone(onClose: () => void) {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  return async () => {
    await queryClient.invalidateQueries({ queryKey: storeKey(brand.id) });
    void message.success(t('service.decided'));
    onClose();
  };
}

interface Inspected {
  accept: boolean;
  note: string;
  agreedFen: number | null;
  /** By the line's position, and the variant where it has several. */
  sellable: Record<string, number | null>;
}

/** A line, or each of its variants where an exchange made them several: which came back is not known. */
const cameBack = (line: Case['lines'][number]): { name: string; line: Case['lines'][number]; skuId?: string; title: string; most: number }[] =>
  line.variants.length === 0
    ? [{ name: String(line.position), line, title: line.name, most: line.units }]
    : line.variants.map(({ skuId, name, units }) => ({ name: `${line.position} ${skuId}`, line, skuId, title: `${line.name} → ${name}`, most: Math.min(units, line.units) }));

/** What came back: whether it is as it should be, and what of it can be sold again. */
export function InspectDialog({ one, onClose }: { one: Case; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const done = useDone(onClose);
  const [form] = Form.useForm<Inspected>();
  const accept = Form.useWatch('accept', form) ?? true;
  const rows = one.lines.flatMap(cameBack);
  const restocks = accept && one.kind !== 'care';
  const givesMoney = accept && one.kind === 'return';
  const { busy, failure, submit } = useSubmit(form, async ({ note = '', agreedFen, sellable }) => {
    await ask(api.POST('/api/brands/{brandId}/store/after-sales/{caseId}/inspection', {
      params: { path: { brandId: brand.id, caseId: one.id } },
      body: {
        accept, note: note.trim(), sellable: restocks ? rows.map(({ name, line, skuId }) => ({ position: line.position, units: sellable[name] ?? 0, ...(skuId === undefined ? {} : { skuId }) })) : [],
        ...(givesMoney ? { agreedFen: agreedOf(one, agreedFen) } : {}),
      },
    }));
    await done();
  });
  const start = { accept: true, agreedFen: yuanOf(one.agreedFen ?? mostOf(one)), sellable: Object.fromEntries(rows.map(({ name, skuId, most }) => [name, skuId === undefined ? most : 0])) };
  return (
    <Modal open title={t('service.inspectTitle')} okText={t(accept ? 'service.accepted' : 'service.rejected')} okButtonProps={{ danger: !accept }} confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={start} onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <Form.Item name="accept"><Segmented options={[{ value: true, label: t('service.accepted') }, { value: false, label: t('service.rejected') }]} /></Form.Item>
        {restocks && (
          <>
            <p className="caption">{t('service.sellableHelp')}</p>
            {one.lines.some(({ variants }) => variants.length > 0) && <p className="caption">{t('service.sellableVariants')}</p>}
            {rows.map(({ name, title, most }) => (
              <LineUnits key={name} field="sellable" line={{ position: name, name: title }} most={most} about={`× ${count(most)}`} label={t('service.sellableUnits', { name: title })} />
            ))}
          </>
        )}
        {givesMoney && <Form.Item name="agreedFen" label={t('service.agreed')} extra={t('service.agreedHelp', { money: money(mostOf(one)) })} rules={[{ required: true, message: t('door.needed') }]}><MoneyField max={yuanOf(mostOf(one))} /></Form.Item>}
        <Form.Item name="note" label={t('service.note')} rules={accept ? [] : [{ required: true, whitespace: true, message: t('door.needed') }]}><Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} /></Form.Item>
      </Form>
    </Modal>
  );
}

interface Dispatched {
  carrierId: string;
  waybill: string;
  note?: string;
}

export function DispatchDialog({ one, onClose }: { one: Case; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const done = useDone(onClose);
  const [form] = Form.useForm<Dispatched>();
  const { busy, failure, submit } = useSubmit(form, async ({ carrierId, waybill, note = '' }) => {
    await ask(api.POST('/api/brands/{brandId}/store/after-sales/{caseId}/dispatch', { params: { path: { brandId: brand.id, caseId: one.id } }, body: { carrierId, waybill: waybill.trim(), note: note.trim() } }));
    await done();
  });
  return (
    <Modal open title={t('service.dispatchTitle')} okText={t('service.dispatch')} confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <CarrierFields />
        <Form.Item name="note" label={t('service.note')}><Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} /></Form.Item>
      </Form>
    </Modal>
  );
}
