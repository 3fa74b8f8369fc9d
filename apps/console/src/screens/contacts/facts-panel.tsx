import { useQuery } from '@tanstack/react-query';
import { useAccounts } from '../../api/accounts.ts';
import { channelNameQuery } from '../../api/channels.ts';
import { useCatalogue } from '../../api/catalogue.ts';
import { Ago } from '../../components/number.tsx';
import { useWords } from '../../i18n/index.ts';
import { date } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './contact.module.css';
import type { ContactPage } from './queries.ts';

/** Where a person stands and how they came. */
export function FactsPanel({ person }: { person: ContactPage }) {
  const { t, language } = useWords();
  const catalogue = useCatalogue();
  const accounts = useAccounts();
  const stageName = (key: string) => catalogue?.stages[key]?.[language] ?? key;
  const facts: [string, React.ReactNode][] = [
    [t('contacts.number'), <span key="id" className="num">{person.id}</span>],
    [t('contacts.stage'), <div key="stage">{stageName(person.stage)}<div className="quiet">{t('contacts.since', { day: date(person.stageSince, language) })}</div></div>],
    [t('contacts.firstSeen'), date(person.firstSeenAt, language)],
    [t('contacts.lastActive'), person.lastActiveAt ? <Ago key="active" at={person.lastActiveAt} /> : t('state.none')],
    ...(person.phone ? [[t('contacts.phone'), person.phone] as [string, string]] : []),
  ];
  return (
    <section className={css.panel}>
      <h3>{t('contacts.facts')}</h3>
      <dl className={css.facts}>
        {facts.map(([term, value]) => <div key={term} style={{ display: 'contents' }}><dt>{term}</dt><dd>{value}</dd></div>)}
        {person.followers.map((follower) => (
          <div key={follower.identityId} style={{ display: 'contents' }}>
            <dt>{accounts?.find(({ id }) => id === follower.assetId)?.name ?? t('contacts.account')}</dt>
            <dd>
              <div>
                {follower.subscribed
                  ? follower.subscribedAt ? t('contacts.followingSince', { day: date(follower.subscribedAt, language) }) : t('contacts.followingYes')
                  : follower.unsubscribedAt ? t('contacts.leftOn', { day: date(follower.unsubscribedAt, language) }) : t('contacts.notFollowing')}
              </div>
              <div className="quiet">{catalogue?.sources[follower.source]?.[language]}{follower.channelId && <> · <ChannelName id={follower.channelId} /></>}</div>
            </dd>
          </div>
        ))}
      </dl>
      {person.stageMoves.length > 1 && (
        <ul className="caption" style={{ marginTop: 8 }}>
          {person.stageMoves.slice(0, 5).map((move) => (
            <li key={move.at}>{date(move.at, language)} {move.from && `${stageName(move.from)} → `}{stageName(move.to)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function ChannelName({ id }: { id: string }) {
  const brand = useBrand();
  const { data } = useQuery({ ...channelNameQuery(brand.id, id), enabled: brand.can('recruitment:read') });
  return data?.name ?? '';
}
