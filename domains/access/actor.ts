import type { Language } from '@qingniao/kernel';
import type { Permission, Role } from './permissions.ts';

/** Who is doing it: a signed-in user, an API key, or the product itself (jobs, the demo, the CLI). */
export interface Actor {
  readonly kind: 'user' | 'key' | 'system';
  /** User id, API key id, or the name of the system part. */
  readonly id: string;
  /** For people to read in the audit log: an e-mail address, a key's name. */
  readonly name: string;
  /** Of a key: who made it. */
  readonly madeBy?: string;
  /** Roles on the brand (or organisation) of the request; empty for keys. */
  readonly roles: readonly Role[];
  /** Regions an approver answers for; empty means all. */
  readonly regions: readonly string[];
  readonly permissions: ReadonlySet<Permission>;
  readonly language: Language;
}

/** Who answers for what was done: a key is a tool of the person who made it. */
export const answerableId = ({ id, madeBy }: Pick<Actor, 'id' | 'madeBy'>): string => madeBy ?? id;

/** The product itself, named by its part: `systemActor('demo')`. Holds no permissions: it does not come through routes. */
export const systemActor = (part: string): Actor =>
  ({ kind: 'system', id: part, name: part, roles: [], regions: [], permissions: new Set(), language: 'zh' });
