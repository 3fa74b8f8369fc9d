import { Drawer, Segmented } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import type { Column } from '../../../components/data-table/types.ts';
import { When } from '../../../components/number.tsx';
import { Empty } from '../../../components/states.tsx';
import { usePages } from '../../../components/use-pages.ts';
import { useWords } from '../../../i18n/index.ts';
import { date, money } from '../../../lib/format.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { storeKey } from '../queries.ts';
import { behindPage, type Asked, type Days, type Part } from './queries.ts';
import css from './reports.module.css';
import { partOf } from './value.ts';

type Page = Awaited<ReturnType<typeof behindPage>>;
type Person = Extract<Page, { kind: 'contacts' }>['items'][number];
type OrderBehind = Extract<Page, { kind: 'orders' }>['items'][number];

/** The people or the orders a number was counted from. */
export function Behind({ asked, days, onClose }: { asked: Asked | null; days: Days; onClose: () => void }) {
  const { language } = useWords();
  const title = asked && `${asked.figure.name[language]} · ${asked.row.name?.[language] ?? asked.row.key}`;
  return <Drawer open={asked !== null} onClose={onClose} size={720} destroyOnHidden title={title}>{asked && <Parts asked={asked} days={days} />}</Drawer>;
}

function Parts({ asked, days }: { asked: Asked; days: Days }) {
  const { t, language } = useWords();
  const [part, setPart] = useState<Part>('numerator');
  const { figure, cell } = asked;
  const List = figure.behind === 'orders' ? Orders : People;
  return (
    <>
      {figure.denominator !== null && (
        <Segmented<Part> value={part} onChange={setPart} options={[{ value: 'numerator', label: t('figure.numerator') }, { value: 'denominator', label: t('figure.denominator') }]} />
      )}
      <p className={css.part}>{figure[part]?.[language]}<b>{partOf(figure, cell, part)}</b></p>
      <List key={part} asked={asked} days={days} part={part} />
    </>
  );
}

interface RowsProps {
  asked: Asked;
  days: Days;
  part: Part;
}

function useBehind<Item>({ asked, days, part }: RowsProps) {
  const brand = useBrand();
  return usePages<Item>([...storeKey(brand.id), 'report-behind', asked.report.id, asked.figure.id, asked.row.key, part, days], async (cursor) => {
    const { items, nextCursor } = await behindPage(brand.id, days, asked, part, cursor);
    return { items: items as Item[], nextCursor };
  });
}

function People(props: RowsProps) {
  const { t, language } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const list = useBehind<Person>(props);
  const nameOf = (row: Person) => row.name ?? t('contacts.unnamed', { id: row.id });
  const columns: Column<Person>[] = [
    { id: 'name', title: t('contacts.name'), width: 160, grow: 2, phone: 'title', cell: nameOf, text: nameOf },
    {
      id: 'followed', title: t('contacts.followed'), width: 150, phone: 'detail', text: (row) => row.followedAt,
      cell: (row) => (row.subscribed && row.followedAt ? date(row.followedAt, language) : t(row.unfollowedAt ? 'contacts.left' : 'contacts.notFollowing')),
    },
    { id: 'seen', title: t('contacts.firstSeen'), width: 150, cell: (row) => date(row.firstSeenAt, language), text: (row) => row.firstSeenAt },
  ];
  return (
    <DataTable
      id="report-people" label={props.asked.figure.name[language]} personal columns={columns} rowId={(row) => String(row.id)} {...list}
      onOpen={(row) => void navigate({ to: '/b/$brandId/contacts/$contactId', params: { brandId: String(brand.id), contactId: String(row.id) } })}
      empty={<Empty title={t('insights.noRows')}>{t('insights.noRowsMore')}</Empty>}
    />
  );
}

function Orders(props: RowsProps) {
  const { t, language } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const list = useBehind<OrderBehind>(props);
  const columns: Column<OrderBehind>[] = [
    { id: 'number', title: t('store.number'), width: 190, grow: 1, phone: 'title', cell: (row) => <span className="num">{row.number}</span>, text: (row) => `#${row.number}` },
    { id: 'paidAt', title: t('store.paidAt'), width: 165, phone: 'detail', cell: (row) => <When at={row.paidAt} />, text: (row) => row.paidAt },
    { id: 'paid', title: t('store.paid'), width: 110, align: 'right', phone: 'aside', cell: (row) => money(row.paidFen), text: (row) => row.paidFen / 100 },
    { id: 'refunded', title: t('store.refundedMoney'), width: 110, align: 'right', cell: (row) => (row.refundedFen === 0 ? t('state.none') : money(row.refundedFen)), text: (row) => row.refundedFen / 100 },
  ];
  return (
    <DataTable
      id="report-orders" label={props.asked.figure.name[language]} columns={columns} rowId={(row) => row.id} {...list}
      onOpen={(row) => void navigate({ to: '/b/$brandId/orders/$orderId', params: { brandId: String(brand.id), orderId: row.id } })}
      empty={<Empty title={t('insights.noRows')}>{t('insights.noRowsMore')}</Empty>}
    />
  );
}
