import { Drawer } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { eventTypesQuery } from '../../api/event-types.ts';
import { When } from '../../components/number.tsx';
import { LineBones, Loaded } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { count, dateTime } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './audience.module.css';
import { whyQuery, type Reason, type Why } from './queries.ts';

interface WhyDrawerProps {
  segmentId: string;
  /** Null: closed. */
  contactId: number | null;
  /** The person, or on the person's own page the segment. */
  about: string;
  onClose: () => void;
}

/** Why somebody is in a segment, or is not: condition by condition, with the facts and times that decided it. */
export function WhyDrawer({ segmentId, contactId, about, onClose }: WhyDrawerProps) {
  const { t } = useWords();
  return (
    <Drawer open={contactId !== null} onClose={onClose} title={t('audience.whyTitle', { about })} size={480} destroyOnHidden>
      {contactId !== null && <WhyOf segmentId={segmentId} contactId={contactId} />}
    </Drawer>
  );
}

function WhyOf({ segmentId, contactId }: { segmentId: string; contactId: number }) {
  const brand = useBrand();
  const why = useQuery(whyQuery(brand.id, segmentId, contactId));
  return <Loaded query={why} bones={<LineBones count={5} />}>{(data) => <Answer why={data} />}</Loaded>;
}

function Answer({ why }: { why: Why }) {
  const { t } = useWords();
  return (
    <>
      <p style={{ fontWeight: 500 }}>{t(why.member ? 'audience.isMember' : 'audience.isNoMember')}</p>
      <p className="quiet" style={{ marginBottom: 16 }}>
        {why.enteredAt && <>{t('audience.since')} <When at={why.enteredAt} /> </>}
        {why.changesAt && <><br />{t(why.member ? 'audience.leavesAt' : 'audience.entersAt')} <When at={why.changesAt} /></>}
      </p>
      {why.reason ? <div className={css.reasons}><One reason={why.reason} /></div> : <p>{t(why.member ? 'audience.onTheList' : 'audience.notOnTheList')}</p>}
    </>
  );
}

function One({ reason }: { reason: Reason }) {
  const { t, language } = useWords();
  return (
    <div className={css.reason}>
      <i data-holds={reason.holds} aria-label={t(reason.holds ? 'audience.holds' : 'audience.holdsNot')}>{reason.holds ? '✓' : '–'}</i>
      <span>{reason.text[language]}</span>
      <Facts reason={reason} />
      {reason.reasons.length > 0 && <div><ul>{reason.reasons.map((one) => <li key={one.path}><One reason={one} /></li>)}</ul></div>}
    </div>
  );
}

/** What is known: how often, the newest times, the value that was found, and until when it stays so. */
function Facts({ reason: { type, events, count: times, found, until } }: { reason: Reason }) {
  const { t, language } = useWords();
  const catalogue = useQuery(eventTypesQuery(useBrand().id)).data?.items ?? [];
  if (type === 'all' || type === 'any' || type === 'not') return null;
  const nameOf = (event: string) => catalogue.find((one) => one.type === event)?.name[language] ?? event;
  return (
    <div className="caption num">
      {times !== null && <div>{t('audience.happened', { count: times, shown: count(times) })}</div>}
      {events.slice(0, 5).map(({ id, type: event, at }) => <div key={id}>{dateTime(at, language)} · {nameOf(event)}</div>)}
      {found !== null && <div>{found.length === 0 ? t('audience.nothingKnown') : t('audience.found', { values: found.map((one) => one[language]).join(language === 'zh' ? '、' : ', ') })}</div>}
      {until !== null && <div>{t('audience.holdsUntil', { at: dateTime(until, language) })}</div>}
    </div>
  );
}
