import { Button } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../../api/client.ts';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import type { Column } from '../../../components/data-table/types.ts';
import { Page } from '../../../components/page.tsx';
import { Empty } from '../../../components/states.tsx';
import { TypedConfirm } from '../../../components/typed-confirm.tsx';
import { useWords } from '../../../i18n/index.ts';
import { count, date } from '../../../lib/format.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { couponsQuery, storefrontsQuery, type CouponTemplate } from '../queries.ts';
import css from '../store.module.css';
import { StorefrontTabs } from '../tabs.tsx';
import { NewCoupon } from './new-coupon.tsx';
import { ReminderDrawer } from './reminder.tsx';
import { useOffer } from './use-offer.ts';

export default function Coupons() {
  const { t, language } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const coupons = useQuery(couponsQuery(brand.id));
  const storefronts = useQuery(storefrontsQuery(brand.id)).data?.items;
  const [adding, setAdding] = useState(false);
  const [reminding, setReminding] = useState(false);
  const [ending, setEnding] = useState<CouponTemplate | null>(null);
  const writes = brand.can('store:write');
  const offerOf = useOffer();
  const whereOf = ({ storefrontIds }: CouponTemplate) => (storefrontIds.length === 0
    ? t('store.everywhere')
    : storefrontIds.map((id) => storefronts?.find((one) => one.id === id)?.name ?? '').join(language === 'zh' ? '、' : ', '));
  const columns: Column<CouponTemplate>[] = [
    { id: 'name', title: t('store.couponName'), width: 140, grow: 1, phone: 'title', cell: (row) => row.name, text: (row) => row.name },
    { id: 'offer', title: t('store.offer'), width: 180, grow: 1, phone: 'detail', cell: offerOf, text: offerOf },
    { id: 'where', title: t('store.where'), width: 100, grow: 1, cell: whereOf, text: whereOf },
    { id: 'budget', title: t('store.issuedOfBudget'), width: 84, text: (row) => row.issued, cell: (row) => <Budget row={row} /> },
    { id: 'issued', title: t('store.issued'), width: 100, align: 'right', phone: 'aside', cell: (row) => `${count(row.issued)} / ${count(row.budget)}`, text: (row) => row.issued },
    { id: 'total', title: t('store.budget'), width: 80, align: 'right', optional: true, cell: (row) => count(row.budget), text: (row) => row.budget },
    { id: 'used', title: t('store.used'), width: 80, align: 'right', cell: (row) => count(row.used), text: (row) => row.used },
    { id: 'reminded', title: t('store.reminded'), width: 80, align: 'right', optional: true, cell: (row) => count(row.reminded), text: (row) => row.reminded },
    { id: 'expired', title: t('store.expired'), width: 80, align: 'right', cell: (row) => count(row.expired), text: (row) => row.expired },
    { id: 'days', title: t('store.validDays'), width: 100, align: 'right', optional: true, cell: (row) => count(row.validDays), text: (row) => row.validDays },
    { id: 'created', title: t('store.createdAt'), width: 130, optional: true, cell: (row) => date(row.createdAt, language), text: (row) => row.createdAt },
    {
      id: 'state', title: t('store.state'), width: 100, phone: 'detail', text: (row) => row.endedAt,
      cell: (row) => (row.endedAt === null
        ? t(row.claimable ? 'store.claimable' : 'store.givenOnly')
        : <span className="quiet">{t('store.endedOn', { day: date(row.endedAt, language) })}</span>),
    },
    { id: 'do', title: '', width: 64, align: 'right', text: () => null, cell: (row) => writes && row.endedAt === null && <Button type="link" size="small" onClick={() => setEnding(row)}>{t('store.end')}</Button> },
  ];
  const create = writes && <Button type="primary" onClick={() => setAdding(true)}>{t('store.newCoupon')}</Button>;
  const actions = (coupons.data?.items.length ?? 0) > 0 && <>{writes && <Button onClick={() => setReminding(true)}>{t('store.couponReminder')}</Button>}{create}</>;
  return (
    <Page title={t('nav.storefronts')} tabs={<StorefrontTabs />} full actions={actions}>
      <DataTable
        id="coupons"
        label={t('store.coupons')}
        main
        columns={columns}
        rows={coupons.data?.items}
        rowId={(row) => row.id}
        error={coupons.error}
        retry={() => void coupons.refetch()}
        empty={<Empty title={t('store.noCoupons')} action={create}>{t('store.noCouponsMore')}</Empty>}
      />
      {reminding && <ReminderDrawer onClose={() => setReminding(false)} />}
      {adding && <NewCoupon onClose={() => setAdding(false)} />}
      {ending && (
        <TypedConfirm
          open title={t('store.endCoupon')} expected={ending.name} verb={t('store.end')} onClose={() => setEnding(null)}
          onConfirm={async () => {
            await ask(api.POST('/api/brands/{brandId}/store/coupon-templates/{couponTemplateId}/end', { params: { path: { brandId: brand.id, couponTemplateId: ending.id } } }));
            await queryClient.invalidateQueries({ queryKey: couponsQuery(brand.id).queryKey });
          }}
        >
          {t('store.endWarning', { issued: count(ending.issued), used: count(ending.used) })}
        </TypedConfirm>
      )}
    </Page>
  );
}

/** How much of the budget is out, and of that how much was used. */
const Budget = ({ row }: { row: CouponTemplate }) => (
  <span className={css.budget} aria-hidden>
    <i style={{ width: `${(100 * row.issued) / row.budget}%` }} /><b style={{ width: `${(100 * row.used) / row.budget}%` }} />
  </span>
);
