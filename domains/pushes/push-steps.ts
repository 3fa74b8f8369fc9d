import { badRequest, conflict, forbidden, localTime, now, nowDate, type Text } from '@qingniao/kernel';
import type { BrandDatabase, Tx } from '@qingniao/storage';
import { requireCaughtUp } from './caught-up.ts';
import { finding, type Finding } from './findings.ts';
import { removeLeftDraftsSoon, takeLeftDrafts } from './left-drafts.ts';
import { planPush, type PushPlan } from './plan-push.ts';
import { readRow, type PushRow } from './push-row.ts';
import { registerSending, type SendingDeps } from './send-push.ts';
import { changedSinceSeen, hourMissed, requireNoStop, submittedAnew, wrongState } from './sender-problems.ts';
import { readSettings } from './settings.ts';
import type { PushState } from './types.ts';
import { requireCovers } from './write-draft.ts';

export type PushSenderDeps = SendingDeps;

export interface StepOptions {
  /** Who asks; null: the product itself. */
  by?: string | null;
  /** Runs in the transaction of the step, for the audit log. */
  also?: (tx: Tx) => Promise<void>;
}

export interface Submitted {
  state: 'awaiting' | 'scheduled' | 'sending';
  /** The sending job, once there is one. */
  jobId: string | null;
}

/** The steps of a push from draft to sent. All throw Problem not_found (404) and push_not_in_state (409). */
export interface PushSender {
  /**
   * Counts and checks for an instant (default: its hour, or now) with everything written before this call; freezes nothing.
   * @throws Problem projections_behind (503)
   */
  plan(brand: BrandDatabase, pushId: string, at?: Date): Promise<PushPlan>;
  /**
   * Sends a draft, now or at an hour; where the brand wants approval, asks for it.
   * @param options.seen the revision that its author looked at; null: whatever there is
   * @throws Problem the first check that stops it (409, all of them in `data.findings`), push_changed (409) since it was
   * seen or checked, cover_missing (409), hour_past (422)
   */
  submit(brand: BrandDatabase, pushId: string, at: Date | null, options?: StepOptions & { seen?: number | null }): Promise<Submitted>;
  /**
   * @param options.seen when what the approver saw was submitted
   * @param options.atOnce sends it though its hour has passed
   * @throws Problem forbidden (403) for who asked for it; push_submitted_anew, hour_passed (409); those of `submit`
   */
  approve(brand: BrandDatabase, pushId: string, options: StepOptions & { seen?: Date | null; atOnce?: boolean }): Promise<Submitted>;
  /** Back to draft, with a reason from the approver, or because its author takes it back. */
  giveBack(brand: BrandDatabase, pushId: string, note: string | null, options?: StepOptions): Promise<void>;
  /** No call is made any more until it goes on; one that is on its way arrives. */
  pause(brand: BrandDatabase, pushId: string, options?: StepOptions): Promise<void>;
  resume(brand: BrandDatabase, pushId: string, options?: StepOptions): Promise<Submitted>;
  /** Ends a sending: cancelled before the first call, else sent as far as it got. */
  stop(brand: BrandDatabase, pushId: string, options?: StepOptions): Promise<PushState>;
}

const START = 'pushes.start';
/** So long after its hour a push may have gone out already, before a backup was restored, or come too late: a person decides. */
const LATEST = 3_600_000;

/** Registers the sending job and the timers; make it once. */
export function createPushSender(deps: PushSenderDeps): PushSender {
  const { timers, database } = deps.stores;
  const startSending = registerSending(deps);

  timers.register(START, async ({ brandId, key: pushId, dueAt, foundAt }) => {
    await database.forBrand(brandId).tx(async (tx) => {
      if (foundAt.getTime() - dueAt.getTime() > LATEST)
        return void (await tx.query(`update push set state = 'failed', error = $3 where brand_id = $1 and id = $2 and state = 'scheduled'`, [brandId, pushId, JSON.stringify(hourMissed(dueAt))]));
      const due = await tx.query(`update push set state = 'sending' where brand_id = $1 and id = $2 and state = 'scheduled' returning id`, [brandId, pushId]);
      if (due.length > 0) await startSending(tx, brandId, pushId);
    });
  });

  const plan: PushSender['plan'] = async (brand, pushId, at) => {
    const push = await readRow(brand, brand.brandId, pushId);
    const { kind } = await deps.accountOf(brand.brandId, push.assetId);
    const hour = at ?? push.scheduledAt;
    await requireCaughtUp(database, brand.brandId);
    const counted = await brand.tx((tx) => planPush(tx, brand.brandId, push, kind, hour && hour.getTime() > now() ? hour : nowDate(), deps.secrets));
    return at === undefined && push.state === 'awaiting' && isPast(push.scheduledAt) ? { ...counted, findings: [lateFinding(push.scheduledAt!, 'warn'), ...counted.findings] } : counted;
  };

  /** Everything that would stop it is said before anybody approves. */
  async function check(brand: BrandDatabase, pushId: string, at: Date | null): Promise<void> {
    const { assetId } = await readRow(brand, brand.brandId, pushId);
    requireNoStop((await plan(brand, pushId, at ?? undefined)).findings);
    await requireCovers(brand, (await deps.accountOf(brand.brandId, assetId)).client, pushId);
  }

  /** Into the hands of the timer or of the job. */
  async function letGo(tx: Tx, brandId: number, pushId: string, at: Date | null): Promise<Submitted> {
    if (at !== null && at.getTime() > now()) {
      await tx.query(`update push set state = 'scheduled' where brand_id = $1 and id = $2`, [brandId, pushId]);
      await timers.set(tx, { brandId, name: START, key: pushId, dueAt: at, payload: null });
      return { state: 'scheduled', jobId: null };
    }
    await tx.query(`update push set state = 'sending' where brand_id = $1 and id = $2`, [brandId, pushId]);
    return { state: 'sending', jobId: await startSending(tx, brandId, pushId) };
  }

  /** Moves from one of `from` to `to`, or says why not. */
  async function move(tx: Tx, brandId: number, pushId: string, from: readonly PushState[], to: PushState): Promise<void> {
    const moved = await tx.query(`update push set state = $4 where brand_id = $1 and id = $2 and state = any ($3) returning id`, [brandId, pushId, from, to]);
    if (moved.length > 0) return;
    await readRow(tx, brandId, pushId);
    throw from.includes('draft')
      ? conflict('push_not_editable', { zh: '这次群发已提交或已开始发送。', en: 'This push has been submitted or has started already.' })
      : wrongState('群发的状态已变化，请刷新页面后再试。', 'The push has moved on; reload the page and try again.');
  }

  return {
    plan,
    async submit(brand, pushId, at, { by = null, also, seen = null } = {}) {
      if (at !== null && at.getTime() <= now())
        throw badRequest('hour_past', { zh: '发送时间已过，请选择将来的时间。', en: 'This hour has passed; choose one to come.' }, { field: 'at' });
      const { state, revision } = await readRow(brand, brand.brandId, pushId);
      if (seen !== null && state === 'draft' && seen !== revision) throw changedSinceSeen(revision);
      await check(brand, pushId, at);
      return brand.tx(async (tx) => {
        await move(tx, brand.brandId, pushId, ['draft'], 'awaiting');
        // The check takes seconds; meanwhile somebody may have saved another draft, which nothing was checked of.
        const submitted = await readRow(tx, brand.brandId, pushId);
        if (submitted.revision !== revision) throw changedSinceSeen(submitted.revision);
        await tx.query('update push set submitted_by = $3, submitted_at = $4, scheduled_at = $5, approved_by = null, approved_at = null, returned_note = null, error = null where brand_id = $1 and id = $2', [
          brand.brandId, pushId, by, nowDate(), at,
        ]);
        await also?.(tx);
        if ((await readSettings(tx, brand.brandId)).approval) return { state: 'awaiting', jobId: null };
        return letGo(tx, brand.brandId, pushId, at);
      });
    },
    async approve(brand, pushId, { by = null, also, seen = null, atOnce = false }) {
      const push = await readRow(brand, brand.brandId, pushId);
      if (seen !== null && seen.getTime() !== push.submittedAt?.getTime()) throw submittedAnew();
      if (push.submittedBy !== null && push.submittedBy === by)
        throw forbidden({ zh: '群发须由提交人以外的人审批。', en: 'A push is approved by somebody other than who submitted it.' });
      await check(brand, pushId, push.scheduledAt);
      return brand.tx(async (tx) => {
        await move(tx, brand.brandId, pushId, ['awaiting'], 'scheduled');
        const approved = await readRow(tx, brand.brandId, pushId);
        // The check takes seconds; meanwhile its author may have made something else of it.
        if (!isSameSubmission(approved, push)) throw submittedAnew();
        if (isPast(approved.scheduledAt) && !atOnce) requireNoStop([lateFinding(approved.scheduledAt!, 'stop')]);
        await tx.query('update push set approved_by = $3, approved_at = $4 where brand_id = $1 and id = $2', [brand.brandId, pushId, by, nowDate()]);
        await also?.(tx);
        return letGo(tx, brand.brandId, pushId, approved.scheduledAt);
      });
    },
    giveBack: (brand, pushId, note, { also } = {}) =>
      brand.tx(async (tx) => {
        await move(tx, brand.brandId, pushId, ['awaiting', 'scheduled'], 'draft');
        await tx.query('update push set returned_note = $3, approved_by = null, approved_at = null where brand_id = $1 and id = $2', [brand.brandId, pushId, note]);
        await timers.cancel(tx, brand.brandId, START, pushId);
        await also?.(tx);
      }),
    pause: (brand, pushId, { also } = {}) =>
      brand.tx(async (tx) => {
        await move(tx, brand.brandId, pushId, ['sending'], 'paused');
        await also?.(tx);
      }),
    resume: (brand, pushId, { also } = {}) =>
      brand.tx(async (tx) => {
        await move(tx, brand.brandId, pushId, ['paused'], 'sending');
        await tx.query('update push set resumed_at = $3 where brand_id = $1 and id = $2', [brand.brandId, pushId, nowDate()]);
        await also?.(tx);
        return { state: 'sending', jobId: await startSending(tx, brand.brandId, pushId) };
      }),
    stop: async (brand, pushId, { also } = {}) => {
      const push = await readRow(brand, brand.brandId, pushId);
      const { state, left } = await brand.tx(async (tx) => {
        await move(tx, brand.brandId, pushId, ['sending', 'paused'], 'cancelled');
        const [calls] = await tx.query<CallCounts & Record<string, unknown>>(
          `select count(*) filter (where state = 'accepted')::int as made, count(*) filter (where state = 'submitting')::int as open, count(*)::int as all
             from push_call where brand_id = $1 and push_id = $2`, [brand.brandId, pushId]);
        const left = await takeLeftDrafts(tx, brand.brandId, push);
        await also?.(tx);
        if (calls!.made + calls!.open === 0) return { state: 'cancelled' as const, left };
        const text = stoppedText(calls!);
        await tx.query(`delete from push_call where brand_id = $1 and push_id = $2 and state = 'planned'`, [brand.brandId, pushId]);
        await tx.query(`update push set state = 'sent', sent_at = $3, error = $4 where brand_id = $1 and id = $2`, [brand.brandId, pushId, nowDate(), JSON.stringify(text)]);
        return { state: 'sent' as const, left };
      });
      await removeLeftDraftsSoon(deps.accountOf, brand.brandId, left);
      return state;
    },
  };
}

interface CallCounts {
  /** WeChat has taken them. */
  made: number;
  /** On their way: WeChat has not answered. */
  open: number;
  all: number;
}

const stoppedText = ({ made, open, all }: CallCounts): Text => {
  const zh = `已停止：${all} 次群发调用中，微信已接收 ${made} 次`;
  const en = `Stopped after ${made} of ${all} mass-send calls`;
  return open === 0
    ? { zh: `${zh}。`, en: `${en}.` }
    : { zh: `${zh}；停止时另有 ${open} 次正在提交，是否发出以微信的应答为准，见调用明细。`, en: `${en}; ${open} more on the way when it was stopped: whether it went out is as WeChat answered, see its calls.` };
};

const isPast = (hour: Date | null): boolean => hour !== null && hour.getTime() <= now();

const lateFinding = (hour: Date, level: Finding['level']): Finding => {
  const at = localTime(hour).slice(0, 16);
  return finding(level, 'hour_passed', null, `原定的发送时间 ${at}（北京时间）已过：批准后会立即发送。如需另选时间，请退回给提交人。`, `Its hour, ${at} (Beijing time), has passed: approved, it goes out at once. For another hour, give it back.`);
};

const isSameSubmission = (one: PushRow, other: PushRow): boolean =>
  one.submittedAt?.getTime() === other.submittedAt?.getTime() && one.submittedBy === other.submittedBy;
