import { App, Button, Form, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { Section } from '../../components/page.tsx';
import { LineBones, Loaded } from '../../components/states.tsx';
import { TypedConfirm } from '../../components/typed-confirm.tsx';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';

type Stored = paths['/api/brands/{brandId}/retention']['get']['responses']['200']['content']['application/json'];

const retentionQuery = (brandId: number) => ({
  queryKey: ['brand', brandId, 'retention'] as const,
  queryFn: () => ask(api.GET('/api/brands/{brandId}/retention', { params: { path: { brandId } } })),
});

/** How long the brand keeps what need not be kept for ever. */
export function Retention() {
  const { t } = useWords();
  const brand = useBrand();
  const retention = useQuery({ ...retentionQuery(brand.id), refetchOnWindowFocus: false });
  return (
    <Section title={t('settings.retention')}>
      <Loaded query={retention} bones={<LineBones count={2} />}>{(stored) => <Editor stored={stored} />}</Loaded>
    </Section>
  );
}

/** `null` is no value of an antd option. */
const KEEP = 0;
const choices = { wordsMonths: [KEEP, 3, 6, 13, 25, 37], leaversMonths: [KEEP, 6, 13, 25, 37] } as const;
type Values = Record<keyof typeof choices, number>;

function Editor({ stored }: { stored: Stored }) {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [asked, setAsked] = useState<Values | null>(null);
  const mayChange = brand.can('brand:manage');
  const save = async ({ wordsMonths, leaversMonths }: Values) => {
    await ask(api.PUT('/api/brands/{brandId}/retention', {
      params: { path: { brandId: brand.id } }, body: { wordsMonths: wordsMonths || null, leaversMonths: leaversMonths || null },
    }));
    await queryClient.invalidateQueries({ queryKey: retentionQuery(brand.id).queryKey });
    void message.success(t('settings.saved'));
  };
  return (
    <Form
      form={form}
      layout="vertical"
      style={{ maxWidth: 400 }}
      disabled={!mayChange}
      initialValues={{ wordsMonths: stored.wordsMonths ?? KEEP, leaversMonths: stored.leaversMonths ?? KEEP }}
      onFinish={setAsked}
    >
      {(['wordsMonths', 'leaversMonths'] as const).map((name) => (
        <Form.Item key={name} name={name} label={t(`settings.${name}`)} extra={t(`settings.${name}Advice`)}>
          <Select options={optionsOf(choices[name], stored[name]).map((value) => ({ value, label: value === KEEP ? t(`settings.${name}Keep`) : t('settings.months', { count: value }) }))} />
        </Form.Item>
      ))}
      {mayChange && <Button htmlType="submit">{t('action.save')}</Button>}
      <TypedConfirm
        open={asked !== null}
        title={t('settings.retention')}
        expected={brand.name}
        verb={t('action.save')}
        onConfirm={() => save(asked!)}
        onClose={() => setAsked(null)}
      >
        {t('settings.retentionWarning')}
      </TypedConfirm>
    </Form>
  );
}

/** What the API was told may be between the choices. */
const optionsOf = (offered: readonly number[], stored: number | null): number[] => [...new Set([...offered, stored ?? KEEP])].sort((a, b) => a - b);
