import { App, Form, Input, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { miniProgramsQuery, type MiniProgram } from '../queries.ts';

interface Values {
  name: string;
  appid: string;
  secret: string;
}

/** The secret goes to the server once, which tries it at WeChat before it keeps it sealed. */
export function MiniProgramDialog({ known, onClose }: { known: MiniProgram | null; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const { busy, failure, submit } = useSubmit(form, async ({ name, appid, secret }) => {
    await ask(api.POST('/api/brands/{brandId}/store/mini-programs', { params: { path: { brandId: brand.id } }, body: { name, appid: appid.trim(), secret: secret.trim() } }));
    await queryClient.invalidateQueries({ queryKey: miniProgramsQuery(brand.id).queryKey });
    void message.success(t('store.secretAccepted'));
    onClose();
  });
  const needed = { required: true, whitespace: true, message: t('door.needed') };
  return (
    <Modal open title={t(known ? 'store.newSecret' : 'store.connectMini')} okText={t('store.checkAndSave')} confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose} mask={{ closable: false }}>
      <Form form={form} layout="vertical" requiredMark={false} autoComplete="off" initialValues={{ name: known?.name, appid: known?.appid }} onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <p className="caption" style={{ marginBottom: 16 }}>{t('store.miniHelp')}</p>
        <Form.Item name="name" label={t('store.miniName')} rules={[needed]}><Input maxLength={100} /></Form.Item>
        <Form.Item name="appid" label="AppID" rules={[needed, { pattern: /^\s*wx[0-9a-f]{16}\s*$/, message: t('store.appidWrong') }]}><Input disabled={known !== null} placeholder="wx…" /></Form.Item>
        <Form.Item name="secret" label="AppSecret" rules={[needed, { pattern: /^\s*\S{16,64}\s*$/, message: t('store.secretWrong') }]} style={{ marginBottom: 0 }}><Input.Password autoComplete="new-password" /></Form.Item>
      </Form>
    </Modal>
  );
}
