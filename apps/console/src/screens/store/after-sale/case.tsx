import { Button } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask } from '../../../api/client.ts';
import { When } from '../../../components/number.tsx';
import { Page, Section } from '../../../components/page.tsx';
import { LineBones, Loaded } from '../../../components/states.tsx';
import { TypedConfirm } from '../../../components/typed-confirm.tsx';
import { useWords } from '../../../i18n/index.ts';
import { count, money } from '../../../lib/format.ts';
import { plainYuan } from '../../../lib/money.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { useDoer } from '../doer.ts';
import { storeKey } from '../queries.ts';
import css from '../store.module.css';
import { CasePhotos } from './case-photos.tsx';
import { CaseState } from './case-state.tsx';
import { DecisionDialog } from './decision-dialog.tsx';
import { DispatchDialog, InspectDialog } from './goods-dialogs.tsx';
import { caseQuery, type Case } from './queries.ts';

const events = ['ask', 'approve', 'refuse', 'withdraw', 'send_back', 'correct_waybill', 'accept', 'reject', 'dispatch', 'confirm', 'time_over', 'refunded', 'refund_failed', 'retry_refund'] as const;
type Doing = 'approve' | 'refuse' | 'inspect' | 'dispatch' | 'retry';

export default function CaseScreen() {
  const { t } = useWords();
  const brand = useBrand();
  const { caseId } = useParams({ from: '/b/$brandId/orders/after-sale/$caseId' });
  const one = useQuery(caseQuery(brand.id, caseId));
  const [doing, setDoing] = useState<Doing | null>(null);
  const queryClient = useQueryClient();
  const close = () => setDoing(null);
  const params = { brandId: String(brand.id) };
  return (
    <Page
      title={one.data ? t('service.caseTitle', { kind: t(`service.kind_${one.data.kind}`), number: one.data.orderNumber }) : t('service.afterSale')}
      back={<Link to="/b/$brandId/orders/after-sale" params={params}>{t('service.afterSales')}</Link>}
      lead={one.data && <CaseState state={one.data.state} />}
      actions={one.data && <Actions one={one.data} onDo={setDoing} />}
    >
      <Loaded query={one} bones={<LineBones count={8} />}>
        {(data) => (
          <div className={css.columns}>
            <div className={css.main}>
              <Section title={t('service.words')}>{data.words === '' ? <p className="quiet">{t('service.noWords')}</p> : <p>{data.words}</p>}</Section>
              {data.photos.length > 0 && <Section title={t('service.photos')}><CasePhotos key={data.id} one={data} /></Section>}
              <Section title={t('service.asked')}>{data.lines.length === 0 ? <p className="quiet">{t('service.notNamed')}</p> : <Lines one={data} />}</Section>
              <Section title={t('store.history')}><Steps one={data} /></Section>
            </div>
            <aside className={css.side} aria-label={t('service.afterSale')}><Facts one={data} /></aside>
            {(doing === 'approve' || doing === 'refuse') && <DecisionDialog one={data} approve={doing === 'approve'} onClose={close} />}
            {doing === 'inspect' && <InspectDialog one={data} onClose={close} />}
            {doing === 'dispatch' && <DispatchDialog one={data} onClose={close} />}
            {doing === 'retry' && (
              <TypedConfirm
                open title={t('service.retryRefund')} expected={plainYuan(data.refundFen ?? 0)} verb={t('service.retryRefund')} onClose={close}
                onConfirm={async () => {
                  await ask(api.POST('/api/brands/{brandId}/store/after-sales/{caseId}/refund-retry', { params: { path: { brandId: brand.id, caseId } } }));
                  await queryClient.invalidateQueries({ queryKey: storeKey(brand.id) });
                }}
              >
                {t('service.refundAtOnce')}
              </TypedConfirm>
            )}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

/** What may be done now, by whoever may do it. */
function Actions({ one, onDo }: { one: Case; onDo: (doing: Doing) => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const [refunds, writes] = [brand.can('orders:refund'), brand.can('store:write')];
  return (
    <>
      {(one.state === 'requested' || (one.state === 'refund_failed' && one.kind === 'refund')) && refunds && <Button onClick={() => onDo('refuse')}>{t('service.refuse')}</Button>}
      {one.state === 'requested' && refunds && <Button type="primary" onClick={() => onDo('approve')}>{t('service.approve')}</Button>}
      {(one.state === 'returning' || one.state === 'awaiting_return') && writes && <Button type={one.state === 'returning' ? 'primary' : 'default'} onClick={() => onDo('inspect')}>{t('service.inspect')}</Button>}
      {one.state === 'to_send' && writes && <Button type="primary" onClick={() => onDo('dispatch')}>{t('service.dispatch')}</Button>}
      {one.state === 'refund_failed' && refunds && <Button type="primary" onClick={() => onDo('retry')}>{t('service.retryRefund')}</Button>}
    </>
  );
}

function Lines({ one }: { one: Case }) {
  const { t } = useWords();
  const inspected = one.lines.some(({ sellable }) => sellable !== null);
  return (
    <div className={css.scroll}>
      <table className={css.sums} aria-label={t('service.asked')}>
        <thead>
          <tr><th scope="col">{t('store.product')}</th><th scope="col">{t('store.quantity')}</th><th scope="col">{t('service.worth')}</th>{inspected && <th scope="col">{t('service.sellable')}</th>}</tr>
        </thead>
        <tbody>
          {one.lines.map((line) => (
            <tr key={line.position}><th scope="row">{line.name}</th><td>{count(line.units)}</td><td>{money(line.mostFen)}</td>{inspected && <td>{count(line.sellable ?? 0)}</td>}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Steps({ one }: { one: Case }) {
  const { t } = useWords();
  const doer = useDoer();
  return (
    <ol className={css.history}>
      {one.steps.map((step, index) => {
        const event = events.find((known) => known === step.event);
        return (
          <li key={index}>
            <When at={step.at} />
            <div>
              <p>{event ? t(`service.step_${event}`) : step.event}</p>
              {step.note !== '' && <p>{step.note}</p>}
              <span className="caption">{doer(step.by)}{step.fromState !== step.toState && <> · {t(`service.case_${step.toState}`)}</>}</span>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Facts({ one }: { one: Case }) {
  const { t } = useWords();
  const brand = useBrand();
  return (
    <div className={css.panel}>
      <h2>{t('service.afterSale')}</h2>
      <dl className={css.facts}>
        <dt>{t('store.order')}</dt><dd><Link className="num" to="/b/$brandId/orders/$orderId" params={{ brandId: String(brand.id), orderId: one.orderId }}>{one.orderNumber}</Link></dd>
        {one.byReceiver && <><dt>{t('service.askedBy')}</dt><dd>{t('gifts.by_receiver')}<p className="caption">{t('service.ofReceiver')}</p></dd></>}
        <dt>{t('service.reason')}</dt><dd>{t(`service.reason_${one.reason}`)}</dd>
        <dt>{t('service.askedAt')}</dt><dd><When at={one.askedAt} /></dd>
        {one.dueAt && <><dt>{t('service.dueAt')}</dt><dd><When at={one.dueAt} /></dd></>}
        {one.kind === 'exchange' && one.lines.length > 0 && <><dt>{t('service.replacement')}</dt><dd>{one.replacement ?? t(one.mayName.length > 0 ? 'service.notChosen' : 'service.sameAgain')}</dd></>}
        {(one.refundFen ?? one.agreedFen) !== null && <><dt>{t('service.refundAmount')}</dt><dd>{money((one.refundFen ?? one.agreedFen)!)}</dd></>}
        {one.returnWaybill && <><dt>{t('service.returnParcel')}</dt><dd>{one.returnCarrier} <span className="num">{one.returnWaybill}</span></dd></>}
        {one.sentWaybill && <><dt>{t('service.sentParcel')}</dt><dd>{one.sentCarrier} <span className="num">{one.sentWaybill}</span></dd></>}
      </dl>
    </div>
  );
}
