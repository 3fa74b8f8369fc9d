import { App, Dropdown, Button } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useCatalogue } from '../../api/catalogue.ts';
import { api, ask } from '../../api/client.ts';
import { Page, Section } from '../../components/page.tsx';
import { LineBones, Loaded } from '../../components/states.tsx';
import { TypedConfirm } from '../../components/typed-confirm.tsx';
import { useWords } from '../../i18n/index.ts';
import { count } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { GiveCoupon } from '../store/coupons/give-coupon.tsx';
import { ConsentPanel } from './consent-panel.tsx';
import css from './contact.module.css';
import { FactsPanel } from './facts-panel.tsx';
import { IdentityPanel } from './identity-panel.tsx';
import { MatrixSection } from './matrix-section.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { personQuery, type ContactPage } from './queries.ts';
import { SegmentsPanel } from './segments-panel.tsx';
import { TagPanel } from './tag-panel.tsx';
import { Timeline } from './timeline.tsx';

export default function ContactScreen() {
  const { t, language } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const catalogue = useCatalogue();
  const contactId = Number(useParams({ from: '/b/$brandId/contacts/$contactId' }).contactId);
  const person = useQuery(personQuery(brand.id, contactId));
  const params = { brandId: String(brand.id) };

  // Somebody who merged away is shown as who they are now, under their present number.
  const presentId = person.data?.id;
  useEffect(() => {
    if (presentId !== undefined && presentId !== contactId) {
      void navigate({ to: '/b/$brandId/contacts/$contactId', params: { brandId: String(brand.id), contactId: String(presentId) }, replace: true });
    }
  }, [presentId, contactId, brand.id, navigate]);

  const stage = person.data && catalogue?.stages[person.data.stage];
  return (
    <Page
      title={person.data ? person.data.name ?? t('contacts.unnamed', { id: person.data.id }) : t('contacts.contact')}
      back={<Link to="/b/$brandId/contacts" params={params}>{t('contacts.back')}</Link>}
      lead={stage && !person.data?.erasedAt && t('contacts.stageAndGoal', { stage: stage[language], goal: stage.goal[language] })}
      actions={person.data && !person.data.erasedAt && <PersonActions person={person.data} />}
    >
      <Loaded query={person} bones={<LineBones count={8} />}>
        {(data) => (data.erasedAt
          ? <p className={css.erased}>{t('contacts.erased')}</p>
          : (
            <div className={css.columns}>
              <div className={css.main}>
                <MatrixSection contactId={data.id} />
                <Section title={t('contacts.timeline')}><Timeline contactId={data.id} /></Section>
              </div>
              <aside className={css.side} aria-label={t('contacts.facts')}>
                <FactsPanel person={data} />
                <TagPanel person={data} />
                <SegmentsPanel contactId={data.id} />
                <ConsentPanel person={data} />
                <IdentityPanel person={data} />
              </aside>
            </div>
          ))}
      </Loaded>
    </Page>
  );
}

/** What can be done about a person, the rare things behind «More». */
function PersonActions({ person }: { person: ContactPage }) {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState<'coupon' | 'merge' | 'erase' | null>(null);
  const close = () => setOpen(null);
  const erase = async () => {
    const report = await ask(api.POST('/api/brands/{brandId}/contacts/{contactId}/erase', {
      params: { path: { brandId: brand.id, contactId: person.id } }, body: { confirm: person.id },
    }));
    const rows = report.tables.reduce((sum, table) => sum + table.rows, 0);
    void message.success(t('contacts.eraseDone', { count: rows, shown: count(rows) }));
    await queryClient.invalidateQueries({ queryKey: ['brand', brand.id] });
  };
  const copy = (format: 'html' | 'json') => `/api/brands/${brand.id}/contacts/${person.id}/copy?format=${format}`;
  const items = [
    ...(brand.can('store:write') ? [{ key: 'coupon', label: t('store.giveCoupon'), onClick: () => setOpen('coupon') }] : []),
    ...(brand.can('people:write') ? [{ key: 'merge', label: t('contacts.merge'), onClick: () => setOpen('merge') }] : []),
    ...(brand.can('people:erase')
      ? [
          { key: 'html', label: <a href={copy('html')} download>{t('contacts.copyHtml')}</a> },
          { key: 'json', label: <a href={copy('json')} download>{t('contacts.copyJson')}</a> },
          { key: 'erase', danger: true, label: t('contacts.erase'), onClick: () => setOpen('erase') },
        ]
      : []),
  ];
  if (items.length === 0) return null;
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }} placement="bottomRight"><Button>{t('action.more')}</Button></Dropdown>
      {open === 'coupon' && <GiveCoupon contactId={person.id} onClose={close} />}
      <MergeDialog open={open === 'merge'} person={person} onClose={close} />
      <TypedConfirm open={open === 'erase'} title={t('contacts.erase')} expected={String(person.id)} verb={t('contacts.erase')} onConfirm={erase} onClose={close}>
        {t('contacts.eraseWarning', { id: person.id })}
      </TypedConfirm>
    </>
  );
}
