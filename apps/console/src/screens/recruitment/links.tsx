import { App, Button, Form, Input, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAccounts } from '../../api/accounts.ts';
import { api, ask } from '../../api/client.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { MakeDialog } from '../../components/make-dialog.tsx';
import { Count } from '../../components/number.tsx';
import { Page } from '../../components/page.tsx';
import { Empty } from '../../components/states.tsx';
import { TypedConfirm } from '../../components/typed-confirm.tsx';
import { usePages } from '../../components/use-pages.ts';
import { useSubmit } from '../../components/use-submit.ts';
import { useWords } from '../../i18n/index.ts';
import { date } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { NoAccountYet } from '../accounts/no-account-yet.tsx';
import { DomainFile } from './domain-file.tsx';
import { useKinds, type LinkRow } from './queries.ts';
import { RecruitmentTabs } from './tabs.tsx';

/** What the brand puts where people tap: an address, or the path of a card. */
const addressOf = ({ url, path }: Pick<LinkRow, 'url' | 'path'>): string => path ?? url!;

export default function Links() {
  const { t, language } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const placements = useKinds()?.placements;
  const noAccount = useAccounts()?.length === 0;
  const [creating, setCreating] = useState(false);
  const [retiring, setRetiring] = useState<LinkRow | null>(null);
  const list = usePages(['brand', brand.id, 'recruitment', 'links'], (cursor) =>
    ask(api.GET('/api/brands/{brandId}/links', { params: { path: { brandId: brand.id }, query: { cursor, limit: 100 } } })));
  const copy = async (url: string) => {
    await navigator.clipboard.writeText(url);
    void message.success(t('action.copied'));
  };
  const retire = async (link: LinkRow) => {
    await ask(api.DELETE('/api/brands/{brandId}/links/{linkId}', { params: { path: { brandId: brand.id, linkId: link.id } } }));
    await queryClient.invalidateQueries({ queryKey: ['brand', brand.id, 'recruitment', 'links'] });
  };
  const placementOf = (row: LinkRow) => placements?.[row.placement]?.[language] ?? row.placement;
  const columns: Column<LinkRow>[] = [
    { id: 'title', title: t('recruitment.linkTitle'), width: 180, grow: 2, phone: 'title', cell: (row) => row.title, text: (row) => row.title },
    { id: 'placement', title: t('recruitment.placement'), width: 120, phone: 'detail', cell: placementOf, text: placementOf },
    { id: 'target', title: t('recruitment.target'), width: 200, grow: 2, cell: (row) => <span title={row.target}>{row.target}</span>, text: (row) => row.target },
    { id: 'people', title: t('recruitment.people'), width: 90, align: 'right', phone: 'aside', cell: (row) => <Count value={row.people} />, text: (row) => row.people },
    { id: 'identified', title: t('recruitment.identified'), width: 110, align: 'right', cell: (row) => <Count value={row.identified} />, text: (row) => row.identified },
    { id: 'anonymous', title: t('recruitment.anonymous'), width: 110, align: 'right', phone: 'detail', cell: (row) => <Count value={row.anonymous} />, text: (row) => row.anonymous },
    { id: 'created', title: t('recruitment.created'), width: 130, optional: true, cell: (row) => date(row.createdAt, language), text: (row) => row.createdAt },
    {
      id: 'do', title: '', width: 130, align: 'right', text: addressOf,
      cell: (row) => (row.archivedAt ? <span className="quiet">{t('recruitment.retired')}</span> : (
        <>
          {window.isSecureContext && <Button type="link" size="small" onClick={() => void copy(addressOf(row))}>{t('action.copy')}</Button>}
          {brand.can('recruitment:write') && <Button type="link" size="small" onClick={() => setRetiring(row)}>{t('recruitment.retire')}</Button>}
        </>
      )),
    },
  ];
  return (
    <Page
      title={t('nav.recruitment')}
      tabs={<RecruitmentTabs />}
      full
      actions={<><DomainFile />{brand.can('recruitment:write') && !noAccount && <Button type="primary" onClick={() => setCreating(true)}>{t('recruitment.newLink')}</Button>}</>}
    >
      <DataTable
        id="links"
        label={t('recruitment.links')}
        main
        columns={columns}
        rowId={(row) => row.id}
        {...list}
        empty={noAccount ? <NoAccountYet /> : <Empty title={t('recruitment.noLinks')}>{t('recruitment.noLinksMore')}</Empty>}
      />
      <NewLink open={creating} onClose={() => setCreating(false)} />
      <TypedConfirm
        open={retiring !== null}
        title={t('recruitment.retireTitle', { title: retiring?.title ?? '' })}
        expected={retiring?.title ?? ''}
        verb={t('recruitment.retire')}
        onConfirm={() => retire(retiring!)}
        onClose={() => setRetiring(null)}
      >
        {t('recruitment.retireWarning')}
      </TypedConfirm>
    </Page>
  );
}

interface Values {
  assetId?: string;
  title: string;
  target: string;
  placement: LinkRow['placement'];
}

function NewLink({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const placements = useKinds()?.placements;
  const accounts = useAccounts()?.filter(({ state }) => state === 'connected') ?? [];
  const [form] = Form.useForm<Values>();
  const [made, setMade] = useState<string | null>(null);
  const sending = useSubmit(form, async ({ assetId, ...rest }) => {
    const link = await ask(api.POST('/api/brands/{brandId}/links', {
      params: { path: { brandId: brand.id } }, body: { ...rest, assetId: assetId ?? accounts[0]?.id ?? '' },
    }));
    await queryClient.invalidateQueries({ queryKey: ['brand', brand.id, 'recruitment', 'links'] });
    setMade(addressOf(link));
  });
  const close = () => {
    setMade(null);
    onClose();
  };
  const needed = [{ required: true, message: t('door.needed') }];
  return (
    <MakeDialog open={open} title={t('recruitment.newLink')} verb={t('recruitment.create')} form={form} sending={sending} made={made} onClose={close}>
      {accounts.length > 1 && (
        <Form.Item name="assetId" label={t('pushes.account')} rules={needed}><Select options={accounts.map(({ id, name }) => ({ value: id, label: name }))} /></Form.Item>
      )}
      <Form.Item name="title" label={t('recruitment.linkTitle')} rules={needed}><Input maxLength={100} /></Form.Item>
      <Form.Item name="target" label={t('recruitment.target')} extra={t('recruitment.targetAdvice')} rules={needed}><Input maxLength={2000} placeholder="https://" /></Form.Item>
      <Form.Item name="placement" label={t('recruitment.placement')} rules={needed}>
        <Select options={Object.entries(placements ?? {}).map(([value, text]) => ({ value, label: text[language] }))} />
      </Form.Item>
    </MakeDialog>
  );
}
