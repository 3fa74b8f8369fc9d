import type { Actor, ApproverRegions } from '@qingniao/access';
import type { Jobs, Timers } from '@qingniao/storage';
import type { WechatClient } from '@qingniao/wechat';
import type { Decisions } from '../articles/decisions.ts';
import type { ArticleRow } from '../articles/read.ts';
import type { CalendarSources } from '../calendar/calendar.ts';
import type { CleanOptions } from '../html/clean-html.ts';

export interface ContentRoutesDeps {
  jobs: Jobs;
  timers: Timers;
  clientOf: (brandId: number, assetId: string) => Promise<WechatClient>;
  clean: CleanOptions;
  calendar: CalendarSources;
  approverRegions: (brandId: number) => Promise<ApproverRegions>;
}

/** L-06: what a partner cost is for those who account for it, or write it. */
export const withCosts = <Row extends Pick<ArticleRow, 'partnerCostFen'>>(row: Row, { permissions }: Pick<Actor, 'permissions'>): Row =>
  permissions.has('finance:read') || permissions.has('pushes:write') ? row : { ...row, partnerCostFen: null };

/** A body's ISO instants as dates. */
export function decisionsOf({ pool, ...rest }: Omit<Decisions, 'pool'> & { pool?: (Omit<NonNullable<Decisions['pool']>, 'expiresAt'> & { expiresAt: string | null }) | null }): Decisions {
  if (pool === undefined) return rest;
  return { ...rest, pool: pool === null ? null : { ...pool, expiresAt: pool.expiresAt === null ? null : new Date(pool.expiresAt) } };
}
