import { entranceOfEvent, noise } from './scenes.ts';

/** Identities that were merged answer with their contact's number, joined at query time (activity/warehouse.ts). */
const moved = '(select identity_id, contact_id from moved_identities final where brand_id = {brand:UInt32})';
export const person = 'if(m.contact_id = 0, e.contact_id, m.contact_id)';

/** Events of these types before the end of the period, with the `person`. */
export const eventsOf = (types: readonly string[]): string => `
  events e left join ${moved} as m on m.identity_id = e.contact_id
   where e.brand_id = {brand:UInt32} and e.type in (${types.map((type) => `'${type}'`).join(', ')}) and e.contact_id > 0 and e.at < {to:DateTime}`;

export const enteredTypes = ['mini_program.entered', 'shop.entered'] as const;
export const isEntering = `e.type in ('mini_program.entered', 'shop.entered')`;

/** Entered by somebody, not by a machine of WeChat's or ours. */
export const entered = `${eventsOf(enteredTypes)} and e.scene not in (${noise})`;

/** Opening again through the same entrance within half an hour is the same visit. */
const SAME_VISIT = 1800;

/** Every visit up to the end of the period: person, at, entrance, and which of theirs it is. */
export const visits = `(
  select person, at, entrance, row_number() over (partition by person order by at) as nth from (
    select ${person} as person, e.at as at, ${entranceOfEvent} as entrance,
           lagInFrame(toNullable(e.at)) over (partition by ${person}, ${entranceOfEvent} order by e.at rows between unbounded preceding and current row) as before
      from ${entered})
   where before is null or at >= before + ${SAME_VISIT})`;
