import { Button, Form, Input, Modal, Switch } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { Page, Section } from '../../components/page.tsx';
import { Empty, LineBones, Loaded } from '../../components/states.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useWords } from '../../i18n/index.ts';
import { count, money } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { ContentLift } from './content-lift.tsx';
import css from './content.module.css';
import { contentKey, partnersQuery, settingsQuery } from './queries.ts';
import { RegionsField } from './regions-field.tsx';
import { ContentTabs } from './tabs.tsx';
import { useTelling } from '../../components/use-telling.ts';

/** The six rules, how articles are approved, who makes content with the brand, and what kinds of it achieved. */
export default function ContentSettings() {
  const { t } = useWords();
  const { aggregatesOnly } = useBrand();
  return (
    <Page title={t('nav.articles')} tabs={<ContentTabs />}>
      <Linter />
      <ApprovalRules />
      <Partners />
      {!aggregatesOnly && <ContentLift />}
    </Page>
  );
}

function useChange() {
  const brand = useBrand();
  const attempt = useTelling();
  const queryClient = useQueryClient();
  return (work: Promise<unknown>) => attempt(async () => {
    await work;
    await queryClient.invalidateQueries({ queryKey: contentKey(brand.id) });
  });
}

function Linter() {
  const { t, language } = useWords();
  const brand = useBrand();
  const change = useChange();
  const rules = useQuery({
    queryKey: [...contentKey(brand.id), 'linter'],
    queryFn: () => ask(api.GET('/api/brands/{brandId}/content/linter', { params: { path: { brandId: brand.id } } })),
  });
  return (
    <Section title={t('content.linter')} note={t('content.linterLead')}>
      <Loaded query={rules} bones={<LineBones count={6} />}>
        {({ items }) => (
          <ul className={css.rules}>
            {items.map((rule) => (
              <li key={rule.rule}>
                <Switch
                  size="small" checked={rule.enabled} disabled={!brand.can('pushes:write')} aria-label={rule[language]}
                  onChange={(enabled) => void change(ask(api.PUT('/api/brands/{brandId}/content/linter/{rule}', { params: { path: { brandId: brand.id, rule: rule.rule } }, body: { enabled } })))}
                />
                <div>
                  <div>{rule[language]}</div>
                  <span className="caption">{t(`content.on_${rule.on}`, { lift: rule.lift })} · {rule.source[language]}</span>
                  {!rule.enabled && rule.reason && <div className="caption">{t(`content.ruleOff_${rule.reason}`)}</div>}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}

function ApprovalRules() {
  const { t } = useWords();
  const brand = useBrand();
  const change = useChange();
  const settings = useQuery(settingsQuery(brand.id));
  return (
    <Section title={t('content.approvalRules')} note={t('content.notByAuthor')}>
      <Loaded query={settings} bones={<LineBones count={2} />}>
        {(data) => {
          const save = (next: Partial<typeof data>) => void change(ask(api.PUT('/api/brands/{brandId}/content/settings', { params: { path: { brandId: brand.id } }, body: { ...data, ...next } })));
          const may = brand.can('pushes:approve');
          return (
            <Form layout="vertical" disabled={!may} style={{ maxWidth: 480 }}>
              <Form.Item label={t('content.approvalNeeded')}><Switch checked={data.approvalNeeded} onChange={(approvalNeeded) => save({ approvalNeeded })} /></Form.Item>
              <Form.Item label={t('content.defaultRegions')} extra={t('content.askRegionsHelp')}><RegionsField byDefault={data.regions} value={data.regions} onChange={(regions) => save({ regions })} /></Form.Item>
            </Form>
          );
        }}
      </Loaded>
    </Section>
  );
}

function Partners() {
  const { t } = useWords();
  const brand = useBrand();
  const change = useChange();
  const [adding, setAdding] = useState(false);
  const partners = useQuery(partnersQuery(brand.id));
  type Row = NonNullable<typeof partners.data>['items'][number];
  const writes = brand.can('pushes:write');
  const columns: Column<Row>[] = [
    { id: 'name', title: t('content.partnerName'), width: 180, grow: 2, phone: 'title', cell: (row) => row.name, text: (row) => row.name },
    { id: 'note', title: t('content.note'), width: 200, grow: 2, phone: 'detail', cell: (row) => row.note, text: (row) => row.note },
    { id: 'articles', title: t('content.partnerArticles'), width: 80, align: 'right', cell: (row) => count(row.articles), text: (row) => row.articles },
    { id: 'cost', title: t('content.partnerCost'), width: 120, align: 'right', phone: 'aside', cell: (row) => (row.costFen === null ? t('state.none') : money(row.costFen)), text: (row) => row.costFen },
    { id: 'do', title: '', width: 90, align: 'right', text: () => '', cell: (row) => writes && <Button type="link" size="small" onClick={() => void change(ask(api.DELETE('/api/brands/{brandId}/content/partners/{partnerId}', { params: { path: { brandId: brand.id, partnerId: row.id } } })))}>{t('content.archive')}</Button> },
  ];
  return (
    <Section title={t('content.partners')} aside={writes && <Button size="small" onClick={() => setAdding(true)}>{t('content.newPartner')}</Button>}>
      <DataTable id="partners" label={t('content.partners')} bare columns={columns} rows={partners.data?.items} error={partners.error} retry={() => void partners.refetch()} rowId={(row) => row.id} empty={<Empty title={t('content.partnersNone')} />} />
      <NewPartner open={adding} onClose={() => setAdding(false)} />
    </Section>
  );
}

function NewPartner({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<{ name: string; note?: string }>();
  const { busy, failure, submit } = useSubmit(form, async (body) => {
    await ask(api.POST('/api/brands/{brandId}/content/partners', { params: { path: { brandId: brand.id } }, body }));
    await queryClient.invalidateQueries({ queryKey: contentKey(brand.id) });
    form.resetFields();
    onClose();
  });
  return (
    <Modal open={open} title={t('content.newPartner')} okText={t('action.add')} onOk={() => form.submit()} onCancel={onClose} confirmLoading={busy} destroyOnHidden>
      <Form form={form} layout="vertical" onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <Form.Item name="name" label={t('content.partnerName')} rules={[{ required: true, whitespace: true, message: t('door.needed') }]}><Input maxLength={60} /></Form.Item>
        <Form.Item name="note" label={t('content.note')}><Input maxLength={200} /></Form.Item>
      </Form>
    </Modal>
  );
}
