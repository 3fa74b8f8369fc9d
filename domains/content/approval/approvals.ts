import { answerableId, type Actor } from '@qingniao/access';
import { badRequest, conflict, forbidden, newId, notFound, now, nowDate } from '@qingniao/kernel';
import type { Timers, Tx } from '@qingniao/storage';
import { ARTICLE, type Author } from '../articles/save.ts';
import { setReminder } from './reminder-timer.ts';
import { readSettings } from './settings.ts';

export type ApprovalState = 'open' | 'approved' | 'changes_requested' | 'withdrawn' | 'superseded';
export type Decision = 'approved' | 'changes_requested';

/** The region of a brand that names none: anybody who may approve answers for it. */
export const ANY_REGION = '*';

export interface DecisionView {
  region: string;
  decision: Decision;
  comment: string;
  by: string;
  at: Date;
}

export interface ApprovalView {
  id: string;
  articleId: string;
  title: string;
  version: number;
  state: ApprovalState;
  regions: string[];
  /** Regions that have not answered. */
  waiting: string[];
  decisions: DecisionView[];
  deadline: Date | null;
  overdue: boolean;
  note: string;
  requestedBy: string;
  requestedAt: Date;
  closedAt: Date | null;
  /** Who wrote and who asked: they do not answer. */
  makers: string[];
}

interface Stored extends Omit<ApprovalView, 'waiting' | 'overdue' | 'decisions'> {
  decisions: (Omit<DecisionView, 'at'> & { at: string })[];
}

const columns = `p.id, p.article_id as "articleId", v.title, p.version, p.state, p.regions, p.deadline, p.note, p.requested_by_name as "requestedBy", array[p.requested_by, v.created_by] as makers,
  p.requested_at as "requestedAt", p.closed_at as "closedAt",
  (select coalesce(jsonb_agg(jsonb_build_object('region', d.region, 'decision', d.decision, 'comment', d.comment, 'by', d.decided_by_name, 'at', d.decided_at) order by d.decided_at), '[]')
     from approval_decision d where d.brand_id = $1 and d.approval_id = p.id) as decisions`;
const from = 'approval p join article_version v on v.brand_id = $1 and v.article_id = p.article_id and v.version = p.version';

function view({ decisions, ...stored }: Stored): ApprovalView {
  const answered = new Set(decisions.map(({ region }) => region));
  return {
    ...stored,
    decisions: decisions.map((one) => ({ ...one, at: new Date(one.at) })),
    waiting: stored.state === 'open' ? stored.regions.filter((region) => !answered.has(region)) : [],
    overdue: stored.state === 'open' && stored.deadline !== null && stored.deadline.getTime() < now(),
  };
}

type Reviewer = Pick<Actor, 'id' | 'kind' | 'regions' | 'permissions'>;

const answersFor = ({ regions }: Pick<Reviewer, 'regions'>, region: string): boolean => region === ANY_REGION || regions.length === 0 || regions.includes(region);

/** Regions that wait for an answer this person may give. */
export const answerableBy = ({ waiting, makers }: ApprovalView, by: Reviewer): string[] =>
  by.kind === 'user' && by.permissions.has('pushes:approve') && !makers.includes(by.id) ? waiting.filter((region) => answersFor(by, region)) : [];

/** What was asked about an article, newest first. */
export const approvalsOf = async (db: Pick<Tx, 'query'>, brandId: number, articleId: string): Promise<ApprovalView[]> =>
  (await db.query<Stored & Record<string, unknown>>(
    `select ${columns} from ${from} where p.brand_id = $1 and p.article_id = $2 order by p.requested_at desc, p.id desc`, [brandId, articleId],
  )).map(view);

export interface OpenApprovals {
  /** Only what these answer for; empty means all. */
  regions: readonly string[];
  /** Without what this user wrote or asked, who may not answer it. */
  notBy: string | null;
}

const openTo = `p.brand_id = $1 and p.state = 'open' and ($2::text is null or $2 not in (p.requested_by, v.created_by))
  and (cardinality($3::text[]) = 0 or exists (
    select 1 from unnest(p.regions) as asked
     where (asked = '${ANY_REGION}' or asked = any ($3))
       and not exists (select 1 from approval_decision d where d.brand_id = $1 and d.approval_id = p.id and d.region = asked)))`;

/** What waits for an answer, the nearest deadline first; `after` is the last one of the page before. */
export const openApprovals = async (
  db: Pick<Tx, 'query'>, brandId: number, { regions, notBy }: OpenApprovals, after: Pick<ApprovalView, 'deadline' | 'requestedAt' | 'id'> | null, limit: number,
): Promise<ApprovalView[]> =>
  (await db.query<Stored & Record<string, unknown>>(
    `select ${columns} from ${from}
      where ${openTo} and ($6::text is null or (coalesce(p.deadline, 'infinity'), p.requested_at, p.id) > (coalesce($4::timestamptz, 'infinity'), $5::timestamptz, $6))
      order by p.deadline nulls last, p.requested_at, p.id limit $7`,
    [brandId, notBy, regions, after?.deadline ?? null, after?.requestedAt ?? null, after?.id ?? null, limit],
  )).map(view);

export async function countOpenApprovals(db: Pick<Tx, 'query'>, brandId: number, { regions, notBy }: OpenApprovals): Promise<{ open: number; overdue: number }> {
  const [row] = await db.query<{ open: number; overdue: number }>(
    `select count(*) as open, count(*) filter (where p.deadline < $4) as overdue from ${from} where ${openTo}`, [brandId, notBy, regions, nowDate()],
  );
  return row!;
}

/**
 * Puts the newest version before the reviewers.
 * @throws Problem approval_open (409) while one is being looked at, deadline_passed (422)
 */
export async function requestApproval(
  tx: Tx, timers: Timers, brandId: number, articleId: string, ask: { regions?: readonly string[]; deadline?: Date | null; note?: string }, by: Author,
): Promise<{ id: string; version: number }> {
  const [article] = await tx.query<{ version: number }>('select version from article where brand_id = $1 and id = $2 and archived_at is null for update', [brandId, articleId]);
  if (!article) throw notFound(ARTICLE);
  const deadline = ask.deadline ?? null;
  if (deadline !== null && deadline.getTime() <= now())
    throw badRequest('deadline_passed', { zh: '截止时间须晚于现在。', en: 'The deadline must lie in the future.' }, { field: 'deadline' });
  const [busy] = await tx.query(`select 1 from approval where brand_id = $1 and article_id = $2 and version = $3 and state in ('open', 'approved')`, [brandId, articleId, article.version]);
  if (busy) throw conflict('approval_open', { zh: '这个版本已提交审批或已通过。', en: 'This version is before the reviewers already, or approved.' });
  const asked = ask.regions ?? (await readSettings(tx, brandId)).regions;
  const id = newId();
  const requestedAt = nowDate();
  await tx.query(
    `insert into approval (brand_id, id, article_id, version, state, regions, deadline, note, requested_by, requested_by_name, requested_at)
     values ($1, $2, $3, $4, 'open', $5, $6, $7, $8, $9, $10)`,
    [brandId, id, articleId, article.version, asked.length === 0 ? [ANY_REGION] : [...new Set(asked)], deadline, ask.note ?? '', answerableId(by), by.name, requestedAt],
  );
  if (deadline !== null) await setReminder(tx, timers, brandId, { id, requestedAt, deadline });
  return { id, version: article.version };
}

/**
 * L-07: a region's answer to one version. One request for changes closes it, the last region's approval approves it.
 * Only a person decides, never who wrote or asked, and only for regions they answer for.
 * @throws Problem forbidden (403), approval_closed (409)
 */
export async function decideApproval(
  tx: Tx, brandId: number, id: string, answer: { region: string; decision: Decision; comment: string }, by: Pick<Actor, 'id' | 'name' | 'kind' | 'regions'>,
): Promise<ApprovalView> {
  const [approval] = await tx.query<{ state: ApprovalState; regions: string[]; makers: string[] }>(
    `select p.state, p.regions, array[p.requested_by, v.created_by] as makers from ${from}
      where p.brand_id = $1 and p.id = $2 for update of p`, [brandId, id],
  );
  if (!approval) throw notFound({ zh: '审批', en: 'approval' });
  if (by.kind !== 'user') throw forbidden({ zh: '审批须由本人登录完成，API 密钥不能代替。', en: 'A person decides, not an API key.' });
  if (approval.makers.includes(by.id))
    throw forbidden({ zh: '作者和提交人不能审批自己的文章，请由其他审批人处理。', en: 'Who wrote or submitted an article does not approve it; another reviewer has to.' });
  if (approval.state !== 'open')
    throw conflict('approval_closed', { zh: '这次审批已经结束。文章有新版本时请重新提交。', en: 'This approval has ended. A newer version needs a new one.' });
  if (!approval.regions.includes(answer.region)) throw badRequest('region_not_asked', { zh: '这次审批没有请这个地区审。', en: 'This approval does not ask that region.' }, { field: 'region' });
  if (!answersFor(by, answer.region))
    throw forbidden({ zh: `您不负责“${answer.region}”的审批。`, en: `You do not answer for ${answer.region}.` });
  if (answer.decision === 'changes_requested' && answer.comment.trim() === '')
    throw badRequest('comment_missing', { zh: '请写明需要修改什么。', en: 'Say what has to change.' }, { field: 'comment' });

  await tx.query(
    `insert into approval_decision (brand_id, approval_id, region, decision, comment, decided_by, decided_by_name, decided_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (brand_id, approval_id, region) do update
       set decision = excluded.decision, comment = excluded.comment, decided_by = excluded.decided_by, decided_by_name = excluded.decided_by_name, decided_at = excluded.decided_at`,
    [brandId, id, answer.region, answer.decision, answer.comment.trim(), by.id, by.name, nowDate()],
  );
  await close(tx, brandId, id);
  return readApproval(tx, brandId, id);
}

/** The state that the answers make. */
async function close(tx: Tx, brandId: number, id: string): Promise<void> {
  await tx.query(
    `with given as (
       select bool_or(decision = 'changes_requested') as refused, count(*) filter (where decision = 'approved') as approved from approval_decision where brand_id = $1 and approval_id = $2
     )
     update approval p set state = case when g.refused then 'changes_requested' else 'approved' end, closed_at = $3
       from given g where p.brand_id = $1 and p.id = $2 and (g.refused or g.approved = cardinality(p.regions))`,
    [brandId, id, nowDate()],
  );
}

/** @throws Problem not_found (404), approval_closed (409) */
export async function withdrawApproval(tx: Tx, brandId: number, id: string): Promise<ApprovalView> {
  const found = await tx.query(`update approval set state = 'withdrawn', closed_at = $3 where brand_id = $1 and id = $2 and state = 'open' returning id`, [brandId, id, nowDate()]);
  const approval = await readApproval(tx, brandId, id);
  if (found.length === 0) throw conflict('approval_closed', { zh: '这次审批已经结束。', en: 'This approval has ended.' });
  return approval;
}

/** @throws Problem not_found (404) */
export async function readApproval(db: Pick<Tx, 'query'>, brandId: number, id: string): Promise<ApprovalView> {
  const [stored] = await db.query<Stored & Record<string, unknown>>(`select ${columns} from ${from} where p.brand_id = $1 and p.id = $2`, [brandId, id]);
  if (!stored) throw notFound({ zh: '审批', en: 'approval' });
  return view(stored);
}
