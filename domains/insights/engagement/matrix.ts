import { calledFor, stageOrder, type Stage } from '@qingniao/people';
import type { Metric, Query } from '../metric.ts';
import { byStage } from './stages.ts';

/** Told by the person, and copied to the warehouse: all but the source, which is known without asking, and the name, which is not copied. */
const asked = (stage: Stage) => calledFor(stage).filter((field) => field !== 'source' && field !== 'name');
const perStage = (value: (stage: Stage) => string) => `multiIf(${stageOrder.slice(1).map((stage) => `stage = '${stage}', ${value(stage)}`).join(', ')}, ${value('lead')})`;
const list = (stage: Stage) => `[${asked(stage).map((field) => `'${field}'`).join(', ')}]`;
const contacts = `contacts as c final where c.brand_id = {brand:UInt32} and c.removed = 0 and ({asset:String} = '' or has(c.assets, {asset:String}))`;

/** The warehouse has no names, and need not: how many have one is counted where they are. */
const named: Query = {
  store: 'database',
  sql: `select c.stage as stages, count(distinct c.id) as named
          from profile_value p
          join identity i on i.brand_id = p.brand_id and i.id = p.identity_id
          join contact c on c.brand_id = i.brand_id and c.id = i.contact_id
         where p.brand_id = $1 and p.field = 'name' and c.erased_at is null and $2::timestamptz <= $3::timestamptz
           and ($4::text is null or exists (select 1 from follower f where f.brand_id = c.brand_id and f.contact_id = c.id and f.asset_id = $4::text and f.subscribed))
         group by 1`,
};

/** Who of a stage (the key) told anything it calls for; by name, too, so it is asked where names are. */
const told = `
  select c.id from contact c
   where c.brand_id = $1 and c.stage = $5 and c.erased_at is null and $2::timestamptz <= $3::timestamptz
     and ($4::text is null or exists (select 1 from follower f where f.brand_id = c.brand_id and f.contact_id = c.id and f.asset_id = $4::text and f.subscribed))
     and (c.source_group <> 'unknown'
          or exists (select 1 from identity i join profile_value p on p.brand_id = i.brand_id and p.identity_id = i.id
                      where i.brand_id = c.brand_id and i.contact_id = c.id
                        and p.field = any (case c.stage ${stageOrder.map((stage) => `when '${stage}' then array[${['name', ...asked(stage)].map((field) => `'${field}'`).join(', ')}]`).join(' ')} end)))`;

/** W-29: a lead is not marked down for what only a client is asked. */
export const matrixCompleteness: Metric = {
  id: 'matrix_completeness', rows: ['W-29'], chapter: 'engagement', unit: 'rate', sources: ['stated'], better: 'higher', dimension: byStage, today: true,
  name: { zh: '信息矩阵完整度', en: 'Completeness of the information matrix' },
  definition: {
    zh: '各阶段的人应有的信息项中已知的比例，以今天为准；之后阶段才需要的信息不计入。',
    en: 'Of the items a person’s stage calls for, those that are known, as of today; what only a later stage calls for does not count.',
  },
  numerator: { zh: '已知的信息项', en: 'Items known' },
  denominator: { zh: '该阶段应有的信息项', en: 'Items the stage calls for' },
  query: {
    store: 'warehouse',
    given: [{ of: named, columns: ['stages', 'named'] }],
    sql: `select stage as key, people * ${perStage((stage) => String(calledFor(stage).length))} as denominator,
                 sourced + arraySum(arrayMap((field, n) -> if(has(${perStage(list)}, field), n, 0), fields.1, fields.2))
                   + {named:Array(UInt64)}[indexOf({stages:Array(String)}, toString(stage))] as numerator
            from (select stage, count() as people, countIf(source_group <> 'unknown') as sourced,
                         sumMapIf(profile.keys, arrayWithConstant(length(profile.keys), toUInt64(1)), notEmpty(profile.keys)) as fields
                    from ${contacts} group by stage)
           order by key`,
  },
  behind: {
    kind: 'contacts',
    numerator: { store: 'database', sql: told },
    denominator: { store: 'warehouse', sql: `select contact_id as id from ${contacts} and stage = {key:String}` },
  },
};
