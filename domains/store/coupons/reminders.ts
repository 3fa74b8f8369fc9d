import type { Querier } from '@qingniao/activity';
import { type Language, localTime, type Log, now, nowDate } from '@qingniao/kernel';
import type { BrandDatabase, Database, Timers, Tx } from '@qingniao/storage';
import { isWechatError, wechatLanguages } from '@qingniao/wechat';
import type { MiniPrograms } from '../mini-programs/mini-programs.ts';

export const REMINDER_TIMER = 'store-coupon-reminders';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Hours of Beijing at which a phone may ring. */
const [MORNING, EVENING] = [9, 21];
const AT_ONCE = 500;
/** Somebody may tap "always allow" for ever. */
const MOST_GRANTS = 20;

/** The brand's subscription template, and which of its keys take a coupon's name and its end. */
export interface ReminderSetting {
  templateId: string;
  nameKey: string;
  timeKey: string;
  /** 1 to 30. */
  daysBefore: number;
}

/** Null: nobody is reminded. */
export async function readReminderSetting(db: Querier, brandId: number): Promise<ReminderSetting | null> {
  const [setting] = await db.query<ReminderSetting & Record<string, unknown>>(
    'select template_id as "templateId", name_key as "nameKey", time_key as "timeKey", days_before as "daysBefore" from coupon_reminder_setting where brand_id = $1', [brandId],
  );
  return setting ?? null;
}

export async function saveReminderSetting(tx: Tx, timers: Timers, brandId: number, setting: ReminderSetting | null): Promise<void> {
  if (setting === null) {
    await tx.query('delete from coupon_reminder_setting where brand_id = $1', [brandId]);
    return timers.cancel(tx, brandId, REMINDER_TIMER, '');
  }
  await tx.query(
    `insert into coupon_reminder_setting (brand_id, template_id, name_key, time_key, days_before, changed_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (brand_id) do update set template_id = excluded.template_id, name_key = excluded.name_key, time_key = excluded.time_key, days_before = excluded.days_before, changed_at = excluded.changed_at`,
    [brandId, setting.templateId, setting.nameKey, setting.timeKey, setting.daysBefore, nowDate()],
  );
  await nextHour(tx, timers, brandId);
}

const nextHour = (tx: Tx, timers: Timers, brandId: number): Promise<void> =>
  timers.set(tx, { brandId, name: REMINDER_TIMER, key: '', dueAt: new Date((Math.floor(now() / HOUR) + 1) * HOUR), payload: null });

/** What `wx.requestSubscribeMessage` answered: an accept is one message, "never again" takes back all. */
export async function recordAnswer(db: Querier, brandId: number, identityId: number, templateId: string, answer: 'accept' | 'reject' | 'ban' | 'filter', language: Language): Promise<void> {
  if (answer === 'accept') {
    await db.query(
      `insert into message_grant as g (brand_id, identity_id, template_id, "left", language, changed_at) values ($1, $2, $3, 1, $6, $4)
       on conflict (brand_id, identity_id, template_id) do update set "left" = least(g."left" + 1, $5), language = excluded.language, changed_at = excluded.changed_at`, [brandId, identityId, templateId, nowDate(), MOST_GRANTS, language],
    );
  } else if (answer === 'ban') {
    await db.query('update message_grant set "left" = 0, changed_at = $4 where brand_id = $1 and identity_id = $2 and template_id = $3', [brandId, identityId, templateId, nowDate()]);
  }
}

export interface ReminderDeps {
  database: Database;
  timers: Timers;
  log: Log;
  miniPrograms: MiniPrograms;
}

interface Due extends Record<string, unknown> {
  couponId: string;
  /** Who allowed it: the coupon may have come to them by another door. */
  identityId: number;
  openid: string;
  assetId: string;
  name: string;
  language: Language;
  expiresAt: Date;
}

/** Once an hour by day: whoever allowed it hears once of a coupon that ends soon and that they have not used (V-06). */
export async function remindOfCoupons(deps: ReminderDeps, brandId: number): Promise<void> {
  const db = deps.database.forBrand(brandId);
  const setting = await readReminderSetting(db, brandId);
  if (setting === null) return;
  await db.tx((tx) => nextHour(tx, deps.timers, brandId));
  const hour = Math.floor(((now() + 8 * HOUR) % DAY) / HOUR);
  if (hour < MORNING || hour >= EVENING) return;
  for (const due of await dueOf(db, brandId, setting)) {
    const client = await deps.miniPrograms.clientOf(brandId, due.assetId);
    if (client === null || !(await db.tx((tx) => take(tx, brandId, setting.templateId, due)))) continue;
    try {
      await client.messages.sendSubscription({
        touser: due.openid, template_id: setting.templateId, page: 'pages/coupons/coupons', lang: wechatLanguages[due.language],
        data: { [setting.nameKey]: { value: [...due.name].slice(0, 20).join('') }, [setting.timeKey]: { value: timeOf(due.expiresAt) } },
      });
      await ended(db, brandId, due.couponId, 'sent');
    } catch (error) {
      if (!isWechatError(error)) throw error;
      deps.log.warn({ brandId, errcode: error.errcode }, 'a coupon reminder was not taken by WeChat');
      // Without an answer it may have arrived: never a second time. What WeChat was too busy for is tried again next hour.
      if (error.errcode !== null && error.passing) await putBack(db, brandId, setting.templateId, due);
      else if (error.errcode !== null) await refused(db, brandId, setting.templateId, due);
    }
  }
}

const dueOf = (db: Querier, brandId: number, { templateId, daysBefore }: ReminderSetting): Promise<Due[]> =>
  db.query<Due>(
    `select c.id as "couponId", i.id as "identityId", i.value as openid, i.asset_id as "assetId", t.name, g.language, c.expires_at as "expiresAt"
       from coupon c
       join coupon_template t on t.brand_id = c.brand_id and t.id = c.template_id
       join identity o on o.brand_id = c.brand_id and o.id = c.identity_id
       join identity i on i.brand_id = o.brand_id and i.contact_id = o.contact_id and i.kind = 'openid'
       join message_grant g on g.brand_id = i.brand_id and g.identity_id = i.id and g.template_id = $4 and g."left" > 0
      where c.brand_id = $1 and c.state in ('issued', 'saved') and c.expires_at > $2 and c.expires_at <= $3
        and not exists (select 1 from coupon_reminder r where r.brand_id = c.brand_id and r.coupon_id = c.id)
      order by c.expires_at, c.id limit ${AT_ONCE}`,
    [brandId, nowDate(), new Date(now() + daysBefore * DAY), templateId],
  );

/** One permission for one message, written down before WeChat is asked. @returns false where another process was faster */
async function take(tx: Tx, brandId: number, templateId: string, { couponId, identityId }: Due): Promise<boolean> {
  const [granted] = await tx.query('select 1 from message_grant where brand_id = $1 and identity_id = $2 and template_id = $3 and "left" > 0 for update', [brandId, identityId, templateId]);
  if (!granted) return false;
  const mine = await tx.query(`insert into coupon_reminder (brand_id, coupon_id, at, state) values ($1, $2, $3, 'sending') on conflict do nothing returning 1`, [brandId, couponId, nowDate()]);
  if (mine.length === 0) return false;
  await tx.query('update message_grant set "left" = "left" - 1, changed_at = $4 where brand_id = $1 and identity_id = $2 and template_id = $3', [brandId, identityId, templateId, nowDate()]);
  return true;
}

const ended = (db: Querier, brandId: number, couponId: string, state: 'sent' | 'refused') =>
  db.query('update coupon_reminder set state = $3 where brand_id = $1 and coupon_id = $2', [brandId, couponId, state]);

const putBack = (db: BrandDatabase, brandId: number, templateId: string, { couponId, identityId }: Due): Promise<void> => db.tx(async (tx) => {
  await tx.query('delete from coupon_reminder where brand_id = $1 and coupon_id = $2', [brandId, couponId]);
  await tx.query('update message_grant set "left" = "left" + 1 where brand_id = $1 and identity_id = $2 and template_id = $3', [brandId, identityId, templateId]);
});

/** WeChat knows of no permission (any more): what we counted is void. */
const refused = (db: BrandDatabase, brandId: number, templateId: string, { couponId, identityId }: Due): Promise<void> => db.tx(async (tx) => {
  await ended(tx, brandId, couponId, 'refused');
  await tx.query('update message_grant set "left" = 0 where brand_id = $1 and identity_id = $2 and template_id = $3', [brandId, identityId, templateId]);
});

/** As WeChat's `time` and `date` keys take it: to the minute. */
const timeOf = (at: Date): string => localTime(at).slice(0, 16);
