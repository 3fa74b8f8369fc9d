import { Button, Select } from 'antd';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useAccounts } from '../../api/accounts.ts';
import { api, ask } from '../../api/client.ts';
import { eventTypesQuery } from '../../api/event-types.ts';
import type { paths } from '../../api/schema.d.ts';
import { Empty, Failure, LineBones } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { clock, date, isoDay } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './contact.module.css';
import { personQuery } from './queries.ts';

export type TimelineEvent = paths['/api/brands/{brandId}/contacts/{contactId}/timeline']['get']['responses']['200']['content']['application/json']['items'][number];

/** The filter offers subjects, not the hundred types of the catalogue. */
const subjects = ['follow', 'menu', 'message', 'qr', 'link', 'push', 'tag', 'consent', 'card', 'contact'] as const;

export function Timeline({ contactId }: { contactId: number }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const accounts = useAccounts();
  const queryClient = useQueryClient();
  const catalogue = useQuery(eventTypesQuery(brand.id));
  const [chosen, setChosen] = useState<string[]>([]);
  const types = useMemo(() => (chosen.length === 0 ? undefined : (catalogue.data?.items ?? [])
    .map(({ type }) => type)
    .filter((type) => chosen.some((subject) => type.startsWith(`${subject}.`) || type === subject || (subject === 'follow' && type === 'unfollow')))
    .join(',')), [chosen, catalogue.data]);

  const events = useInfiniteQuery({
    queryKey: ['brand', brand.id, 'timeline', contactId, types],
    queryFn: ({ pageParam }) => ask(api.GET('/api/brands/{brandId}/contacts/{contactId}/timeline', {
      params: { path: { brandId: brand.id, contactId }, query: { types, cursor: pageParam, limit: 50 } },
    })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const items = events.data?.pages.flatMap((page) => page.items) ?? [];

  // Something new happened to this person: what the page says beside the timeline may have changed with it.
  const newest = items[0]?.id;
  const seen = useRef<number>(undefined);
  useEffect(() => {
    if (newest !== undefined && seen.current !== undefined && newest > seen.current) {
      void queryClient.invalidateQueries({ queryKey: personQuery(brand.id, contactId).queryKey });
    }
    if (newest !== undefined) seen.current = newest;
  }, [newest, brand.id, contactId, queryClient]);

  return (
    <>
      <div className={css.filters}>
        <Select
          mode="multiple"
          allowClear
          style={{ minWidth: 240 }}
          maxTagCount="responsive"
          placeholder={t('contacts.allEvents')}
          aria-label={t('contacts.filterEvents')}
          value={chosen}
          onChange={setChosen}
          options={subjects.map((subject) => ({ value: subject, label: t(`contacts.subject_${subject}`) }))}
        />
        {brand.can('people:export') && items.length > 0 && (
          <Button type="text" href={`/api/brands/${brand.id}/contacts/${contactId}/timeline.csv${types ? `?types=${encodeURIComponent(types)}` : ''}`} download>
            {t('chart.downloadCsv')}
          </Button>
        )}
      </div>
      {events.isPending && <LineBones count={6} />}
      {events.isError && items.length === 0 && <Failure error={events.error} retry={() => void events.refetch()} />}
      {events.isSuccess && items.length === 0 && <Empty title={t('contacts.noEvents')} />}
      <ol aria-live="polite">
        {items.map((event, index) => {
          const day = isoDay(event.at);
          const before = items[index - 1];
          return (
            <li key={event.id}>
              {(!before || isoDay(before.at) !== day) && <div className={css.day}>{date(event.at, language)}</div>}
              <div className={event.actor === 'person' ? css.event : `${css.event} ${css.brandEvent}`}>
                <time dateTime={event.at}>{clock(event.at)}</time>
                <div>
                  <p>{event.name[language]}</p>
                  <Details event={event} accountName={accounts && accounts.length > 1 ? accounts.find(({ id }) => id === event.assetId)?.name : undefined} />
                </div>
              </div>
            </li>
          );
        })}
      </ol>
      {events.hasNextPage && <Button style={{ marginTop: 16 }} loading={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>{t('contacts.earlier')}</Button>}
    </>
  );
}

/** What is longer is somebody's letter: its beginning tells which. */
const LONGEST = 160;

function Details({ event, accountName }: { event: TimelineEvent; accountName: string | undefined }) {
  const { language } = useWords();
  const text = event.detail?.[language] ?? '';
  if (!text && !accountName) return null;
  return <p className="caption">{[text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text, accountName].filter(Boolean).join(' · ')}</p>;
}
