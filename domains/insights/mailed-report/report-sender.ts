import { conflict, newId, now, nowDate } from '@qingniao/kernel';
import type { Stores, Tx } from '@qingniao/storage';
import { createPdfPrinter } from '../report/chromium.ts';
import { planDeliveries, type Run, SCHEDULED } from './deliveries.ts';
import { lastDue, monthCovered, nextDue, readSchedule, type SavedSchedule, writeSchedule } from './schedule.ts';
import { sendRun, type SendParts } from './send-run.ts';

const DUE = 'insights.report';
const AGAIN = 'insights.report.again';
const MAIL_REPORT = 'mail-report';
const HOUR = 3_600_000;
/** A mail server that is away or not set up yet gets two thirds of a day; then somebody must look. */
const TRY_AGAIN_AFTER = [HOUR / 2, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR] as const;

interface Input extends Run {
  /** How often it was tried before. */
  tries: number;
}

export interface ReportSender {
  /** What is there to send with. */
  abilities(): { mail: boolean; pdf: boolean };
  read(db: Pick<Tx, 'query'>, brandId: number): Promise<SavedSchedule>;
  /** Writes it and sets its timer, or cancels that. */
  save(tx: Tx, brandId: number, schedule: Omit<SavedSchedule, 'changedAt'>, by: string): Promise<void>;
  /** Mails the month before to the recipients, whatever they were sent already. @throws Problem no_recipients, no_mail, report_being_sent (409) */
  sendNow(tx: Tx, brandId: number): Promise<{ jobId: string; month: string }>;
}

export interface ReportSenderDeps extends Omit<SendParts, 'warehouse' | 'printer'> {
  stores: Stores;
  /** Path of the Chromium that prints reports; null: the one on PATH. */
  chromium: string | null;
}

/** Registers the job that mails reports and the timers that start it. Make it once. */
export function createReportSender({ stores, chromium, ...rest }: ReportSenderDeps): ReportSender {
  const { database, jobs, timers } = stores;
  const { secrets, mailer } = rest;
  const printer = createPdfPrinter(chromium);

  const keyOf = ({ month, run }: Run): string => `${month} ${run}`;
  const start = (tx: Tx, brandId: number, input: Input): Promise<string> => jobs.startIn<Input>(tx, brandId, MAIL_REPORT, input, keyOf(input));
  const setDue = (tx: Tx, brandId: number, when: Pick<SavedSchedule, 'day' | 'hour'>): Promise<void> =>
    timers.set(tx, { brandId, name: DUE, key: '', dueAt: nextDue(when, nowDate()), payload: null });

  jobs.register<Input>({
    kind: MAIL_REPORT,
    lane: 'bulk',
    async run({ db, brandId, signal, input: { month, run, tries } }) {
      // Set before anything is tried, so that a run whose job gave up is looked at again.
      const wait = TRY_AGAIN_AFTER[tries];
      const key = keyOf({ month, run });
      const again: Input = { month, run, tries: tries + 1 };
      if (wait !== undefined) await db.tx((tx) => timers.set(tx, { brandId, name: AGAIN, key, dueAt: new Date(now() + wait), payload: again }));
      const waits = await sendRun({ ...rest, warehouse: stores.warehouse, printer }, db, { month, run }, { lastTry: wait === undefined, signal });
      if (!waits) await db.tx((tx) => timers.cancel(tx, brandId, AGAIN, key));
    },
  });

  timers.register(AGAIN, ({ brandId, payload }) => database.forBrand(brandId).tx(async (tx) => {
    const input = payload as Input;
    if (await wasCancelled(tx, brandId, keyOf(input))) await planDeliveries(tx, brandId, input, new Map());
    else await start(tx, brandId, input);
  }));

  timers.register(DUE, ({ brandId }) => database.forBrand(brandId).tx(async (tx) => {
    const schedule = await readSchedule(tx, brandId, secrets);
    if (!schedule.enabled) return;
    await start(tx, brandId, { month: monthCovered(lastDue(schedule, nowDate())), run: SCHEDULED, tries: 0 });
    await setDue(tx, brandId, schedule);
  }));

  return {
    abilities: () => ({ mail: mailer.works, pdf: printer.ready() }),
    read: (db, brandId) => readSchedule(db, brandId, secrets),
    async save(tx, brandId, schedule, by) {
      await writeSchedule(tx, brandId, secrets, schedule, by);
      await (schedule.enabled ? setDue(tx, brandId, schedule) : timers.cancel(tx, brandId, DUE, ''));
    },
    async sendNow(tx, brandId) {
      if (!mailer.works) throw conflict('no_mail', withoutMail);
      const { recipients } = await readSchedule(tx, brandId, secrets);
      if (recipients.length === 0) throw conflict('no_recipients', { zh: '请先填写收件人并保存。', en: 'Enter recipients and save them first.' });
      const [open] = await tx.query(`select 1 from job where brand_id = $1 and kind = $2 and state in ('queued', 'running')`, [brandId, MAIL_REPORT]);
      if (open) throw conflict('report_being_sent', { zh: '报告正在发送，请等它完成。', en: 'A report is being sent already; wait until it is done.' });
      const month = monthCovered(nowDate());
      return { jobId: await start(tx, brandId, { month, run: newId(), tries: 0 }), month };
    },
  };
}

/** Somebody stopped the run: whoever waits for it is let go. */
async function wasCancelled(tx: Tx, brandId: number, key: string): Promise<boolean> {
  const [last] = await tx.query<{ state: string }>('select state from job where brand_id = $1 and kind = $2 and key = $3 order by created_at desc, id desc limit 1', [brandId, MAIL_REPORT, key]);
  return last?.state === 'cancelled';
}

/** What to do, for whoever has a schedule and no mail server. */
export const withoutMail = {
  zh: '尚未配置发信，报告无法寄出：请在服务器上设置 SMTP_URL（如 smtps://用户:密码@主机:465）与 QINGNIAO_MAIL_FROM，然后重启青鸟。',
  en: 'No mail server is set, so reports cannot be sent: set SMTP_URL (smtps://user:password@host:465) and QINGNIAO_MAIL_FROM on the server, then restart Qingniao.',
};
