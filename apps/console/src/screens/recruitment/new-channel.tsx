import { Form, Input, Modal, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useAccounts } from '../../api/accounts.ts';
import { api, ask } from '../../api/client.ts';
import { tagsQuery } from '../../api/tags.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { useKinds, type ChannelRow } from './queries.ts';

interface Values {
  assetId?: string;
  kind: ChannelRow['kind'];
  name: string;
  note?: string;
  code: 'default' | 'permanent' | 'temporary' | 'none';
  tags?: string[];
}

export function NewChannel({ open, onClose, onMade }: { open: boolean; onClose: () => void; onMade: (id: string) => void }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const kinds = useKinds()?.kinds;
  const accounts = useAccounts()?.filter(({ state }) => state === 'connected') ?? [];
  const tags = useQuery({ ...tagsQuery(brand.id), enabled: brand.can('people:read') });
  const [form] = Form.useForm<Values>();
  const { busy, failure, submit } = useSubmit(form, async ({ code, assetId, ...rest }) => {
    const channel = await ask(api.POST('/api/brands/{brandId}/channels', {
      params: { path: { brandId: brand.id } },
      body: { ...rest, assetId: assetId ?? accounts[0]?.id ?? '', ...(code === 'default' ? {} : { code: code === 'none' ? null : code }) },
    }));
    await queryClient.invalidateQueries({ queryKey: ['brand', brand.id, 'channels'] });
    form.resetFields();
    onClose();
    onMade(channel.id);
  });
  const needed = [{ required: true, message: t('door.needed') }];
  return (
    <Modal open={open} title={t('recruitment.newChannel')} onCancel={onClose} onOk={() => form.submit()} okText={t('recruitment.create')} confirmLoading={busy} destroyOnHidden>
      <Form form={form} layout="vertical" initialValues={{ kind: 'store', code: 'default' }} onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        {accounts.length > 1 && (
          <Form.Item name="assetId" label={t('pushes.account')} rules={needed}>
            <Select options={accounts.map(({ id, name }) => ({ value: id, label: name }))} />
          </Form.Item>
        )}
        <Form.Item name="kind" label={t('recruitment.kind')} rules={needed}>
          <Select options={Object.entries(kinds ?? {}).map(([value, text]) => ({ value, label: text[language] }))} />
        </Form.Item>
        <Form.Item name="name" label={t('recruitment.channelName')} rules={needed}><Input maxLength={60} /></Form.Item>
        <Form.Item name="code" label={t('recruitment.code')} extra={t('recruitment.codeAdvice')}>
          <Select
            options={[
              { value: 'default', label: t('recruitment.codeDefault') },
              { value: 'permanent', label: t('recruitment.permanent') },
              { value: 'temporary', label: t('recruitment.temporary') },
              { value: 'none', label: t('recruitment.noCode') },
            ]}
          />
        </Form.Item>
        <Form.Item name="tags" label={t('recruitment.scanTags')} extra={t('recruitment.scanTagsAdvice')}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={(tags.data?.items ?? []).filter((tag) => tag.assetId === null).map((tag) => ({ value: tag.id, label: tag.name }))}
          />
        </Form.Item>
        <Form.Item name="note" label={t('recruitment.note')}><Input maxLength={120} /></Form.Item>
      </Form>
    </Modal>
  );
}
