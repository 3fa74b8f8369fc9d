import { type Mailer, sendingFailed } from '@qingniao/access';
import { type Log, messageOf, Problem, type Secrets, type Text } from '@qingniao/kernel';
import type { BrandDatabase, Warehouse } from '@qingniao/storage';
import type { PdfPrinter } from '../report/chromium.ts';
import { withoutAddresses } from './addresses.ts';
import { composeReport } from './compose.ts';
import { type DeliveryState, forgetOld, hashOf, markSending, planDeliveries, type Run, SCHEDULED, settle, settleInterrupted, waitingOf } from './deliveries.ts';
import { readSchedule } from './schedule.ts';

export interface SendParts {
  warehouse: Warehouse;
  secrets: Secrets;
  mailer: Mailer;
  printer: PdfPrinter;
  /** Where people reach this installation, without a slash at the end. */
  baseUrl: () => string;
  log: Log;
}

/**
 * Mails one run to those of its recipients who still wait. Calling it again, after a crash too, sends nothing twice:
 * each is marked `sending` first, and a mark that is found later becomes `unknown`.
 * @param lastTry what was not taken now has failed
 * @param signal nothing more is sent once it was given; then this throws
 * @returns whether somebody still waits
 */
export async function sendRun({ warehouse, secrets, mailer, printer, baseUrl, log }: SendParts, db: BrandDatabase, run: Run, { lastTry, signal }: { lastTry: boolean; signal: AbortSignal }): Promise<boolean> {
  const { brandId } = db;
  const schedule = await readSchedule(db, brandId, secrets);
  const recipients = new Map((run.run === SCHEDULED && !schedule.enabled ? [] : schedule.recipients).map((address) => [hashOf(secrets, brandId, address), address]));
  await db.tx(async (tx) => {
    await settleInterrupted(tx, brandId, run);
    await planDeliveries(tx, brandId, run, recipients);
    await forgetOld(tx, brandId);
  });
  const hashes = await waitingOf(db, run);
  if (hashes.length === 0) return false;
  const notTaken: DeliveryState = lastTry ? 'failed' : 'waiting';
  const end = async (recipientHash: string, state: DeliveryState, error: unknown) => {
    const text = error === null ? null : state === 'unknown' ? interrupted(error) : textOf(error);
    await db.tx((tx) => settle(tx, brandId, { ...run, recipientHash }, state, text));
    log.info({ brandId, month: run.month, state }, 'a report was mailed');
  };

  let mail: Awaited<ReturnType<typeof composeReport>>;
  try {
    await mailer.check();
    mail = await composeReport({ readers: { brand: db, warehouse }, printer, page: `${baseUrl()}/b/${brandId}/insights/settings`, log }, run.month, schedule);
  } catch (error) {
    log.warn({ brandId, month: run.month, err: withoutAddresses(messageOf(error)) }, 'a report could not be mailed');
    for (const hash of hashes) await end(hash, notTaken, error);
    return !lastTry;
  }

  let waiting = false;
  for (const hash of hashes) {
    signal.throwIfAborted();
    const to = recipients.get(hash);
    if (to === undefined || !(await markSending(db, run, hash))) continue;
    try {
      await mailer.send({ ...mail, to });
    } catch (error) {
      const failed = sendingFailed(error);
      waiting ||= failed === 'later' && !lastTry;
      await end(hash, failed === 'later' ? notTaken : failed === 'refused' ? 'failed' : 'unknown', error);
      continue;
    }
    await end(hash, 'sent', null);
  }
  return waiting;
}

const LONGEST = 300;
/** The server's own answer, where there is one. */
const reason = (error: unknown): string => withoutAddresses((error as { response?: string }).response ?? messageOf(error)).slice(0, LONGEST);

const textOf = (error: unknown): Text =>
  error instanceof Problem ? error.text : { zh: `邮件服务器未接收，原因：${reason(error)}`, en: `The mail server did not take it: ${reason(error)}` };

const interrupted = (error: unknown): Text => ({
  zh: `与邮件服务器的连接在发送途中中断（${reason(error)}），无法确定是否送达。为避免重复，不再自动发送；请向收件人确认。`,
  en: `The connection to the mail server broke while this was being sent (${reason(error)}), so it may or may not have arrived. It is not sent again by itself: ask the recipient.`,
});
