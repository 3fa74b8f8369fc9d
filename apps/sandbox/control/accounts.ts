import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { request as fetchPage } from 'undici';
import { type AccountDraft, type AccountSettings, newSettings, settingsProblem } from '../platform/accounts/settings.ts';
import { verificationQuery } from '../platform/callbacks/seal.ts';
import { integerAt, isObject, textAt } from '../platform/http/read.ts';
import type { CopyrightItem, MassOutcome } from '../platform/mass/state.ts';
import { type AccountState, type Platform, newAccount, now } from '../platform/platform.ts';
import type { PublishStatus } from '../platform/publishing/publishing.ts';
import { limitOf } from '../platform/quotas/quotas.ts';
import { seconds } from '../platform/time/clock.ts';
import { ControlError, accountNamed, bodyOf } from './error.ts';

const known = new Set(Object.keys(newSettings({})));

/** Settings by name; a wrong name or a wrong kind of value is refused. */
function draftOf(body: unknown): AccountDraft {
  const draft = bodyOf(body);
  const sample = newSettings({}) as unknown as Record<string, unknown>;
  for (const [name, value] of Object.entries(draft)) {
    if (!known.has(name)) throw new ControlError(400, `${name} is no setting of an account`);
    const like = sample[name];
    if (like !== null && value !== null && typeof like !== typeof value) throw new ControlError(400, `${name}: expected a ${typeof like}`);
  }
  return draft as AccountDraft;
}

function checked(settings: AccountSettings): AccountSettings {
  const problem = settingsProblem(settings);
  if (problem) throw new ControlError(400, problem);
  return settings;
}

/** The console's "submit": a GET with echostr that must come back (contract 2.2). */
async function verify(platform: Platform, { settings }: AccountState): Promise<{ verified: boolean; reason?: string }> {
  if (!settings.callbackUrl) return { verified: false, reason: 'no callback URL' };
  const echo = randomBytes(9).toString('hex');
  const glue = settings.callbackUrl.includes('?') ? '&' : '?';
  try {
    const answer = await fetchPage(`${settings.callbackUrl}${glue}${verificationQuery(settings, echo, seconds(now(platform)))}`, {
      headersTimeout: settings.deliveryTimeoutMs, bodyTimeout: settings.deliveryTimeoutMs,
    });
    const body = await answer.body.text();
    if (answer.statusCode !== 200) return { verified: false, reason: `HTTP ${answer.statusCode}` };
    return body === echo ? { verified: true } : { verified: false, reason: 'the answer is not the bare echostr' };
  } catch (error) {
    return { verified: false, reason: error instanceof Error ? error.message : 'no answer' };
  }
}

type ByAppid = { Params: { appid: string } };

export function serveAccounts(app: FastifyInstance, platform: Platform): void {
  const { accounts } = platform.state;
  const view = (account: AccountState) => ({ ...account.settings, followers: account.people.followers });

  app.get('/accounts', () => ({ items: [...accounts.values()].map(view) }));
  app.get<ByAppid>('/accounts/:appid', (request) => view(accountNamed(platform, request.params.appid)));

  app.post('/accounts', (request, reply) => {
    const account = newAccount(draftOf(request.body));
    checked(account.settings);
    if (accounts.has(account.settings.appid)) throw new ControlError(409, 'this appid exists already');
    accounts.set(account.settings.appid, account);
    platform.changes++;
    return reply.code(201).send(view(account));
  });

  app.patch<ByAppid>('/accounts/:appid', (request) => {
    const account = accountNamed(platform, request.params.appid);
    const draft = draftOf(request.body);
    if (draft.appid !== undefined && draft.appid !== account.settings.appid) throw new ControlError(400, 'an appid never changes');
    Object.assign(account.settings, checked({ ...account.settings, ...draft }));
    platform.changes++;
    return view(account);
  });

  app.post<ByAppid>('/accounts/:appid/verify', (request) => verify(platform, accountNamed(platform, request.params.appid)));

  app.post<ByAppid>('/accounts/:appid/quotas', (request) => {
    const { quotas } = accountNamed(platform, request.params.appid);
    const body = bodyOf(request.body);
    const path = textAt(body, 'path');
    if (!platform.paths.has(path)) throw new ControlError(400, `path: ${path || 'none'} is no API of this sandbox`);
    const limit = limitOf(quotas, path);
    quotas.limits.set(path, { daily: numberOr(body['daily'], limit.daily), minute: numberOr(body['minute'], limit.minute) });
    return { path, ...quotas.limits.get(path) };
  });

  /** How the next mass sends and publications end. */
  app.post<ByAppid>('/accounts/:appid/outcomes', (request) => {
    const account = accountNamed(platform, request.params.appid);
    const body = bodyOf(request.body);
    account.mass.nextOutcomes.push(...listOf(body['mass']).map(readMassOutcome));
    account.publishing.nextOutcomes.push(...listOf(body['publish']).map((one) => ({
      status: integerAt(one, 'status', 0) as PublishStatus,
      failing: Array.isArray(one['failing']) ? one['failing'].map(Number) : [],
    })));
    return { mass: account.mass.nextOutcomes.length, publish: account.publishing.nextOutcomes.length };
  });
}

const numberOr = (value: unknown, fallback: number): number => (typeof value === 'number' && value >= 0 ? value : fallback);
const listOf = (value: unknown) => (Array.isArray(value) ? value.filter(isObject) : []);

function readMassOutcome(one: Readonly<Record<string, unknown>>): MassOutcome {
  const status = textAt(one, 'status');
  const copyright = listOf(one['copyright']).map((item): CopyrightItem => ({
    article: integerAt(item, 'article', 1), state: integerAt(item, 'state', 1) as CopyrightItem['state'],
  }));
  return { ...(status && { status }), ...(copyright.length > 0 && { copyright }) };
}
