import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../api/session.ts';
import { useWords } from '../../i18n/index.ts';
import { dateTime } from '../../lib/format.ts';
import { productNow } from '../../lib/use-now.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { pushesInStateQuery } from '../pushes/queries.ts';
import type { Need } from './need.ts';

/** A push that failed longer ago is history. */
const RECENT_MS = 7 * 86_400_000;

/** Pushes that wait for this person's approval, and those that failed lately; null until both have answered. */
export function usePushNeeds(): Need[] | null {
  const { t, language } = useWords();
  const brand = useBrand();
  const { user } = useSession();
  const awaiting = useQuery({ ...pushesInStateQuery(brand.id, 'awaiting'), enabled: brand.can('pushes:approve') });
  const failed = useQuery({ ...pushesInStateQuery(brand.id, 'failed'), enabled: brand.can('pushes:write') });
  if (awaiting.isLoading || failed.isLoading) return null;
  const toPush = (pushId: string): NonNullable<Need['link']> => ({ to: '/b/$brandId/pushes/$pushId', params: { brandId: String(brand.id), pushId }, label: t('home.look') });
  // Nobody approves what they asked for themselves.
  const mine = (awaiting.data?.items ?? []).filter(({ submittedBy }) => submittedBy !== user.id);
  const lately = (failed.data?.items ?? []).filter(({ scheduledAt, createdAt }) => Date.parse(scheduledAt ?? createdAt) > productNow() - RECENT_MS);
  return [
    ...lately.map(({ id, title, error }): Need => ({ key: `failed-${id}`, tone: 'bad', text: t('home.pushFailed', { title, why: error?.[language] ?? '' }), link: toPush(id) })),
    ...mine.map(({ id, title, scheduledAt }): Need => ({
      key: `awaiting-${id}`, tone: 'warn', link: toPush(id),
      text: scheduledAt === null ? t('home.pushAwaits', { title }) : t('home.pushAwaitsUntil', { title, time: dateTime(scheduledAt, language) }),
    })),
  ];
}
