import { Button, Drawer, Form, Input, Radio, Select, Switch } from 'antd';
import { useState } from 'react';
import type { Account } from '../../api/accounts.ts';
import { api, ask } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { TypedConfirm } from '../../components/typed-confirm.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { ReplyFields } from './reply-fields.tsx';
import type { Rule } from './replies.tsx';

type Body = paths['/api/brands/{brandId}/accounts/{assetId}/auto-replies']['post']['requestBody']['content']['application/json'];

interface ReplyDrawerProps {
  account: Account;
  rule: Rule | 'new' | null;
  onClose: () => void;
  onChanged: () => void;
}

export function ReplyDrawer({ account, rule, onClose, onChanged }: ReplyDrawerProps) {
  const { t } = useWords();
  return (
    <Drawer open={rule !== null} onClose={onClose} size={480} destroyOnHidden title={t(rule === 'new' ? 'replies.add' : 'replies.edit')}>
      {rule !== null && <ReplyForm account={account} rule={rule === 'new' ? null : rule} onDone={() => { onChanged(); onClose(); }} />}
    </Drawer>
  );
}

const blank: Body = { trigger: 'keyword', words: [], match: 'contains', enabled: true, reply: { type: 'text', content: '' } };

function ReplyForm({ account, rule, onDone }: { account: Account; rule: Rule | null; onDone: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const [form] = Form.useForm<Body>();
  const [removing, setRemoving] = useState(false);
  const path = { brandId: brand.id, assetId: account.id };
  const trigger = Form.useWatch('trigger', form) ?? rule?.trigger ?? blank.trigger;
  const named = trigger === 'keyword' || trigger === 'menu';
  const { busy, failure, submit } = useSubmit(form, async (values) => {
    const body: Body = { ...values, words: named ? values.words ?? [] : [], match: values.match ?? 'contains' };
    await ask(rule
      ? api.PUT('/api/brands/{brandId}/accounts/{assetId}/auto-replies/{replyId}', { params: { path: { ...path, replyId: rule.id } }, body })
      : api.POST('/api/brands/{brandId}/accounts/{assetId}/auto-replies', { params: { path }, body }));
    onDone();
  });
  const remove = async () => {
    await ask(api.DELETE('/api/brands/{brandId}/accounts/{assetId}/auto-replies/{replyId}', { params: { path: { ...path, replyId: rule!.id } } }));
    onDone();
  };
  const confirmBy = rule ? rule.words[0] ?? t(`replies.trigger_${rule.trigger}`) : '';
  return (
    <Form form={form} layout="vertical" disabled={!brand.can('accounts:write')} initialValues={rule ?? blank} onFinish={(values) => void submit(values)}>
      <FormFailure text={failure} />
      <Form.Item name="trigger" label={t('replies.trigger')}>
        <Select options={(['welcome', 'keyword', 'menu', 'default'] as const).map((one) => ({ value: one, label: t(`replies.trigger_${one}`) }))} />
      </Form.Item>
      {named && (
        <Form.Item name="words" label={t(trigger === 'menu' ? 'replies.menuKeys' : 'replies.words')} extra={t('replies.wordsAdvice')}>
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', '，']} />
        </Form.Item>
      )}
      {trigger === 'keyword' && (
        <Form.Item name="match" label={t('replies.match')}>
          <Radio.Group options={[{ value: 'contains', label: t('replies.contains') }, { value: 'exact', label: t('replies.exact') }]} />
        </Form.Item>
      )}
      <ReplyFields />
      <Form.Item name="enabled" label={t('replies.enabled')} valuePropName="checked"><Switch /></Form.Item>
      {brand.can('accounts:write') && (
        <div style={{ display: 'flex', gap: 8 }}>
          <Button type="primary" htmlType="submit" loading={busy}>{t('action.save')}</Button>
          {rule && <Button danger onClick={() => setRemoving(true)}>{t('action.delete')}</Button>}
        </div>
      )}
      <TypedConfirm open={removing} title={t('replies.deleteTitle')} expected={confirmBy} verb={t('action.delete')} onConfirm={remove} onClose={() => setRemoving(false)}>
        {t('replies.deleteWarning')}
      </TypedConfirm>
      <Form.Item name={['reply', 'type']} hidden><Input /></Form.Item>
    </Form>
  );
}
