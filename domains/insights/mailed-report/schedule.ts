import type { Language, Secrets } from '@qingniao/kernel';
import { addDays, localDay, nowDate, shanghaiMidnight } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';
import type { Period } from '../metric.ts';

/** The report by e-mail: to whom, which, and when in the month after the one it covers. */
export interface ReportSchedule {
  enabled: boolean;
  /** E-mail addresses in lower case, each once. */
  recipients: string[];
  language: Language;
  /** The version for head office: small cells suppressed. */
  aggregatesOnly: boolean;
  /** 1 to 28: every month has it. */
  day: number;
  /** 0 to 23, Asia/Shanghai. */
  hour: number;
}

export interface SavedSchedule extends ReportSchedule {
  /** Whether whoever saved it may see costs: then the report has them. */
  withCosts: boolean;
  changedAt: Date | null;
}

/** WeChat has the figures of a month's last day on the next morning, and those of its last articles some days later. */
const untilSaved: SavedSchedule = { enabled: false, recipients: [], language: 'zh', aggregatesOnly: false, day: 5, hour: 9, withCosts: false, changedAt: null };

const sealedFor = (brandId: number): string => `report recipients:${brandId}`;

/** What was saved, or a schedule that is off. */
export async function readSchedule(db: Pick<Tx, 'query'>, brandId: number, secrets: Secrets): Promise<SavedSchedule> {
  const [row] = await db.query<Omit<SavedSchedule, 'recipients'> & { recipients: string }>(
    `select enabled, recipients, language, aggregates_only "aggregatesOnly", with_costs "withCosts", day, hour, changed_at "changedAt"
       from report_schedule where brand_id = $1`, [brandId]);
  return row ? { ...row, recipients: JSON.parse(secrets.open(row.recipients, sealedFor(brandId))) as string[] } : untilSaved;
}

export async function writeSchedule(tx: Tx, brandId: number, secrets: Secrets, schedule: Omit<SavedSchedule, 'changedAt'>, by: string): Promise<void> {
  await tx.query(
    `insert into report_schedule (brand_id, enabled, recipients, language, aggregates_only, with_costs, day, hour, changed_by, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (brand_id) do update set enabled = excluded.enabled, recipients = excluded.recipients, language = excluded.language,
       aggregates_only = excluded.aggregates_only, with_costs = excluded.with_costs, day = excluded.day, hour = excluded.hour,
       changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
    [brandId, schedule.enabled, secrets.seal(JSON.stringify(schedule.recipients), sealedFor(brandId)), schedule.language, schedule.aggregatesOnly,
      schedule.withCosts, schedule.day, schedule.hour, by, nowDate()],
  );
}

type When = Pick<ReportSchedule, 'day' | 'hour'>;

/** The first time it is due after an instant. */
export function nextDue(when: When, after: Date): Date {
  const month = monthOf(after);
  const due = dueIn(month, when);
  return due > after ? due : dueIn(monthAfter(month), when);
}

/** The last time it was due: a server that was stopped for months sends the latest report, not all of them. */
export function lastDue(when: When, at: Date): Date {
  const month = monthOf(at);
  const due = dueIn(month, when);
  return due <= at ? due : dueIn(monthBefore(month), when);
}

/** `2026-10` for an instant in November: what a report made then covers. */
export const monthCovered = (at: Date): string => monthBefore(monthOf(at));

export function daysOf(month: string): Period {
  return { from: `${month}-01`, to: addDays(`${monthAfter(month)}-01`, -1) };
}

const monthOf = (at: Date): string => localDay(at).slice(0, 7);
const monthBefore = (month: string): string => addDays(`${month}-01`, -1).slice(0, 7);
const monthAfter = (month: string): string => addDays(`${month}-28`, 4).slice(0, 7);

const dueIn = (month: string, { day, hour }: When): Date =>
  new Date(shanghaiMidnight(`${month}-${String(day).padStart(2, '0')}`).getTime() + hour * 3_600_000);
