import { Form, Input } from 'antd';
import { useWords } from '../../i18n/index.ts';

/** Relay address and, once there is one, the keys the previous system checks its pushes with. Keys that are `kept` may be left empty. */
export function RelayFields({ kept }: { kept: boolean }) {
  const { t } = useWords();
  const form = Form.useFormInstance();
  const relayUrl = Form.useWatch<string | undefined>('relayUrl', form);
  const mode = Form.useWatch<string | undefined>('mode', form);
  const advice = t('accounts.relayKeysAdvice');
  const extra = kept ? `${advice} ${t('accounts.secretKept')}` : advice;
  const rules = (isNeeded: boolean) => [{ required: isNeeded && !kept, message: t('door.needed') }];
  return (
    <>
      <Form.Item name="relayUrl" label={t('accounts.relay')} extra={t('accounts.relayAdvice')}><Input inputMode="url" placeholder="https://" /></Form.Item>
      {relayUrl && (
        <>
          <Form.Item name="token" label={t('accounts.token')} extra={extra} rules={rules(true)}><Input.Password autoComplete="off" /></Form.Item>
          <Form.Item name="aesKey" label="EncodingAESKey" extra={extra} rules={rules(mode !== 'plain')}><Input.Password autoComplete="off" /></Form.Item>
        </>
      )}
    </>
  );
}
