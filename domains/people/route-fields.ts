import { ContactId, nullable, oneOf, Timestamp } from '@qingniao/access';
import type { Actor } from '@qingniao/access';
import { Type } from 'typebox';
import { stageOrder } from './matrix.ts';
import { shortName } from './phone.ts';
import { sourceGroups, type SourceGroup } from './sources.ts';
import type { WechatTags } from './tags.ts';

export type AccountOf = (brandId: number, assetId: string) => Promise<WechatTags>;

export const StageName = oneOf(stageOrder);
export const SourceName = oneOf(Object.keys(sourceGroups) as SourceGroup[]);
export const ContactParams = Type.Object({ contactId: ContactId });

export const Summary = Type.Object({
  id: ContactId, name: nullable(Type.String()), phone: nullable(Type.String({ description: 'Masked' })), stage: StageName,
  subscribed: Type.Boolean(), followedAt: nullable(Timestamp), unfollowedAt: nullable(Timestamp), source: SourceName,
  channelId: nullable(Type.String()), tags: Type.Array(Type.String()),
  firstSeenAt: Type.Unsafe<Date | string>({ type: 'string', format: 'date-time', description: 'Observed since' }), lastActiveAt: nullable(Timestamp),
});

/** Names in full for those who work with people, shortened for everybody else (domain 4.3). */
export const nameFor = (actor: Actor) => (name: string): string => (actor.permissions.has('people:write') ? name : shortName(name));

export const withName = <T extends { name: string | null }>(one: T, shown: (name: string) => string): T =>
  one.name === null ? one : { ...one, name: shown(one.name) };
