import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, ask } from '../../api/client.ts';
import { Ago } from '../../components/number.tsx';
import { Empty, LineBones, Loaded } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './home.module.css';

/** What happened last: the line that moves while one looks. Joining a person's identities is our own bookkeeping, not news. */
export function Recent() {
  const { t, language } = useWords();
  const brand = useBrand();
  const recent = useQuery({
    queryKey: ['brand', brand.id, 'timeline', 'recent'],
    queryFn: () => ask(api.GET('/api/brands/{brandId}/events/recent', { params: { path: { brandId: brand.id }, query: { limit: 50 } } })),
  });
  return (
    <Loaded query={recent} bones={<LineBones count={8} />}>
      {({ items }) => items.length === 0 ? <Empty title={t('home.nothingYet')}>{t('home.nothingYetMore')}</Empty> : (
        <ul aria-live="polite">
          {items.filter(({ type }) => type !== 'identity.moved').slice(0, 12).map((event) => (
            <li key={event.id} className={css.event}>
              <Ago at={event.at} />
              <span>{event.name[language]}</span>
              {event.identityId !== null && (
                <Link className="num" to="/b/$brandId/contacts/$contactId" params={{ brandId: String(brand.id), contactId: String(event.identityId) }}>
                  {t('contacts.unnamed', { id: event.identityId })}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  );
}
