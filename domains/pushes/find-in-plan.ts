import { articlesForPush, contentSettingsOf, judgeTexts, type ArticleForPush, type Elements, type Judged } from '@qingniao/content';
import { Problem } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';
import { finding, type Finding } from './findings.ts';
import { groupsOf, isHoldout, type Variant } from './variants.ts';

/** Segments of a plan that cannot be read: only those that are live keep their members up to date. */
export async function findSegments(tx: Tx, brandId: number, variants: readonly Variant[]): Promise<Finding[]> {
  const asked = variants.filter(({ segmentId }) => segmentId !== null);
  if (asked.length === 0) return [];
  const rows = await tx.query<{ id: string; state: string; publishing: boolean }>('select id, state, job_id is not null as publishing from segment where brand_id = $1 and id = any ($2)', [brandId, asked.map(({ segmentId }) => segmentId)]);
  const known = new Map(rows.map((row) => [row.id, row]));
  return asked.flatMap(({ number, segmentId }) => {
    const { state, publishing } = known.get(segmentId!) ?? {};
    if (state === 'live')
      return publishing ? finding('warn', 'segment_publishing', number, '这个版本的人群正在重新发布，完成之前仍按原来的成员计算。', 'The segment of this variant is being published again; until then it is counted with the members it had.') : [];
    return state === undefined || state === 'archived'
      ? finding('stop', 'segment_gone', number, '这个版本的人群已不存在，请另选人群。', 'The segment of this variant is gone; choose another.')
      : finding('stop', 'segment_not_live', number, '这个版本的人群尚未发布完成，暂时没有成员名单。', 'The segment of this variant is not published yet and has no members to send to.');
  });
}

/**
 * Arms of one test that send the very same: they differ by chance alone, and the test finds nothing. What no reader sees
 * (elements, the article it was taken from) makes no difference.
 */
export async function findAlike(tx: Tx, brandId: number, pushId: string, variants: readonly Variant[]): Promise<Finding[]> {
  const tests = groupsOf(variants).map(({ arms }) => arms.filter((arm) => !isHoldout(arm))).filter((arms) => arms.length > 1);
  if (tests.length === 0) return [];
  const rows = await tx.query<{ variant: number; sent: string }>(
    `select variant, md5(jsonb_agg(jsonb_build_array(title, author, digest, content, read_more_url, cover) order by position)::text) as sent
       from push_article where brand_id = $1 and push_id = $2 group by variant`,
    [brandId, pushId],
  );
  const sent = new Map(rows.map((row) => [row.variant, row.sent]));
  return tests.flatMap((arms) => arms.flatMap(({ number }, index) => {
    const same = arms.slice(0, index).find((earlier) => sent.get(earlier.number) === sent.get(number));
    const arm = same?.arm.toUpperCase();
    return same
      ? finding('warn', 'arms_alike', number, `内容与 ${arm} 组完全相同，测不出差别：请改动要测试的要素，例如标题或封面。`, `It sends the very same as arm ${arm}, so the test can find nothing: change the element it is about, such as the title or the cover.`)
      : [];
  }));
}

interface Taken {
  variant: number;
  position: number;
  /** Null: written in the push itself. */
  articleId: string | null;
  articleVersion: number | null;
  title: string;
  digest: string;
  content: string;
  elements: Elements;
}

/**
 * The articles of a plan: what the linter says of each and whom it may not reach (W-37); of those taken from the library
 * approval, expiry and newer versions, too.
 */
export async function findArticles(tx: Tx, brandId: number, pushId: string, at: Date): Promise<Finding[]> {
  const taken = await tx.query<Taken & Record<string, unknown>>(
    `select variant, position, article_id as "articleId", article_version as "articleVersion", title, digest, content, elements from push_article
      where brand_id = $1 and push_id = $2 order by variant, position`,
    [brandId, pushId],
  );
  const library = new Map<string, ArticleForPush | null>();
  for (const id of new Set(taken.flatMap(({ articleId }) => articleId ?? []))) library.set(id, await inLibrary(tx, brandId, id));
  // The text that is sent, and what its author said in the library: one of the two is enough.
  const judged = await judgeTexts(tx, brandId, taken);
  const invites = ({ articleId }: Taken, index: number) => judged[index]!.invitesToJoin || (articleId !== null && library.get(articleId)?.invitesToJoin === true);
  const inviting = taken.filter(invites);
  const members = await membersIn(tx, brandId, [...new Set(inviting.map(({ variant }) => variant))]);
  const { approvalNeeded } = await contentSettingsOf(tx, brandId);
  return taken.flatMap((one, index) => [
    ...(one.articleId === null ? (approvalNeeded ? [{ ...writtenHere(one.variant), position: one.position }] : []) : ofLibrary(one, library.get(one.articleId) ?? null, at, approvalNeeded)),
    ...ofText(one, judged[index]!, invites(one, index) ? members.get(one.variant) ?? 0 : 0),
  ]);
}

/** @param members in its variant who would be invited */
function ofText({ variant, position }: Taken, { findings }: Judged, members: number): Finding[] {
  return [
    ...(members > 0 ? [finding('stop', 'member_invited', variant, `这个版本中有 ${members} 位会员，不应收到入会邀请。请用人群把会员分到另一个版本。`, `${members} members in this variant would be invited to join: give members a variant of their own.`)] : []),
    ...findings.map(({ rule, advice }) => finding('note', `linter_${rule}`, variant, advice.zh, advice.en)),
  ].map((one) => ({ ...one, position }));
}

const writtenHere = (variant: number): Finding =>
  finding('stop', 'article_not_approved', variant, '品牌规定只发已通过审批的文章，这篇写在群发里，无法审批。请先写入内容库。', 'The brand sends only approved articles, and this one was written in the push: write it in the library and have it approved.');

function ofLibrary({ variant, position, articleVersion }: Taken, article: ArticleForPush | null, at: Date, approvalNeeded: boolean): Finding[] {
  const found: Finding[] = [];
  const add = (level: Finding['level'], code: string, zh: string, en: string) => found.push({ ...finding(level, code, variant, zh, en), position });
  if (!article) {
    add('warn', 'article_gone', '内容库已没有这篇文章，将按保存时的内容发送。', 'The library no longer has this article; it is sent as it was saved here.');
    return found;
  }
  if (article.version !== articleVersion) add(approvalNeeded ? 'stop' : 'warn', 'article_newer', `内容库中已有第 ${article.version} 版，这里是第 ${articleVersion} 版。重新保存群发即可更新。`, `The library has version ${article.version}, this is ${articleVersion}: save the push again to take it.`);
  // What was approved is the newest version or nothing: an older one stands here on its own.
  if (!article.approved || (approvalNeeded && article.version !== articleVersion)) {
    if (approvalNeeded) add('stop', 'article_not_approved', '品牌规定只发已通过审批的文章，这一版尚未通过。', 'The brand sends only approved articles, and this version is not approved.');
    else if (article.version === articleVersion) add('warn', 'article_not_approved', '这一版文章尚未审批通过。', 'This version of the article is not approved.');
  }
  if (article.pool?.expiresAt && article.pool.expiresAt <= at) add('stop', 'article_expired', '这篇文章在发送时已过有效期。', 'This article will have expired when the push goes out.');
  return found;
}

const inLibrary = (tx: Tx, brandId: number, id: string): Promise<ArticleForPush | null> =>
  articlesForPush(tx, brandId, [id]).then(([article]) => article!, (error: unknown) => {
    if (error instanceof Problem && error.status === 404) return null;
    throw error;
  });

/** People with a member number, by variant. Needs the table `placed`. */
async function membersIn(tx: Tx, brandId: number, variants: readonly number[]): Promise<Map<number, number>> {
  if (variants.length === 0) return new Map();
  const rows = await tx.query<{ variant: number; people: number }>(
    `select p.variant, count(*)::int as people
       from placed p cross join lateral unnest(p.ids) as one (id) join identity i on i.brand_id = $1 and i.id = one.id
      where p.variant = any ($2) and i.contact_id in (select m.contact_id from identity m where m.brand_id = $1 and m.kind = 'member_no')
      group by p.variant`,
    [brandId, variants],
  );
  return new Map(rows.map(({ variant, people }) => [variant, people]));
}
