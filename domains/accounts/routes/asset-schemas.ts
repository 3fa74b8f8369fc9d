import { BothTexts, Timestamp, nullable, oneOf } from '@qingniao/access';
import { Type } from 'typebox';
import { type SyncKind, syncKinds } from '../sync/syncs.ts';

export const AssetParams = Type.Object({ assetId: Type.String() });

const Mode = oneOf(['plain', 'compat', 'safe'], { description: 'How WeChat encrypts its pushes' });
const Profile = oneOf(['current', 'retired'], { description: 'Which article calls of datacube the platform answers' });
const Token = Type.String({ description: '3 to 32 letters and digits' });
const AesKey = Type.String({ description: '43 letters and digits' });
const Name = Type.String({ minLength: 1, maxLength: 60 });

export const Account = Type.Object({
  id: Type.String(),
  kind: oneOf(['service', 'subscription']),
  name: Type.String(),
  appid: Type.String(),
  originalId: nullable(Type.String()),
  mode: Mode,
  relayUrl: nullable(Type.String()),
  datacubeProfile: Profile,
  state: oneOf(['connected', 'disconnected']),
  observedSince: Timestamp,
  connectedAt: Timestamp,
  disconnectedAt: nullable(Timestamp),
});

export const ConnectBody = Type.Object(
  {
    kind: oneOf(['service', 'subscription']),
    name: Name,
    appid: Type.String({ pattern: '^wx[0-9a-zA-Z]{6,40}$' }),
    secret: Type.String({ minLength: 1, maxLength: 128 }),
    originalId: Type.Optional(nullable(Type.String({ pattern: '^gh_[0-9a-zA-Z]{6,40}$' }))),
    mode: Type.Optional(Mode),
    token: Type.Optional(Token),
    aesKey: Type.Optional(AesKey),
    relayUrl: Type.Optional(nullable(Type.String({ maxLength: 1024 }))),
    datacubeProfile: Type.Optional(Profile),
  },
  { additionalProperties: false },
);

export const ChangeBody = Type.Object(
  {
    name: Type.Optional(Name),
    originalId: Type.Optional(nullable(Type.String({ pattern: '^gh_[0-9a-zA-Z]{6,40}$' }))),
    secret: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
    mode: Type.Optional(Mode),
    token: Type.Optional(Token),
    aesKey: Type.Optional(AesKey),
    relayUrl: Type.Optional(nullable(Type.String({ maxLength: 1024 }))),
    datacubeProfile: Type.Optional(Profile),
  },
  { additionalProperties: false },
);

export const Callback = Type.Object(
  { url: Type.String(), token: Type.String(), aesKey: Type.String(), mode: Mode },
  { description: 'To be entered under Basic configuration, Server configuration in the WeChat console' },
);

export const Connected = Type.Object({ account: Account, callback: Callback });

export const Check = Type.Object({
  id: Type.String(),
  name: BothTexts,
  state: oneOf(['ok', 'failed', 'warning', 'manual', 'not_applicable', 'blocked']),
  text: BothTexts,
  errcode: nullable(Type.Integer()),
});
export const Diagnosis = Type.Object({
  at: Type.String({ format: 'date-time' }),
  healthy: Type.Boolean(),
  checks: Type.Array(Check),
  callbacks: Type.Record(Type.String(), Type.Integer(), { description: 'Callbacks of the last seven days by outcome' }),
});

export const SyncView = Type.Object({
  kind: oneOf(Object.keys(syncKinds) as SyncKind[]),
  name: BothTexts,
  jobId: nullable(Type.String()),
  state: nullable(oneOf(['queued', 'running', 'done', 'failed', 'cancelled'])),
  done: Type.Integer(),
  total: nullable(Type.Integer()),
  lastError: nullable(BothTexts),
  startedAt: nullable(Timestamp),
  finishedAt: nullable(Timestamp),
  resumesAt: nullable(Type.String({ format: 'date-time', description: 'Today’s calls are used up; it goes on by itself then' })),
});
