import { Button, Form, Input, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { MoneyField } from '../../components/money-field.tsx';
import { Page } from '../../components/page.tsx';
import { PeriodPicker } from '../../components/period-picker.tsx';
import { Empty } from '../../components/states.tsx';
import { usePages } from '../../components/use-pages.ts';
import { useSubmit } from '../../components/use-submit.ts';
import { useTelling } from '../../components/use-telling.ts';
import { useWords } from '../../i18n/index.ts';
import { isoDay, money } from '../../lib/format.ts';
import { fenOf } from '../../lib/money.ts';
import { productNow } from '../../lib/use-now.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { NamedField } from '../../shell/named-field.tsx';
import { usePeriod } from '../../shell/use-period.ts';
import { loadCosts, useKinds, type CostRow } from './queries.ts';
import { RecruitmentTabs } from './tabs.tsx';

export default function Costs() {
  const { t, language } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const attempt = useTelling();
  const queryClient = useQueryClient();
  const { days = '90' } = useSearch({ from: '/b/$brandId/recruitment/costs' });
  const period = usePeriod(days);
  const costs = usePages(['brand', brand.id, 'recruitment', 'costs', period], (cursor) => loadCosts(brand.id, period, cursor));
  const groups = useKinds()?.groups;
  const [recording, setRecording] = useState(false);
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['brand', brand.id, 'recruitment'] });
  const ownerOf = (row: CostRow) => (row.channelId
    ? row.channelName ?? ''
    : groups?.[row.sourceGroup ?? '']?.[language] ?? '');
  const remove = (row: CostRow) => attempt(async () => {
    await ask(api.DELETE('/api/brands/{brandId}/recruitment/costs/{costId}', { params: { path: { brandId: brand.id, costId: row.id } } }));
    await refresh();
  });
  const columns: Column<CostRow>[] = [
    { id: 'day', title: t('recruitment.day'), width: 110, phone: 'detail', cell: (row) => row.day, text: (row) => row.day },
    { id: 'owner', title: t('recruitment.spentOn'), width: 180, grow: 2, phone: 'title', cell: ownerOf, text: ownerOf },
    { id: 'fen', title: t('recruitment.amount'), width: 130, align: 'right', phone: 'aside', cell: (row) => money(row.fen), text: (row) => row.fen / 100 },
    { id: 'note', title: t('recruitment.note'), width: 180, grow: 2, phone: 'detail', cell: (row) => row.note, text: (row) => row.note },
    {
      id: 'do', title: '', width: 72, align: 'right', text: () => null,
      cell: (row) => brand.can('recruitment:write') && <Button type="link" size="small" onClick={() => void remove(row)}>{t('action.remove')}</Button>,
    },
  ];
  return (
    <Page
      title={t('nav.recruitment')}
      tabs={<RecruitmentTabs />}
      full
      actions={brand.can('recruitment:write') && <Button type="primary" onClick={() => setRecording(true)}>{t('recruitment.recordCost')}</Button>}
    >
      <DataTable
        id="costs"
        label={t('recruitment.costs')}
        main
        columns={columns}
        rows={costs.rows}
        rowId={(row) => row.id}
        error={costs.error}
        retry={costs.retry}
        more={costs.more}
        filters={<PeriodPicker value={days} onChange={(span) => void navigate({ to: '.', search: { days: span }, replace: true })} />}
        empty={<Empty title={t('recruitment.noCosts')}>{t('recruitment.noCostsMore')}</Empty>}
      />
      <RecordCost open={recording} onClose={() => setRecording(false)} onDone={() => void refresh()} />
    </Page>
  );
}

/** Before the name of a source group; the id of a channel has none. */
const GROUP = 'group:';

interface Values {
  owner: string;
  day: string;
  yuan: number;
  note?: string;
}

function RecordCost({ open, onClose, onDone }: { open: boolean; onClose: () => void; onDone: () => void }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const groups = useKinds()?.groups;
  const [form] = Form.useForm<Values>();
  const { busy, failure, submit } = useSubmit(form, async ({ owner, day, yuan, note }) => {
    const group = owner.startsWith(GROUP) ? (owner.slice(GROUP.length) as CostRow['sourceGroup']) : null;
    await ask(api.POST('/api/brands/{brandId}/recruitment/costs', {
      params: { path: { brandId: brand.id } },
      body: {
        channelId: group === null ? owner : null,
        sourceGroup: group,
        day,
        fen: fenOf(yuan),
        ...(note ? { note } : {}),
      },
    }));
    form.resetFields();
    onClose();
    onDone();
  });
  const needed = [{ required: true, message: t('door.needed') }];
  return (
    <Modal open={open} title={t('recruitment.recordCost')} onCancel={onClose} onOk={() => form.submit()} okText={t('recruitment.recordCost')} confirmLoading={busy} destroyOnHidden>
      <Form form={form} layout="vertical" initialValues={{ day: isoDay(productNow()) }} onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <Form.Item name="owner" label={t('recruitment.spentOn')} rules={needed}>
          <NamedField
            what="channelsInUse"
            also={Object.entries(groups ?? {}).filter(([group]) => group !== 'unknown').map(([group, text]) => ({ value: `${GROUP}${group}`, label: text[language] }))}
            headings={{ also: t('recruitment.sources'), found: t('recruitment.channels') }}
          />
        </Form.Item>
        <Form.Item name="day" label={t('recruitment.day')} rules={needed}><Input type="date" /></Form.Item>
        <Form.Item name="yuan" label={t('recruitment.amount')} rules={needed}><MoneyField min={0.01} /></Form.Item>
        <Form.Item name="note" label={t('recruitment.note')}><Input maxLength={200} /></Form.Item>
      </Form>
    </Modal>
  );
}
