import { Button, Form, Modal } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { FigureCard, FigureGrid } from '../../components/figure-card.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { MoneyField } from '../../components/money-field.tsx';
import { Count } from '../../components/number.tsx';
import { Section } from '../../components/page.tsx';
import { FigureBones, Loaded } from '../../components/states.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useWords } from '../../i18n/index.ts';
import { change, count, money } from '../../lib/format.ts';
import { optionalFen, optionalYuan } from '../../lib/money.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './pushes.module.css';
import { salesQuery, type PushDetail, type PushSales } from './queries.ts';
import { useVariantWords } from './state.tsx';

/** What a push brought to boutiques and tills, against what it cost. */
export function Sales({ push }: { push: PushDetail }) {
  const { t } = useWords();
  const brand = useBrand();
  const sales = useQuery(salesQuery(brand.id, push.id));
  const [stating, setStating] = useState(false);
  return (
    <Section
      title={t('pushes.sales')}
      note={t('pushes.salesNote', { days: sales.data?.windowDays ?? 7 })}
      aside={brand.can('pushes:write') && sales.data?.cost && <Button size="small" onClick={() => setStating(true)}>{t('pushes.stateCost')}</Button>}
    >
      <Loaded query={sales} bones={<FigureBones count={5} />}>{(data) => (
        <>
          <Figures push={push} sales={data} />
          {data.variants.length > 1 && Boolean(data.visits || data.orders) && <div className={css.below}><VariantSales push={push} rows={data.variants} /></div>}
          {data.cost && <CostDialog pushId={push.id} cost={data.cost} open={stating} onClose={() => setStating(false)} />}
        </>
      )}</Loaded>
    </Section>
  );
}

function Figures({ push: { delivered }, sales }: { push: PushDetail; sales: PushSales }) {
  const { t } = useWords();
  const { visitors, visits, buyers, orders, revenueFen, unpriced, cost, roi } = sales;
  const source = t('pushes.fromEvents');
  const people = (value: number | null) => (value === null || value === 0 ? null : <Count value={value} />);
  const nobody = (value: number | null, none: string) => (value === null ? t('figure.small') : none);
  const of = delivered === null ? '' : t('pushes.outOf', { shown: count(delivered), word: t('pushes.toDelivered') });
  const total = cost === null || (cost.productionFen === null && cost.partnerFen === null) ? null : (cost.productionFen ?? 0) + (cost.partnerFen ?? 0);
  return (
    <FigureGrid>
      <FigureCard
        label={t('pushes.visitors')} value={people(visitors)} missing={nobody(visitors, t('pushes.noVisits'))}
        delta={visits ? { text: t('pushes.visitsN', { count: visits, shown: count(visits) }), against: of } : null}
        definition={{ meaning: t('pushes.visitorsMeaning'), numerator: t('pushes.visitorsPart'), denominator: t('pushes.delivered'), source }}
      />
      <FigureCard
        label={t('pushes.buyers')} value={people(buyers)} missing={nobody(buyers, t('pushes.noOrders'))}
        delta={orders ? { text: t('pushes.ordersN', { count: orders, shown: count(orders) }), against: of } : null}
        definition={{ meaning: t('pushes.buyersMeaning'), numerator: t('pushes.buyersPart'), denominator: t('pushes.delivered'), source }}
      />
      <FigureCard
        label={t('pushes.revenue')} value={revenueFen ? <span className="num">{money(revenueFen)}</span> : null} missing={nobody(revenueFen, t(orders ? 'pushes.noAmounts' : 'pushes.noOrders'))}
        delta={unpriced ? { text: t('pushes.ordersN', { count: unpriced, shown: count(unpriced) }), against: t('pushes.unpriced') } : null}
        definition={{ meaning: t('pushes.revenueMeaning'), source }}
      />
      {cost && (
        <FigureCard
          label={t('pushes.cost')} value={total === null ? null : <span className="num">{money(total)}</span>} missing={t('pushes.noCost')}
          delta={total === null ? null : { text: t('pushes.production'), against: `${money(cost.productionFen ?? 0)} · ${t('pushes.partner')} ${money(cost.partnerFen ?? 0)}` }}
          definition={{ meaning: t('pushes.costMeaning'), source: t('pushes.fromTeam') }}
        />
      )}
      {cost && (
        <FigureCard
          label={t('pushes.roi')} value={roi === null ? null : <span className="num">{change(roi)}</span>} missing={t(total === null ? 'pushes.noCost' : total === 0 ? 'pushes.freeOfCost' : 'pushes.noRevenue')}
          definition={{ meaning: t('pushes.roiMeaning'), numerator: t('pushes.roiPart'), denominator: t('pushes.cost'), source: t('pushes.fromTeamAndEvents') }}
        />
      )}
    </FigureGrid>
  );
}

type Row = PushSales['variants'][number];

function VariantSales({ push, rows }: { push: PushDetail; rows: readonly Row[] }) {
  const { t } = useWords();
  const variantOf = useVariantWords(push);
  const shown = (value: number | null, written = count) => <span className="num">{value === null ? t('state.none') : written(value)}</span>;
  const sent = rows.filter(({ number }) => push.variants.find((one) => one.number === number)?.arm !== 'holdout');
  const columns: Column<Row>[] = [
    { id: 'variant', title: t('pushes.variant'), width: 180, grow: 2, phone: 'title', cell: (row) => variantOf(row.number), text: (row) => variantOf(row.number) },
    { id: 'visitors', title: t('pushes.visitors'), width: 110, align: 'right', phone: 'detail', cell: (row) => shown(row.visitors), text: (row) => row.visitors },
    { id: 'buyers', title: t('pushes.buyers'), width: 110, align: 'right', phone: 'detail', cell: (row) => shown(row.buyers), text: (row) => row.buyers },
    { id: 'orders', title: t('pushes.orders'), width: 110, align: 'right', cell: (row) => shown(row.orders), text: (row) => row.orders },
    { id: 'revenue', title: t('pushes.revenue'), width: 130, align: 'right', phone: 'aside', cell: (row) => shown(row.revenueFen, money), text: (row) => (row.revenueFen === null ? null : row.revenueFen / 100) },
  ];
  return <DataTable bare id="push-variant-sales" label={t('pushes.sales')} columns={columns} rows={sent} rowId={(row) => String(row.number)} empty={null} />;
}

interface Values {
  production: number | null;
  partner: number | null;
}

function CostDialog({ pushId, cost, open, onClose }: { pushId: string; cost: NonNullable<PushSales['cost']>; open: boolean; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const { busy, failure, submit } = useSubmit(form, async ({ production, partner }) => {
    await ask(api.PUT('/api/brands/{brandId}/pushes/{pushId}/cost', { params: { path: { brandId: brand.id, pushId } }, body: { productionFen: optionalFen(production), partnerFen: optionalFen(partner) } }));
    await queryClient.invalidateQueries({ queryKey: salesQuery(brand.id, pushId).queryKey });
    onClose();
  });
  return (
    <Modal open={open} title={t('pushes.stateCost')} okText={t('action.save')} confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose} destroyOnHidden>
      <Form form={form} layout="vertical" initialValues={{ production: optionalYuan(cost.productionFen), partner: optionalYuan(cost.partnerFen) }} onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <Form.Item name="production" label={t('pushes.production')} extra={t('pushes.productionHelp')}><MoneyField /></Form.Item>
        <Form.Item name="partner" label={t('pushes.partner')} extra={t('pushes.partnerHelp')}><MoneyField /></Form.Item>
      </Form>
    </Modal>
  );
}
