import { Form, Input, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { messageOf } from '../../../api/problem.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { carriersQuery } from '../after-sale/queries.ts';

/** Which carrier, of those WeChat knows, and under which number. */
export function CarrierFields() {
  const { t } = useWords();
  const brand = useBrand();
  const carriers = useQuery(carriersQuery(brand.id));
  const needed = { required: true, whitespace: true, message: t('door.needed') };
  return (
    <>
      {carriers.error && <FormFailure text={messageOf(carriers.error)} />}
      <Form.Item name="carrierId" label={t('service.carrier')} extra={t('service.carrierHelp')} rules={[needed]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }} loading={carriers.isLoading} virtual
          options={(carriers.data?.items ?? []).map(({ id, name }) => ({ value: id, label: `${name} (${id})` }))}
        />
      </Form.Item>
      <Form.Item name="waybill" label={t('service.waybill')} rules={[needed, { pattern: /^\s*[A-Za-z0-9 -]{6,60}\s*$/, message: t('service.waybillWrong') }]}><Input maxLength={60} autoComplete="off" /></Form.Item>
    </>
  );
}
