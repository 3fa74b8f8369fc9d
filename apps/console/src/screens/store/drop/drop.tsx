import { Button, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { FigureCard, FigureGrid } from '../../../components/figure-card.tsx';
import { Page, Section } from '../../../components/page.tsx';
import { FigureBones, Loaded } from '../../../components/states.tsx';
import { useWords } from '../../../i18n/index.ts';
import { count, dateTime } from '../../../lib/format.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { storeKey } from '../queries.ts';
import storeCss from '../store.module.css';
import { DropClock } from './clock.tsx';
import { Pace } from './pace.tsx';
import { dropQuery, type Drop } from './queries.ts';
import { QueueLog } from './queue-log.tsx';
import { QueueSetting } from './queue-setting.tsx';
import css from './drop.module.css';

const route = '/b/$brandId/storefronts/$storefrontId/drop';

/** A release as it goes: whoever runs it looks at nothing else that evening. */
export default function DropScreen() {
  const { t } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const { storefrontId } = useParams({ from: route });
  const { release } = useSearch({ from: route });
  const drop = useQuery(dropQuery(brand.id, storefrontId, release));
  const [isSetting, setIsSetting] = useState(false);
  const again = useCallback(() => void queryClient.invalidateQueries({ queryKey: [...storeKey(brand.id), 'drop'] }), [queryClient, brand.id]);
  const { data } = drop;
  return (
    <Page
      title={data ? t('drop.title', { name: data.name }) : t('drop.monitor')}
      back={<Link to="/b/$brandId/storefronts/$storefrontId" params={{ brandId: String(brand.id), storefrontId }}>{t('drop.back')}</Link>}
      lead={data && <Releases drop={data} />}
      actions={data && brand.can('store:write') && <Button onClick={() => setIsSetting(true)}>{t('drop.queueSetting')}</Button>}
    >
      <Loaded query={drop} bones={<FigureBones count={6} />}>
        {(loaded) => (
          <>
            <DropClock drop={loaded} onTurn={again} />
            <Figures drop={loaded} />
            <Units drop={loaded} />
            <Pace drop={loaded} />
            {loaded.queue.arrivals > 0 && <QueueLog storefrontId={storefrontId} drop={loaded} />}
            {isSetting && <QueueSetting storefrontId={storefrontId} turnSeconds={loaded.queue.turnSeconds} onClose={() => setIsSetting(false)} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Releases({ drop: { phase, release, releases } }: { drop: Drop }) {
  const { t, language } = useWords();
  const navigate = useNavigate({ from: route });
  const at = (one: Drop['release']) => dateTime(one.opensAt, language);
  return (
    <>
      <span className={storeCss.state} data-state={phase}>{t(`store.phase_${phase}`)}</span>
      {' · '}
      {releases.length === 1 ? at(release) : (
        <Select
          variant="borderless" size="small" aria-label={t('drop.release')} popupMatchSelectWidth={false} value={release.id}
          options={releases.map((one) => ({ value: one.id, label: at(one) }))} onChange={(id) => void navigate({ search: { release: id } })}
        />
      )}
    </>
  );
}

function Figures({ drop: { queue, units, orders, soldOutAt } }: { drop: Drop }) {
  const { t } = useWords();
  const queued = queue.turnSeconds !== null || queue.arrivals > 0;
  return (
    <FigureGrid>
      {queued && <FigureCard label={t(soldOutAt === null ? 'drop.waiting' : 'drop.notCalled')} value={count(queue.arrivals - queue.called)} definition={{ meaning: t('drop.waitingMeans'), source: t('drop.arrivals', { n: count(queue.arrivals) }) }} />}
      {queued && <FigureCard label={t('drop.inTurn')} value={count(queue.inTurn)} definition={{ meaning: t('drop.inTurnMeans'), source: t('drop.called', { n: count(queue.called) }) }} />}
      <FigureCard label={t('drop.held')} value={count(units.held)} definition={{ meaning: t('drop.heldMeans'), source: t('drop.ordersAwaiting', { n: count(orders.awaiting) }) }} />
      <FigureCard label={t('drop.sold')} value={count(units.sold)} definition={{ meaning: t('drop.soldMeans'), source: t('drop.ordersPaid', { n: count(orders.paid) }) }} />
      <FigureCard label={t('drop.refused')} value={count(queue.refused)} definition={{ meaning: t('drop.refusedMeans'), source: t('drop.refusedSource') }} />
    </FigureGrid>
  );
}

/** Where every unit is. */
function Units({ drop: { units: { left, held, sold } } }: { drop: Drop }) {
  const { t } = useWords();
  const parts = [['sold', sold], ['held', held], ['left', left]] as const;
  const words = parts.map(([of, value]) => t(`drop.units_${of}`, { n: count(value) }));
  return (
    <Section title={t('drop.units', { n: count(left + held + sold) })}>
      <div className={css.units} role="img" aria-label={words.join(', ')}>
        {parts.map(([of, value]) => value > 0 && <i key={of} data-of={of} style={{ flexGrow: value }} />)}
      </div>
      <p className={css.key}>{parts.map(([of], index) => <span key={of} data-of={of}>{words[index]}</span>)}</p>
    </Section>
  );
}
