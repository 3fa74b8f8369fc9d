import { type Mail, type Mailer, sendingFailed } from '@qingniao/access';
import { type Log, messageOf, Problem, type Secrets, type Text, withoutAddresses } from '@qingniao/kernel';
import type { BrandDatabase, Warehouse } from '@qingniao/storage';
import type { PdfPrinter } from '../report/chromium.ts';
import { composeReport } from './compose.ts';
import { type DeliveryState, forgetOld, hashOf, markSending, planDeliveries, type Run, SCHEDULED, settle, settleInterrupted, waitingOf } from './deliveries.ts';
import { readSchedule, type SavedSchedule } from './schedule.ts';

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
export async function sendRun(parts: SendParts, db: BrandDatabase, run: Run, { lastTry, signal }: { lastTry: boolean; signal: AbortSignal }): Promise<boolean> {
  const { secrets, mailer, log } = parts;
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

  const notTaken = lastTry ? 'failed' : 'waiting';
  const end = async (recipientHash: string, state: DeliveryState, why: Text | null) => {
    await db.tx((tx) => settle(tx, brandId, { ...run, recipientHash }, state, why));
    log.info({ brandId, month: run.month, state }, 'a report and one of its recipients');
  };
  const mail = await prepare(parts, db, run.month, schedule);
  if ('missing' in mail) {
    for (const hash of hashes) await end(hash, notTaken, mail.missing);
    return !lastTry;
  }
  let waiting = false;
  for (const hash of hashes) {
    signal.throwIfAborted();
    if (!(await markSending(db, run, hash))) continue;
    const { state, why } = await send(mailer, { ...mail, to: recipients.get(hash)! });
    await end(hash, state === 'waiting' ? notTaken : state, why);
    waiting ||= state === 'waiting' && !lastTry;
  }
  return waiting;
}

/** The mail, or what there is to be mended first. The server is asked before anything is marked: what fails there was not sent. */
async function prepare({ warehouse, mailer, printer, baseUrl, log }: SendParts, db: BrandDatabase, month: string, schedule: SavedSchedule): Promise<Omit<Mail, 'to'> | { missing: Text }> {
  const { brandId } = db;
  try {
    await mailer.check();
  } catch (error) {
    log.warn({ brandId, month, err: reason(error) }, 'the mail server cannot be used for a report');
    return { missing: error instanceof Problem ? error.text : { zh: `邮件服务器无法使用：${reason(error)}`, en: `The mail server cannot be used: ${reason(error)}` } };
  }
  try {
    return await composeReport({ readers: { brand: db, warehouse }, printer, site: baseUrl(), log }, month, schedule);
  } catch (error) {
    log.error({ brandId, month, err: error }, 'a report could not be made for mailing');
    return { missing: error instanceof Problem ? error.text : { zh: '报告未能生成，详情见服务器日志。', en: 'The report could not be made; the server’s log says why.' } };
  }
}

async function send(mailer: Mailer, mail: Mail): Promise<{ state: DeliveryState; why: Text | null }> {
  try {
    await mailer.send(mail);
    return { state: 'sent', why: null };
  } catch (error) {
    const failed = sendingFailed(error);
    if (failed === 'unknown') return { state: 'unknown', why: brokeOff(error) };
    return { state: failed === 'later' ? 'waiting' : 'failed', why: { zh: `邮件服务器未接收：${reason(error)}`, en: `The mail server did not take it: ${reason(error)}` } };
  }
}

const LONGEST = 300;
/** The server's own answer, where there is one. */
const reason = (error: unknown): string => withoutAddresses((error as { response?: string }).response ?? messageOf(error)).slice(0, LONGEST);

const brokeOff = (error: unknown): Text => ({
  zh: `与邮件服务器的连接在发送途中中断（${reason(error)}），无法确定是否送达。为避免重复，不再自动发送；请向收件人确认。`,
  en: `The connection to the mail server broke while this was being sent (${reason(error)}), so it may or may not have arrived. It is not sent again by itself: ask the recipient.`,
});
