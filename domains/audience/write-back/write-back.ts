import { badRequest, conflict, notFound, nowDate, unavailable, type Text } from '@qingniao/kernel';
import { createTag, findTags, listTags, type WechatTags } from '@qingniao/people';
import type { BrandDatabase, DueTimer, JobContext, JobState, Jobs, Stores, Tx } from '@qingniao/storage';
import { isWechatError, whenAllowed } from '@qingniao/wechat';
import { withPeople } from '../membership/with-people.ts';
import { countDiffering, type KeptTag } from './compare.ts';
import { beginning, type Place, reached, writeTag } from './write-tag.ts';

const WRITE_BACK = 'write-segment-tag';
const RESUME_TIMER = 'audience.resume-write-back';
/** An account has at most so many tags (45056, official-account 9). */
const TAGS_OF_AN_ACCOUNT = 100;
/** Smaller ids are WeChat's own, as 2 is the starred (45058). */
const FIRST_OWN_TAG = 100;

export interface WriteBackDeps {
  stores: Pick<Stores, 'database' | 'jobs' | 'timers'>;
  /** The tag calls of an account. @throws Problem not_found (404) */
  wechatTagsOf: (brandId: number, assetId: string) => Promise<WechatTags>;
}

interface Input {
  segmentId: string;
  tagId: string;
  /** Where an earlier run stopped for its quota. */
  from?: Place;
}

export interface KeptTagView {
  tagId: string;
  name: string;
  assetId: string;
  /** How the last run stands. */
  state: JobState | null;
  done: number;
  total: number | null;
  lastError: Text | null;
  startedAt: Date | null;
  finishedAt: Date | null;
  /** Today's calls are used up; it goes on then. */
  resumesAt: Date | null;
  added: number;
  removed: number;
  full: number;
  refused: number;
}

export type WriteBack = ReturnType<typeof createWriteBack>;

/** Keeps WeChat tags equal to segments, whenever somebody asks for it. One tag belongs to one segment: two would undo each other. */
export function createWriteBack({ stores, wechatTagsOf }: WriteBackDeps) {
  const { database, jobs, timers } = stores;
  jobs.register<Input>({ kind: WRITE_BACK, lane: 'bulk', run });
  timers.register(RESUME_TIMER, async ({ brandId, payload }: DueTimer) => {
    await database.forBrand(brandId).tx((tx) => start(tx, brandId, payload as Input));
  });

  /**
   * Begins keeping a tag equal to a live segment: an account's own tag, or a new one of this name. `also` runs in the
   * transaction that writes it down. The id of the tag.
   * @throws Problem 404, 409 `segment_not_live`, `tag_in_use`, `tags_used_up`, 422 `reserved_tag`, and what WeChat answered
   */
  async function keep(brand: BrandDatabase, segmentId: string, wanted: { assetId: string; tagId?: string | undefined; name?: string | undefined }, also: (tx: Tx, tagId: string) => Promise<void>): Promise<string> {
    await requireLive(brand, brand.brandId, segmentId);
    const tagId = wanted.tagId === undefined ? await makeTag(brand, wanted.assetId, wanted.name) : (await ownTag(brand, wanted.assetId, wanted.tagId)).id;
    await brand.tx(async (tx) => {
      await also(tx, tagId);
      const kept = await tx.query(
        `insert into segment_tag (brand_id, segment_id, tag_id, asset_id, since) values ($1, $2, $3, $4, $5)
         on conflict (brand_id, tag_id) do update set tag_id = excluded.tag_id where segment_tag.segment_id = excluded.segment_id returning 1`,
        [brand.brandId, segmentId, tagId, wanted.assetId, nowDate()],
      );
      if (kept.length === 0) throw conflict('tag_in_use', { zh: '另一个人群正在维护此标签，请换一个标签。', en: 'Another segment keeps this tag; choose a different one.' }, { field: 'tagId' });
      await start(tx, brand.brandId, { segmentId, tagId });
    });
    return tagId;
  }

  async function makeTag(brand: BrandDatabase, assetId: string, name: string | undefined): Promise<string> {
    if (name === undefined) throw badRequest('tag_missing', { zh: '请选择标签，或填写新标签的名称。', en: 'Choose a tag, or name a new one.' }, { field: 'tagId' });
    const own = (await listTags(brand, brand.brandId)).filter((tag) => tag.assetId === assetId && tag.conflict !== 'missing_at_wechat');
    if (own.length >= TAGS_OF_AN_ACCOUNT) {
      throw conflict('tags_used_up', { zh: '该公众号的 100 个标签已用完，请先删除不用的标签。', en: 'This account has its 100 tags; delete one first.' });
    }
    return createTag(brand, name, { assetId, tags: await wechatTagsOf(brand.brandId, assetId) });
  }

  async function start(tx: Tx, brandId: number, input: Input): Promise<void> {
    const jobId = await jobs.startIn<Input>(tx, brandId, WRITE_BACK, input, input.tagId);
    await tx.query('update segment_tag set job_id = $4, resumes_at = null where brand_id = $1 and segment_id = $2 and tag_id = $3', [brandId, input.segmentId, input.tagId, jobId]);
  }

  async function run(job: JobContext<Input>): Promise<void> {
    const { segmentId, tagId, from } = job.input;
    let place = (job.cursor as Place | null) ?? from ?? beginning;
    try {
      const [kept] = await job.db.query<{ asset_id: string }>(
        'select asset_id from segment_tag where brand_id = $1 and segment_id = $2 and tag_id = $3', [job.brandId, segmentId, tagId]);
      // Somebody stopped keeping it, or archived the segment, before it began.
      if (!kept) return;
      await withPeople(job, (tx) => requireLive(tx, job.brandId, segmentId));
      const { wechatId } = await ownTag(job.db, kept.asset_id, tagId);
      const tag: KeptTag = { segmentId, tagId, assetId: kept.asset_id, wechatId };
      const total = reached(place) + await countDiffering(job.db, job.brandId, tag);
      await job.progress(reached(place), total, place);
      const wechat = await wechatTagsOf(job.brandId, kept.asset_id);
      await writeTag(job.db, tag, wechat, job.id, place, async (next) => {
        place = next;
        await job.progress(reached(next), Math.max(total, reached(next)), next);
      });
      await job.progress(reached(place), reached(place), place);
    } catch (error) {
      if (!isWechatError(error)) throw error;
      const at = whenAllowed(error);
      if (at === null) throw unavailable('wechat_refused', error.text, { cause: error });
      await pause(job, place, at);
    }
  }

  /** Retrying before then is useless; the job ends here and a timer goes on where it stopped. */
  const pause = (job: JobContext<Input>, from: Place, dueAt: Date) => job.db.tx(async (tx) => {
    const { segmentId, tagId } = job.input;
    await timers.set(tx, { brandId: job.brandId, name: RESUME_TIMER, key: tagId, dueAt, payload: { segmentId, tagId, from } satisfies Input });
    await tx.query('update segment_tag set resumes_at = $4 where brand_id = $1 and segment_id = $2 and tag_id = $3', [job.brandId, segmentId, tagId, dueAt]);
  });

  /** Ends it; what followers carry at WeChat stays. `also` runs in the same transaction. @throws Problem not_found (404) */
  async function stop(brand: BrandDatabase, segmentId: string, tagId: string, also: (tx: Tx) => Promise<void>): Promise<void> {
    const jobId = await brand.tx(async (tx) => {
      await also(tx);
      const [gone] = await tx.query<{ job_id: string | null }>(
        'delete from segment_tag where brand_id = $1 and segment_id = $2 and tag_id = $3 returning job_id', [brand.brandId, segmentId, tagId]);
      if (!gone) throw notFound({ zh: '该标签', en: 'tag' });
      await timers.cancel(tx, brand.brandId, RESUME_TIMER, tagId);
      return gone.job_id;
    });
    if (jobId !== null) await cancelIfOpen(jobs, brand.brandId, jobId);
  }

  const list = (brand: BrandDatabase, segmentId: string) => keptTags(brand, jobs, segmentId);
  return { keep, stop, list };
}

async function cancelIfOpen(jobs: Jobs, brandId: number, jobId: string): Promise<void> {
  const [job] = await jobs.find(brandId, [jobId]);
  if (job && (job.state === 'queued' || job.state === 'running')) await jobs.cancel(brandId, jobId);
}

async function keptTags(brand: BrandDatabase, jobs: Jobs, segmentId: string): Promise<KeptTagView[]> {
  const rows = await brand.query<{ tagId: string; assetId: string; jobId: string | null; resumesAt: Date | null }>(
    `select tag_id "tagId", asset_id "assetId", job_id "jobId", resumes_at "resumesAt" from segment_tag
      where brand_id = $1 and segment_id = $2 order by since, tag_id`,
    [brand.brandId, segmentId],
  );
  const names = new Map((await findTags(brand, brand.brandId, rows.map(({ tagId }) => tagId))).map((tag) => [tag.id, tag.name]));
  const known = new Map((await jobs.find(brand.brandId, rows.flatMap(({ jobId }) => jobId ?? []))).map((job) => [job.id, job]));
  return rows.map(({ tagId, assetId, jobId, resumesAt }) => {
    const job = jobId === null ? undefined : known.get(jobId);
    const { added, removed, full, refused } = (job?.cursor as Place | null | undefined) ?? beginning;
    return {
      tagId, assetId, resumesAt, name: names.get(tagId) ?? tagId, state: job?.state ?? null, done: job?.done ?? 0, total: job?.total ?? null, lastError: job?.lastError ?? null,
      startedAt: job?.startedAt ?? null, finishedAt: job?.finishedAt ?? null, added, removed, full, refused,
    };
  });
}

async function requireLive(db: Pick<Tx, 'query'>, brandId: number, segmentId: string): Promise<void> {
  const [segment] = await db.query<{ state: string }>('select state from segment where brand_id = $1 and id = $2', [brandId, segmentId]);
  if (!segment) throw notFound({ zh: '该人群', en: 'segment' });
  if (segment.state !== 'live') {
    throw conflict('segment_not_live', { zh: '请先发布此人群，再写入微信标签。', en: 'Publish this segment before it is written to a WeChat tag.' });
  }
}

/** @throws Problem not_found (404), reserved_tag (422), tag_missing_at_wechat (409) */
async function ownTag(db: BrandDatabase, assetId: string, tagId: string): Promise<{ id: string; wechatId: number }> {
  const [tag] = await findTags(db, db.brandId, [tagId]);
  if (!tag || tag.assetId !== assetId || tag.wechatId === null) throw notFound({ zh: '该标签', en: 'tag' });
  if (tag.wechatId < FIRST_OWN_TAG) throw badRequest('reserved_tag', { zh: '这是微信保留的标签，请换一个。', en: 'This tag is WeChat’s own; choose another.' }, { field: 'tagId' });
  if (tag.missing) {
    throw conflict('tag_missing_at_wechat', { zh: '该标签已在微信侧删除，请先同步标签。', en: 'This tag was deleted at WeChat; synchronise tags first.' });
  }
  return { id: tag.id, wechatId: tag.wechatId };
}
