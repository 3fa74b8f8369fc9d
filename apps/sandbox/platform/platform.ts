import type { Log } from '@qingniao/kernel';
import type { Engine, Operator, PopulationAbout, World } from '../world.ts';
import type { Visits } from './acts/visits.ts';
import type { AccountDraft, AccountSettings } from './accounts/settings.ts';
import { newSettings } from './accounts/settings.ts';
import type { Lanes } from './callbacks/lanes.ts';
import type { Poster } from './callbacks/poster.ts';
import type { CallbackSender } from './callbacks/sender.ts';
import { type CallbackStats, newCallbackStats } from './callbacks/stats.ts';
import { type Comments, newComments } from './comments/comments.ts';
import { type CustomService, newCustomService } from './custom-service/state.ts';
import { type Datacube, newDatacube } from './datacube/counters.ts';
import { type Drafts, newDrafts } from './drafts/drafts.ts';
import type { Faults } from './faults/faults.ts';
import type { Inbox } from './inbox/inbox.ts';
import type { Ledger } from './ledger/ledger.ts';
import { type Mass, newMass } from './mass/state.ts';
import { type Materials, newMaterials } from './materials/materials.ts';
import { type Media, newMedia } from './media/media.ts';
import { type Menus, newMenus } from './menus/menus.ts';
import { type MiniProgram, newMiniProgram } from './mini-program/state.ts';
import { type OAuth, newOAuth } from './oauth/oauth.ts';
import { type PayState, newPay } from './pay/state.ts';
import { type Publishing, newPublishing } from './publishing/publishing.ts';
import { type QrCodes, newQrCodes } from './qrcodes/qrcodes.ts';
import { type Quotas, newQuotas } from './quotas/quotas.ts';
import { type Subscriptions, newSubscriptions } from './subscriptions/subscriptions.ts';
import { type Tags, newTags } from './tags/tags.ts';
import { type Templates, newTemplates } from './templates/templates.ts';
import type { Agenda } from './time/agenda.ts';
import { type Clock, clockNow } from './time/clock.ts';
import { type Tokens, newTokens } from './tokens/tokens.ts';
import { type People, newPeople } from './users/people.ts';
import type { Rids } from './errcodes/rids.ts';

/** Everything the platform knows about one account: plain data, written to the snapshot as it is. */
export interface AccountState {
  settings: AccountSettings;
  tokens: Tokens;
  quotas: Quotas;
  people: People;
  tags: Tags;
  menus: Menus;
  qrcodes: QrCodes;
  media: Media;
  materials: Materials;
  drafts: Drafts;
  publishing: Publishing;
  mass: Mass;
  customService: CustomService;
  templates: Templates;
  subscriptions: Subscriptions;
  comments: Comments;
  datacube: Datacube;
  oauth: OAuth;
  mini: MiniProgram;
  /** type (jsapi, wx_card) → ticket. */
  tickets: Map<string, { ticket: string; expiresAt: number }>;
  /** Short keys (contract 10). */
  shortKeys: Map<string, { data: string; createdAt: number; lifeSeconds: number }>;
  inbox: Inbox;
  callbacks: CallbackStats;
}

export interface PlatformState {
  seed: string;
  clock: Clock;
  agenda: Agenda;
  accounts: Map<string, AccountState>;
  pay: PayState;
  /** Last id drawn, by kind: msgId, massId, msgDataId, templateMsgId, publishId, menuId. */
  ids: Map<string, bigint>;
  /** Acts that had become impossible when their time came, by kind. */
  dropped: Map<string, number>;
  /** Where it listened when the state was last in use: links of articles are built on it. */
  baseUrl: string;
  /** Whether engine and operator have begun; else `init` is still to come. */
  populated: boolean;
}

/** The running platform: the state, and what cannot be written down. */
export interface Platform {
  state: PlatformState;
  /** Where browsers and the account's server reach this sandbox; links are built on it. */
  baseUrl: string;
  /** Every path of the server API, for openapi/quota/get. */
  paths: ReadonlySet<string>;
  lanes: Lanes;
  visits: Visits;
  /** Who tapped or scanned last in which second, as far as it matters. */
  lastTaps: Map<string, number>;
  poster: Poster;
  sender: CallbackSender;
  ledger: Ledger;
  faults: Faults;
  rids: Rids;
  /** What engines get to see. */
  world: World;
  engine: Engine | null;
  /** What lives here, for proofs; null where nobody acts by themselves. */
  population: PopulationAbout | null;
  operator: Operator | null;
  log: Log;
  /** Grows with everything that changes the state; a snapshot is due when it has grown. */
  changes: number;
  /** Stepped time: somebody has left an order unpaid in the step under way. */
  leftUnpaid: boolean;
  /** Called when live time has got something new to wait for. */
  wake: () => void;
}

export const now = (platform: Pick<Platform, 'state'>): number => clockNow(platform.state.clock);

export const newState = (seed: string, clock: Clock): PlatformState => ({
  seed,
  clock,
  agenda: { entries: [], seq: 0 },
  accounts: new Map(),
  pay: newPay(),
  ids: new Map(),
  dropped: new Map(),
  baseUrl: '',
  populated: false,
});

export function newAccount(draft: AccountDraft): AccountState {
  return {
    settings: newSettings(draft),
    tokens: newTokens(),
    quotas: newQuotas(),
    people: newPeople(),
    tags: newTags(),
    menus: newMenus(),
    qrcodes: newQrCodes(),
    media: newMedia(),
    materials: newMaterials(),
    drafts: newDrafts(),
    publishing: newPublishing(),
    mass: newMass(),
    customService: newCustomService(),
    templates: newTemplates(),
    subscriptions: newSubscriptions(),
    comments: newComments(),
    datacube: newDatacube(),
    oauth: newOAuth(),
    mini: newMiniProgram(),
    tickets: new Map(),
    shortKeys: new Map(),
    inbox: new Map(),
    callbacks: newCallbackStats(),
  };
}

/** What a snapshot of an earlier version did not know yet is as in a new world. */
export function completed(state: PlatformState): PlatformState {
  for (const [appid, account] of state.accounts) {
    const settings = newSettings(account.settings);
    state.accounts.set(appid, { ...newAccount(settings), ...account, settings });
  }
  return { ...newState(state.seed, state.clock), ...state };
}

const FIRST_ID: Readonly<Record<string, bigint>> = {
  msgId: 24_416_605_642_000_000n,
  massId: 3_147_483_000n,
  msgDataId: 2_247_483_600n,
  templateMsgId: 2_433_468_431_763_700_000n,
  publishId: 2_247_503_000n,
  menuId: 208_379_000n,
};

/** The next id of a kind. Message ids are past 2^53 on purpose, as real ones are. */
export function nextId(state: PlatformState, kind: keyof typeof FIRST_ID): bigint {
  const id = (state.ids.get(kind) ?? FIRST_ID[kind]!) + 1n;
  state.ids.set(kind, id);
  return id;
}
