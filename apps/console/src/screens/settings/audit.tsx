import { App, Button, Drawer, Segmented, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAccounts } from '../../api/accounts.ts';
import { api, ask } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { When } from '../../components/number.tsx';
import { Page } from '../../components/page.tsx';
import { Empty } from '../../components/states.tsx';
import { usePages } from '../../components/use-pages.ts';
import { useTelling } from '../../components/use-telling.ts';
import { useWords } from '../../i18n/index.ts';
import { count } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { AuditLink } from './audit-link.tsx';
import { nameIn, useAuditWords } from './audit-words.ts';
import css from './audit.module.css';
import { membersQuery } from './queries.ts';
import { SettingsTabs } from './tabs.tsx';

type Entry = paths['/api/brands/{brandId}/audit']['get']['responses']['200']['content']['application/json']['items'][number];

interface Asked {
  action: string | undefined;
  cursor: string | undefined;
  limit: number;
}

/** A log, its check and its file. */
const brandAudit = (brandId: number) => ({
  log: (query: Asked) => ask(api.GET('/api/brands/{brandId}/audit', { params: { path: { brandId }, query } })),
  check: () => ask(api.GET('/api/brands/{brandId}/audit/check', { params: { path: { brandId } } })),
  file: `/api/brands/${brandId}/audit.csv`,
});
const organisationAudit = (organisationId: string) => ({
  log: (query: Asked) => ask(api.GET('/api/organisations/{organisationId}/audit', { params: { path: { organisationId }, query } })),
  check: () => ask(api.GET('/api/organisations/{organisationId}/audit/check', { params: { path: { organisationId } } })),
  file: `/api/organisations/${organisationId}/audit.csv`,
});

export default function Audit() {
  const { t } = useWords();
  const words = useAuditWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const { message, modal } = App.useApp();
  const telling = useTelling();
  const search = useSearch({ from: '/b/$brandId/settings/audit' });
  const { action } = search;
  // Members, brands and sign-ins belong to the organisation and have a chain of their own there.
  const ofOrganisation = brand.can('organisation:manage') && search.of === 'organisation';
  const { log, check: verify, file } = ofOrganisation ? organisationAudit(brand.organisationId) : brandAudit(brand.id);
  const [chosen, setChosen] = useState<Entry | null>(null);
  const [checking, setChecking] = useState(false);
  const list = usePages(['brand', brand.id, 'audit', ofOrganisation, action], (cursor) => log({ action, cursor, limit: 100 }));

  const check = async () => {
    setChecking(true);
    await telling(async () => {
      const chain = await verify();
      if (chain.whole) void message.success(t('settings.chainWhole', { entries: count(chain.entries) }));
      else void modal.error({ title: t('settings.chainBroken', { seq: chain.brokenAt }) });
    });
    setChecking(false);
  };

  const members = useQuery({ ...membersQuery(brand.id), enabled: brand.can('users:manage') });
  const accounts = useAccounts();
  // The log holds no personal data, so who a member is comes from the list of today; what an account is called not every line says.
  const subjectOf = ({ subject, before, after, name }: Entry) =>
    words.subject(subject, nameIn(after) ?? nameIn(before) ?? name ?? members.data?.items.find(({ id }) => subject === `user:${id}`)?.name ?? accounts?.find(({ id }) => subject === `asset:${id}`)?.name);

  const columns: Column<Entry>[] = [
    { id: 'seq', title: '#', width: 64, align: 'right', phone: 'aside', cell: (row) => row.seq, text: (row) => row.seq },
    { id: 'at', title: t('settings.at'), width: 180, phone: 'detail', cell: (row) => <When at={row.at} />, text: (row) => row.at },
    { id: 'actor', title: t('settings.actor'), width: 180, grow: 1, phone: 'detail', cell: (row) => row.actorName, text: (row) => row.actorName },
    { id: 'action', title: t('settings.action'), width: 180, grow: 1, phone: 'title', cell: (row) => words.action(row.action), text: (row) => row.action },
    { id: 'subject', title: t('settings.subject'), width: 220, grow: 2, cell: subjectOf, text: (row) => row.subject },
  ];
  return (
    <Page
      title={t('nav.brand')}
      tabs={<SettingsTabs />}
      full
      actions={(
        <>
          <Button href={file} download>{t('settings.exportAudit')}</Button>
          <Button type="primary" loading={checking} onClick={() => void check()}>{t('settings.checkChain')}</Button>
        </>
      )}
    >
      <DataTable
        key={String(ofOrganisation)}
        id="audit"
        label={t('settings.audit')}
        columns={columns}
        rowId={(row) => String(row.seq)}
        {...list}
        main
        savedViews
        empty={<Empty title={t('settings.noAudit')} />}
        onOpen={setChosen}
        filters={(
          <>
            {brand.can('organisation:manage') && (
              <Segmented
                aria-label={t('settings.auditOf')}
                value={ofOrganisation ? 'organisation' : 'brand'}
                options={[{ value: 'brand', label: t('settings.auditOfBrand') }, { value: 'organisation', label: t('settings.auditOfOrganisation') }]}
                onChange={(of) => void navigate({ to: '.', search: of === 'organisation' ? { of } : {}, replace: true })}
              />
            )}
            <span data-table-search>
              <Select
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                style={{ width: 220 }}
                value={action}
                placeholder={t('settings.anyAction')}
                aria-label={t('settings.action')}
                options={words.choices}
                onChange={(chosen) => void navigate({ to: '.', search: { of: search.of, action: chosen }, replace: true })}
              />
            </span>
          </>
        )}
      />
      <Drawer open={chosen !== null} onClose={() => setChosen(null)} size={480} title={chosen ? t('settings.entry', { seq: chosen.seq }) : ''}>
        {chosen && <EntryDetail entry={chosen} subject={subjectOf(chosen)} />}
      </Drawer>
    </Page>
  );
}

/** `subject`: in words. */
function EntryDetail({ entry, subject }: { entry: Entry; subject: string }) {
  const { t } = useWords();
  const words = useAuditWords();
  const lines: [string, React.ReactNode][] = [
    [t('settings.at'), <When key="at" at={entry.at} />],
    [t('settings.actor'), entry.actorName],
    [t('settings.action'), <span key="action">{words.action(entry.action)} <code className="quiet">{entry.action}</code></span>],
    [t('settings.subject'), <AuditLink key="subject" subject={entry.subject}>{subject}</AuditLink>],
    [t('settings.before'), entry.before === null ? t('state.none') : <pre key="before">{JSON.stringify(entry.before, null, 2)}</pre>],
    [t('settings.after'), entry.after === null ? t('state.none') : <pre key="after">{JSON.stringify(entry.after, null, 2)}</pre>],
    [t('settings.hash'), <code key="hash">{entry.hash}</code>],
  ];
  return (
    <dl className={css.entry}>
      {lines.map(([term, value]) => <div key={term}><dt>{term}</dt><dd>{value}</dd></div>)}
    </dl>
  );
}
