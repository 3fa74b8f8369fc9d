import { App, Form, Input, Modal, Segmented } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { storeKey, type Merchant } from '../queries.ts';

interface Values {
  name: string;
  mchid: string;
  serialNo: string;
  privateKey: string;
  apiV3Key: string;
  mode: 'publicKey' | 'certificate';
  publicKeyId?: string;
  publicKey?: string;
}

/** Keys go to the server once, which tries them at WeChat Pay before it keeps them sealed; they are never shown again. */
export function MerchantDialog({ known, onClose }: { known: Merchant | null; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const mode = Form.useWatch('mode', form) ?? 'publicKey';
  const { busy, failure, submit } = useSubmit(form, async ({ name, mchid, serialNo, privateKey, apiV3Key, publicKeyId = '', publicKey = '', ...values }) => {
    await ask(api.POST('/api/brands/{brandId}/store/merchants', {
      params: { path: { brandId: brand.id } },
      body: {
        name, mchid: mchid.trim(), serialNo: serialNo.trim(), privateKey: privateKey.trim(), apiV3Key: apiV3Key.trim(),
        publicKey: values.mode === 'publicKey' ? { id: publicKeyId.trim(), pem: publicKey.trim() } : null,
      },
    }));
    await queryClient.invalidateQueries({ queryKey: storeKey(brand.id) });
    void message.success(t('store.keysAccepted'));
    onClose();
  });
  const needed = { required: true, whitespace: true, message: t('door.needed') };
  const like = (pattern: RegExp, wrong: string) => [needed, { pattern, message: wrong }];
  const pem = { autoSize: { minRows: 3, maxRows: 6 }, autoComplete: 'off', spellCheck: false };
  return (
    <Modal open width={600} title={t(known ? 'store.newKeysTitle' : 'store.connectMerchant')} okText={t('store.checkAndSave')} confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose} mask={{ closable: false }}>
      <Form
        form={form} layout="vertical" requiredMark={false} autoComplete="off" onFinish={(values) => void submit(values)}
        initialValues={{ mode: 'publicKey', ...(known ? { name: known.name, mchid: known.mchid, serialNo: known.serialNo, mode: known.publicKeyId === null ? 'certificate' : 'publicKey', publicKeyId: known.publicKeyId ?? '' } : {}) }}
      >
        <FormFailure text={failure} />
        <p className="caption" style={{ marginBottom: 16 }}>{t('store.merchantHelp')}</p>
        <Form.Item name="name" label={t('store.merchantName')} rules={[needed]}><Input maxLength={100} /></Form.Item>
        <Form.Item name="mchid" label={t('store.mchid')} rules={like(/^\s*[0-9]{8,12}\s*$/, t('store.mchidWrong'))}><Input inputMode="numeric" disabled={known !== null} /></Form.Item>
        <Form.Item name="apiV3Key" label={t('store.apiV3Key')} extra={t('store.apiV3KeyHelp')} rules={like(/^\s*\S{32}\s*$/, t('store.apiV3KeyWrong'))}><Input.Password autoComplete="new-password" /></Form.Item>
        <Form.Item name="serialNo" label={t('store.serial')} rules={like(/^\s*[0-9A-Fa-f]{8,64}\s*$/, t('store.serialWrong'))}><Input /></Form.Item>
        <Form.Item name="privateKey" label={t('store.privateKey')} extra={t('store.privateKeyHelp')} rules={like(/^\s*-----BEGIN [\s\S]+-----\s*$/, t('store.pemWrong'))}><Input.TextArea {...pem} /></Form.Item>
        <Form.Item name="mode" label={t('store.verification')} extra={t(`store.mode_${mode}`)}>
          <Segmented options={[{ value: 'publicKey', label: t('store.byPublicKey') }, { value: 'certificate', label: t('store.byCertificate') }]} />
        </Form.Item>
        {mode === 'publicKey' && (
          <>
            <Form.Item name="publicKeyId" label={t('store.publicKeyId')} rules={like(/^\s*PUB_KEY_ID_[0-9A-Za-z]+\s*$/, t('store.publicKeyIdWrong'))}><Input placeholder="PUB_KEY_ID_…" /></Form.Item>
            <Form.Item name="publicKey" label={t('store.publicKey')} rules={like(/^\s*-----BEGIN [\s\S]+-----\s*$/, t('store.pemWrong'))}><Input.TextArea {...pem} /></Form.Item>
          </>
        )}
      </Form>
    </Modal>
  );
}
