import { Button } from 'antd';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCatalogue } from '../../api/catalogue.ts';
import { api, ask } from '../../api/client.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { When } from '../../components/number.tsx';
import { Section } from '../../components/page.tsx';
import { Empty } from '../../components/states.tsx';
import { usePages } from '../../components/use-pages.ts';
import { useWords } from '../../i18n/index.ts';
import { useNarrow } from '../../lib/use-narrow.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { PersonField } from '../../shell/person-field.tsx';
import { segmentsKey, type Member } from './queries.ts';
import { WhyDrawer } from './why-drawer.tsx';

/** Pixels: the table, and what stands above its rows. */
const TALLEST = 520;
const AROUND = 120;

/** Who is in it, masked, each with the reason; and of anybody else why not. */
export function Members({ segmentId, total }: { segmentId: string; total: number | null }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const catalogue = useCatalogue();
  const narrow = useNarrow();
  const [asked, setAsked] = useState<{ id: number; name: string } | null>(null);
  const list = usePages([...segmentsKey(brand.id), segmentId, 'members'], (cursor) =>
    ask(api.GET('/api/brands/{brandId}/segments/{segmentId}/members', { params: { path: { brandId: brand.id, segmentId }, query: { cursor, limit: 100 } } })));
  const nameOf = (row: Member) => row.name ?? t('contacts.unnamed', { id: row.id });
  const to = (row: Member) => ({ brandId: String(brand.id), contactId: String(row.id) });
  const stageOf = (row: Member) => catalogue?.stages[row.stage]?.[language] ?? '';
  const sourceOf = (row: Member) => catalogue?.sources[row.source]?.[language] ?? '';
  const columns: Column<Member>[] = [
    { id: 'name', title: t('contacts.name'), width: 150, grow: 2, phone: 'title', text: nameOf, cell: (row) => <Link to="/b/$brandId/contacts/$contactId" params={to(row)} style={{ color: 'inherit' }}>{nameOf(row)}</Link> },
    { id: 'stage', title: t('contacts.stage'), width: 100, phone: 'detail', cell: stageOf, text: stageOf },
    { id: 'source', title: t('contacts.source'), width: 100, phone: 'detail', cell: sourceOf, text: sourceOf },
    { id: 'entered', title: t('audience.entered'), width: 180, phone: 'detail', cell: (row) => <When at={row.enteredAt} />, text: (row) => row.enteredAt },
    { id: 'why', title: '', width: 64, align: 'right', phone: 'aside', text: () => '', cell: (row) => <Button type="link" size="small" onClick={() => setAsked({ id: row.id, name: nameOf(row) })}>{t('audience.why')}</Button> },
  ];
  return (
    <Section title={t('audience.members')} aside={<div style={{ width: 280 }}><PersonField label={t('audience.askWhy')} onChoose={setAsked} /></div>}>
      <div style={{ display: 'flex', flexDirection: 'column', height: total === null ? TALLEST : Math.min(TALLEST, AROUND + total * (narrow ? 68 : 44)) }}>
        <DataTable
          id="segment-members"
          label={t('audience.members')}
          main
          personal
          columns={columns}
          rowId={(row) => String(row.id)}
          {...(total === null ? {} : { total })}
          {...list}
          onOpen={(row) => void navigate({ to: '/b/$brandId/contacts/$contactId', params: to(row) })}
          empty={<Empty title={t('audience.nobody')}>{t('audience.nobodyMore')}</Empty>}
        />
      </div>
      <WhyDrawer segmentId={segmentId} contactId={asked?.id ?? null} about={asked?.name ?? ''} onClose={() => setAsked(null)} />
    </Section>
  );
}
