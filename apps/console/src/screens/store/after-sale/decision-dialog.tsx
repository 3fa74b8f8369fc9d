import { App, Form, Input, Modal, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { MoneyField } from '../../../components/money-field.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { count, money } from '../../../lib/format.ts';
import { fenOf, yuanOf } from '../../../lib/money.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { LineUnits } from '../line-units.tsx';
import { storeKey } from '../queries.ts';
import { afterSaleSettingsQuery, type Case } from './queries.ts';

/** What all its units cost: no more can go back. */
export const mostOf = ({ lines }: Pick<Case, 'lines'>): number => lines.reduce((sum, { mostFen }) => sum + mostFen, 0);

/** Null where the whole goes back and nothing else was agreed to before, so that a fen of rounding stays the server’s. */
export const agreedOf = (one: Pick<Case, 'lines' | 'agreedFen'>, yuan: number | null | undefined): number | null =>
  (yuan === null || yuan === undefined || (one.agreedFen === null && fenOf(yuan) === mostOf(one)) ? null : fenOf(yuan));

interface Values {
  note: string;
  /** By the line's position. */
  units?: Record<string, number | null>;
  /** Of an exchange, by the line's position: what is sent instead, by its place in `insteadOf`; -1: the same again. */
  instead?: Record<string, number>;
  agreedFen?: number | null;
}

/** Beside the same again: another variant, or its own made another way. */
const insteadOf = ({ replacements, choices }: Case['mayName'][number]) => [
  ...replacements.map(({ skuId, name }) => ({ name, value: { replacementSkuId: skuId } })),
  ...choices.map(({ optionId, choiceId, option, name }) => ({ name: `${option} ${name}`, value: { replacementChoice: { optionId, choiceId } } })),
];

/** Agree or not; what whoever asked reads, what it is about, and how much goes back. */
export function DecisionDialog({ one, approve, onClose }: { one: Case; approve: boolean; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const givesMoney = approve && (one.kind === 'refund' || one.kind === 'return');
  const needsNote = !approve || one.kind !== 'refund';
  const names = approve && one.lines.length === 0;
  const comesBack = approve && one.kind !== 'refund';
  const counted = Form.useWatch('units', form);
  const [chosen, ...others] = one.mayName.filter(({ position }) => (counted?.[position] ?? 0) > 0);
  // One thing is exchanged for another; several for the same again.
  const only = !approve ? undefined : !names ? one.mayName[0] : others.length === 0 ? chosen : undefined;
  const settings = useQuery({ ...afterSaleSettingsQuery(brand.id), enabled: comesBack });
  const address = settings.data?.returnAddress ?? '';
  // Where the brand has things sent, until somebody types something else.
  useEffect(() => {
    if (address !== '' && !form.isFieldTouched('note')) form.setFieldValue('note', address);
  }, [address, form]);
  const { busy, failure, submit } = useSubmit(form, async ({ note = '', agreedFen, units = {}, instead = {} }) => {
    const lines = one.mayName.map(({ position }) => ({ position, units: units[position] ?? 0 })).filter((line) => line.units > 0);
    const sent = only && insteadOf(only)[instead[only.position] ?? -1]?.value;
    await ask(api.POST('/api/brands/{brandId}/store/after-sales/{caseId}/decision', {
      params: { path: { brandId: brand.id, caseId: one.id } }, body: { approve, note: note.trim(), ...(givesMoney ? { agreedFen: agreedOf(one, agreedFen) } : {}), ...(names ? { lines } : {}), ...sent },
    }));
    await queryClient.invalidateQueries({ queryKey: storeKey(brand.id) });
    void message.success(t('service.decided'));
    onClose();
  });
  return (
    <Modal open title={t(approve ? 'service.approveTitle' : 'service.refuseTitle')} okText={t(approve ? 'service.approve' : 'service.refuse')} okButtonProps={{ danger: !approve }} confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ agreedFen: yuanOf(mostOf(one)), units: Object.fromEntries(one.mayName.map(({ position }) => [position, 0])), instead: Object.fromEntries(one.mayName.map(({ position }) => [position, -1])) }} onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        {one.byReceiver && <p className="caption" style={{ marginBottom: 16 }}>{t('service.ofReceiver')}</p>}
        {names && (
          <Form.Item label={t('service.nameLines')} extra={t(one.mayName.length === 0 ? 'service.nothingToName' : 'service.nameLinesHelp')}>
            {one.mayName.map((line) => (
              <LineUnits key={line.position} field="units" line={line} most={line.units} about={`× ${count(line.units)}`} label={t('service.nameOne', { name: line.name })} />
            ))}
          </Form.Item>
        )}
        {only && insteadOf(only).length > 0 && (
          <Form.Item key={only.position} name={['instead', String(only.position)]} label={t('service.replacement')} extra={!names && t('service.insteadHelp')}>
            <Select options={[{ value: -1, label: t('service.sameAgain') }, ...insteadOf(only).map(({ name }, value) => ({ value, label: name }))]} />
          </Form.Item>
        )}
        {givesMoney && one.kind === 'refund' && <p className="caption" style={{ marginBottom: 16 }}>{t('service.refundAtOnce')}</p>}
        {givesMoney && (
          <Form.Item name="agreedFen" label={t('service.agreed')} extra={t('service.agreedHelp', { money: money(mostOf(one)) })} rules={[{ required: true, message: t('door.needed') }]}><MoneyField max={yuanOf(mostOf(one))} /></Form.Item>
        )}
        <Form.Item name="note" label={t('service.note')} extra={t(comesBack ? 'service.noteAddress' : 'service.noteWhy')} rules={needsNote ? [{ required: true, whitespace: true, message: t('door.needed') }] : []}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
