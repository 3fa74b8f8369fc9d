import { prepared, type Tx } from '@qingniao/storage';
import { nowDate } from '@qingniao/kernel';
import { contactsOf, readEventsOfTypes, type Querier } from '@qingniao/activity';
import { stageOrder, type Stage } from './matrix.ts';
import { checkStageRules, compileStages, countEvent, defaultStageRules, stageOf, type CompiledStages, type StageCounts, type StageRules } from './stage-rules.ts';
import { lockPeople, peopleCursor } from './people-lock.ts';

export interface StoredStageRules {
  /** 0 for the defaults. */
  version: number;
  rules: StageRules;
  createdAt: Date | null;
  createdBy: string | null;
}

/** The rules in force for a brand. */
export async function stageRulesOf(db: Querier, brandId: number): Promise<StoredStageRules> {
  const [row] = await db.query<{ version: number; rules: StageRules; created_at: Date; created_by: string }>(
    prepared('select version, rules, created_at, created_by from stage_rules where brand_id = $1 order by version desc limit 1'), [brandId],
  );
  if (!row) return { version: 0, rules: defaultStageRules, createdAt: null, createdBy: null };
  return { version: row.version, rules: row.rules, createdAt: row.created_at, createdBy: row.created_by };
}

export const stagesOf = async (db: Querier, brandId: number): Promise<CompiledStages> =>
  compileStages((await stageRulesOf(db, brandId)).rules);

/** People per stage, in the order of the journey; erased people are not counted. */
export async function countStages(db: Querier, brandId: number): Promise<Record<Stage, number>> {
  const rows = await db.query<{ stage: Stage; count: number }>(
    'select stage, count(*) as count from contact where brand_id = $1 and erased_at is null group by stage', [brandId],
  );
  const counts = new Map(rows.map((row) => [row.stage, row.count]));
  return Object.fromEntries(stageOrder.map((stage) => [stage, counts.get(stage) ?? 0])) as Record<Stage, number>;
}

/** Stores new rules and moves everybody to where they belong under them, history included. Throws 422 on rules that cannot hold. */
export async function changeStageRules(tx: Tx, brandId: number, rules: StageRules, by: string): Promise<StoredStageRules> {
  checkStageRules(rules);
  await lockPeople(tx);
  const version = (await stageRulesOf(tx, brandId)).version + 1;
  const createdAt = nowDate();
  await tx.query('insert into stage_rules (brand_id, version, rules, created_at, created_by) values ($1, $2, $3, $4, $5)',
    [brandId, version, JSON.stringify(rules), createdAt, by]);
  await restage(tx, brandId, compileStages(rules));
  return { version, rules, createdAt, createdBy: by };
}

interface Standing {
  stage: Stage;
  since: Date;
  counts: StageCounts;
}

/** Re-reads only the events the rules name; memory holds only the people those events are about. */
async function restage(tx: Tx, brandId: number, stages: CompiledStages): Promise<void> {
  await tx.query('delete from stage_move where brand_id = $1 and from_stage is not null', [brandId]);
  await tx.query("update stage_move set to_stage = 'lead' where brand_id = $1 and to_stage <> 'lead'", [brandId]);
  const upTo = await peopleCursor(tx);
  const people = new Map<number, Standing>();
  const moves: Record<string, unknown>[] = [];
  for (let after = 0; ;) {
    const events = await readEventsOfTypes(tx, brandId, [...stages.conditions.keys()], after, upTo, 5000);
    const contacts = await contactsOf(tx, brandId, [...new Set(events.flatMap((event) => event.identityId ?? []))]);
    for (const event of events) {
      const contactId = event.identityId === null ? undefined : contacts.get(event.identityId);
      if (contactId === undefined) continue;
      const person = people.get(contactId) ?? { stage: 'lead', since: event.at, counts: {} };
      people.set(contactId, person);
      person.counts = countEvent(stages, person.counts, event.type, event.props);
      const stage = stageOf(stages, person.counts);
      if (stage === person.stage) continue;
      moves.push({ contact_id: contactId, event_id: event.id, at: event.at, from_stage: person.stage, to_stage: stage });
      Object.assign(person, { stage, since: event.at });
    }
    if (events.length < 5000) break;
    after = events.at(-1)!.id;
  }
  await saveStages(tx, brandId, people, moves);
}

async function saveStages(tx: Tx, brandId: number, people: ReadonlyMap<number, Standing>, moves: readonly Record<string, unknown>[]): Promise<void> {
  await tx.query(
    `insert into stage_move (brand_id, contact_id, event_id, at, from_stage, to_stage)
     select $1, r.* from jsonb_to_recordset($2::jsonb) as r (contact_id bigint, event_id bigint, at timestamptz, from_stage text, to_stage text)
     on conflict (brand_id, contact_id, event_id) do update set to_stage = excluded.to_stage`,
    [brandId, JSON.stringify(moves)],
  );
  const rows = [...people].map(([id, person]) => ({ id, stage: person.stage, since: person.since, counts: person.counts }));
  // People no rule touches are leads since they were first heard of: their first move says when.
  await tx.query(
    `update contact c set stage = coalesce(r.stage, 'lead'), stage_counts = coalesce(r.counts, '{}'),
            stage_since = case when r.stage is null or (r.stage = 'lead' and not exists (
                select 1 from stage_move m where m.brand_id = c.brand_id and m.contact_id = c.id and m.from_stage is not null))
              then (select m.at from stage_move m where m.brand_id = c.brand_id and m.contact_id = c.id order by m.event_id limit 1)
              else r.since end,
            revision = nextval('contact_revision')
       from contact all_contacts
       left join jsonb_to_recordset($2::jsonb) as r (id bigint, stage text, since timestamptz, counts jsonb) on r.id = all_contacts.id
      where c.brand_id = $1 and all_contacts.brand_id = $1 and all_contacts.id = c.id
        and (c.stage, c.stage_counts) is distinct from (coalesce(r.stage, 'lead'), coalesce(r.counts, '{}'))`,
    [brandId, JSON.stringify(rows)],
  );
}
