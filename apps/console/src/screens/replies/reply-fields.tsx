import { Button, Form, Input, Select } from 'antd';
import { useWords } from '../../i18n/index.ts';

const types = ['text', 'news', 'image', 'voice', 'video', 'music', 'transfer_customer_service'] as const;

/** What is answered: one of the kinds WeChat accepts as a passive reply (official-account 5). */
export function ReplyFields() {
  const { t } = useWords();
  const form = Form.useFormInstance();
  const type = Form.useWatch<(typeof types)[number] | undefined>(['reply', 'type'], { form, preserve: true }) ?? 'text';
  const needed = [{ required: true, message: t('door.needed') }];
  const line = (field: string, label: string, required = false) => (
    <Form.Item key={field} name={['reply', field]} label={label} rules={required ? needed : []}><Input spellCheck={false} /></Form.Item>
  );
  return (
    <>
      <Form.Item label={t('replies.reply')}>
        <Select
          value={type}
          onChange={(next: (typeof types)[number]) => form.setFieldValue('reply', next === 'news' ? { type: next, articles: [{}] } : { type: next })}
          options={types.map((one) => ({ value: one, label: t(`replies.type_${one}`) }))}
        />
      </Form.Item>
      {type === 'text' && (
        <Form.Item name={['reply', 'content']} label={t('replies.content')} rules={needed} extra={t('replies.contentAdvice')}>
          <Input.TextArea rows={5} maxLength={2048} />
        </Form.Item>
      )}
      {(type === 'image' || type === 'voice' || type === 'video') && line('mediaId', 'media_id', true)}
      {type === 'music' && [line('thumbMediaId', 'thumb_media_id', true), line('musicUrl', t('replies.musicUrl')), line('hqMusicUrl', t('replies.hqMusicUrl'))]}
      {(type === 'video' || type === 'music') && [line('title', t('replies.title')), line('description', t('replies.description'))]}
      {type === 'transfer_customer_service' && line('kfAccount', t('replies.kfAccount'))}
      {type === 'news' && (
        <Form.List name={['reply', 'articles']}>
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <fieldset key={key} style={{ border: 0, borderTop: '1px solid var(--hairline)', margin: 0, padding: '16px 0 0' }}>
                  <Form.Item name={[name, 'title']} label={t('replies.title')} rules={needed}><Input maxLength={64} /></Form.Item>
                  <Form.Item name={[name, 'description']} label={t('replies.description')}><Input maxLength={200} /></Form.Item>
                  <Form.Item name={[name, 'url']} label={t('replies.url')} rules={needed}><Input inputMode="url" /></Form.Item>
                  <Form.Item name={[name, 'picUrl']} label={t('replies.picUrl')}><Input inputMode="url" /></Form.Item>
                  {fields.length > 1 && <Button type="link" size="small" onClick={() => remove(name)}>{t('action.remove')}</Button>}
                </fieldset>
              ))}
              {fields.length < 8 && <Button style={{ marginBottom: 20 }} onClick={() => add({})}>{t('pushes.addArticle')}</Button>}
            </>
          )}
        </Form.List>
      )}
    </>
  );
}
