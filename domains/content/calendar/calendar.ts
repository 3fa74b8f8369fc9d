import { badRequest, addDays, daysBetween, newId, notFound, nowDate } from '@qingniao/kernel';
import type { BrandDatabase, Tx } from '@qingniao/storage';
import type { ApprovalStanding } from '../articles/read.ts';
import { listArticles } from '../articles/read.ts';
import { crowdedBy, festivalsOf, type Festival } from './festivals.ts';

/** A push as the calendar shows it; pushes stand above this room, so the server hands them in. */
export interface CalendarPush {
  id: string;
  title: string;
  state: string;
  /** Sent, or meant to be sent. */
  at: Date;
}

/** Followers of an account by how many pushes they can still get this calendar month (official-account 14). */
export interface QuotaLeft {
  /** Null for subscription accounts, whose limit is one send a day. */
  perFollower: number | null;
  /** Index: pushes left; empty when there is no such limit. */
  followers: number[];
}

export interface CalendarSources {
  pushesBetween(brand: BrandDatabase, assetId: string, from: Date, to: Date): Promise<CalendarPush[]>;
  /** `month`: `2026-05`, in Asia/Shanghai. */
  quotaLeft(brand: BrandDatabase, assetId: string, month: string): Promise<QuotaLeft>;
}

export interface CalendarNote {
  id: string;
  text: string;
}

export interface CalendarDay {
  day: string;
  articles: { id: string; title: string; approval: ApprovalStanding }[];
  notes: CalendarNote[];
  festivals: Festival[];
  /** Festivals for which others post on this day (L-05). */
  crowdedBy: Festival[];
}

const MOST_DAYS = 100;

/** Day by day, both ends included. @throws Problem period_too_long (422) */
export async function readCalendar(db: Pick<Tx, 'query'>, brandId: number, from: string, to: string): Promise<CalendarDay[]> {
  const days = daysBetween(from, to) + 1;
  if (days < 1 || days > MOST_DAYS) throw badRequest('period_too_long', { zh: `日历一次最多显示 ${MOST_DAYS} 天。`, en: `The calendar shows at most ${MOST_DAYS} days at once.` }, { field: 'to' });
  const articles = await listArticles(db, brandId, { plannedFrom: from, plannedTo: to }, 1000, null);
  const notes = await db.query<{ id: string; day: string; text: string }>(
    `select id, to_char(day, 'YYYY-MM-DD') as day, text from calendar_note where brand_id = $1 and day between $2 and $3 order by day, id`, [brandId, from, to],
  );
  return Array.from({ length: days }, (_, index) => {
    const day = addDays(from, index);
    return {
      day,
      articles: articles.filter(({ plannedDay }) => plannedDay === day).map(({ id, title, approval }) => ({ id, title, approval })),
      notes: notes.filter((note) => note.day === day).map(({ id, text }) => ({ id, text })),
      festivals: festivalsOf(Number(day.slice(0, 4))).filter((festival) => festival.day === day),
      crowdedBy: crowdedBy(day),
    };
  });
}

export async function addNote(tx: Tx, brandId: number, day: string, text: string, by: string): Promise<CalendarNote> {
  const id = newId();
  await tx.query('insert into calendar_note (brand_id, day, id, text, created_by, created_at) values ($1, $2, $3, $4, $5, $6)', [brandId, day, id, text.trim(), by, nowDate()]);
  return { id, text: text.trim() };
}

/** @throws Problem not_found (404) */
export async function removeNote(tx: Tx, brandId: number, id: string): Promise<void> {
  const gone = await tx.query('delete from calendar_note where brand_id = $1 and id = $2 returning id', [brandId, id]);
  if (gone.length === 0) throw notFound({ zh: '备注', en: 'note' });
}
