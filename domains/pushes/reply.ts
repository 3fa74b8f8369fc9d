import { BothTexts, nullable, oneOf, Timestamp } from '@qingniao/access';
import { placements, type Placement } from '@qingniao/recruitment';
import { Type } from 'typebox';
import { pushStates } from './types.ts';
import { MOST_VARIANTS } from './variants.ts';

const Audience = Type.Union(
  [
    Type.Object({ kind: Type.Literal('everyone') }, { additionalProperties: false }),
    Type.Object({ kind: Type.Literal('tag'), tagId: Type.Integer({ minimum: 1 }) }, { additionalProperties: false }),
    Type.Object(
      { kind: Type.Literal('contacts'), contactIds: Type.Array(Type.Integer({ minimum: 1 }), { minItems: 2, maxItems: 10_000, description: 'Chosen by hand; larger audiences are tags' }) },
      { additionalProperties: false },
    ),
  ],
  { description: 'Everybody who follows, everybody with a WeChat tag, or chosen contacts.' },
);

const Elements = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()]), {
  description: 'What the article is made of (W-40), so that results add up over many pushes.',
});

const ArticleInput = Type.Object(
  {
    title: Type.String(),
    author: Type.Optional(Type.String()),
    digest: Type.Optional(Type.String()),
    content: Type.String({ description: 'HTML body' }),
    readMoreUrl: Type.Optional(nullable(Type.String())),
    cover: Type.Optional(nullable(Type.String({ description: 'JPEG or PNG, base64' }))),
    elements: Type.Optional(Elements),
  },
  { additionalProperties: false },
);

const LibraryArticle = Type.Object({ articleId: Type.String({ description: 'An article of the library, copied as it is now' }) }, { additionalProperties: false });

const VariantInput = Type.Object(
  {
    name: Type.Optional(Type.String({ maxLength: 60 })),
    segmentId: Type.Optional(nullable(Type.String({ description: 'A live segment; null: everybody whom no variant before it took' }))),
    arm: Type.Optional(Type.String({ maxLength: 20, description: 'Tells variants of one segment apart: a, b… Those of the arm `holdout` get nothing.' })),
    share: Type.Optional(Type.Number({ minimum: 0, maximum: 1, default: 1, description: 'Part of the segment; its arms add up to 1' })),
    articles: Type.Array(Type.Union([LibraryArticle, ArticleInput]), { maxItems: 8 }),
  },
  { additionalProperties: false },
);

export const PushBody = Type.Object(
  {
    assetId: Type.String(),
    title: Type.String({ minLength: 1, maxLength: 100 }),
    audience: Audience,
    segmented: Type.Optional(Type.Boolean({ description: 'To a segment rather than to everybody (W-26). A push with a segment’s variant always is.' })),
    openComments: Type.Optional(Type.Boolean({ default: true, description: 'Whether readers may comment on the articles. An account without comments sends them closed.' })),
    onceADay: Type.Optional(Type.Boolean({ default: false, description: 'Leave out who gets another push of the account on the same day.' })),
    speed: Type.Optional(nullable(Type.Integer({ minimum: 0, maximum: 4, description: 'WeChat’s sending speed, 0 (800,000 a minute) to 4 (100,000)' }))),
    articles: Type.Optional(Type.Array(ArticleInput, { minItems: 1, maxItems: 8, description: 'Of the only variant; or give `variants`' })),
    variants: Type.Optional(Type.Array(VariantInput, { minItems: 1, maxItems: MOST_VARIANTS, description: 'Each follower gets the first that fits' })),
  },
  { additionalProperties: false },
);

export const ChangeBody = Type.Object(
  { ...PushBody.properties, revision: Type.Optional(Type.Integer({ minimum: 1, description: 'Of the draft as it was read: one that somebody changed since is refused (409)' })) },
  { additionalProperties: false },
);

const Count = nullable(Type.Integer());
const push = {
  id: Type.String(),
  assetId: Type.String(),
  title: Type.String(),
  state: oneOf(pushStates),
  audience: Audience,
  segmented: Type.Boolean(),
  openComments: Type.Boolean(),
  frozenCount: Count,
  excluded: nullable(Type.Record(Type.String(), Type.Integer())),
  delivered: nullable(Type.Integer({ description: 'SentCount of the job-finish event' })),
  filtered: Count,
  failed: Count,
  variantCount: Type.Integer(),
  articleCount: Type.Integer({ description: 'Of its longest variant' }),
  error: nullable(BothTexts),
  submittedBy: nullable(Type.String()),
  createdAt: Timestamp,
  scheduledAt: nullable(Timestamp),
  sentAt: nullable(Timestamp),
  finishedAt: nullable(Timestamp),
};
export const Push = Type.Object(push);
const Variant = {
  number: Type.Integer(), name: Type.String(), segmentId: nullable(Type.String()), arm: Type.String(), share: Type.Number(),
};

export const PushDetail = Type.Object({
  ...push,
  onceADay: Type.Boolean(),
  speed: Count,
  revision: Type.Integer({ description: 'One more with each change of the draft' }),
  submittedAt: nullable(Timestamp),
  approvedBy: nullable(Type.String()),
  approvedAt: nullable(Timestamp),
  frozenAt: nullable(Timestamp),
  returnedNote: nullable(Type.String()),
  variants: Type.Array(Type.Object({ ...Variant, segment: nullable(Type.String()), frozenCount: Count })),
  articles: Type.Array(
    Type.Object({
      variant: Type.Integer(), position: Type.Integer(), articleId: nullable(Type.String()), articleVersion: Count,
      title: Type.String(), author: Type.String(), digest: Type.String(), content: Type.String(),
      readMoreUrl: nullable(Type.String()), cover: nullable(Type.String()), elements: Elements, url: nullable(Type.String()),
      deletedAtWechat: Type.Boolean({ description: 'Nobody who got it can open it any more' }),
    }),
  ),
  calls: Type.Array(
    Type.Object({
      number: Type.Integer(), variant: Type.Integer(), route: Type.String(), state: Type.String(), planned: Type.Integer(), status: nullable(Type.String()),
      sentCount: Count, submittedAt: nullable(Timestamp), reportedAt: nullable(Timestamp),
    }),
  ),
});

const Excluded = Type.Record(Type.String(), Type.Integer(), { description: 'By reason: no_variant, erased, left, consent_withdrawn, quota_used, other_push, global_holdout' });

export const Plan = Type.Object({
  kind: oneOf(['service', 'subscription'], { description: 'Of the account: a service account reaches each follower four times a month, a subscription account sends once a day.' }),
  day: Type.String({ format: 'date' }),
  reached: Type.Integer(), heldOut: Type.Integer(), excluded: Excluded,
  calls: Type.Integer({ description: 'Mass-send calls' }), callsADay: Type.Integer(), days: Type.Integer(),
  variants: Type.Array(Type.Object({
    ...Variant, people: Type.Integer(), calls: Type.Integer(), tagId: Count,
    route: oneOf(['everyone', 'tag', 'list', 'none'], { description: 'One call to everybody or to a WeChat tag that means exactly these people, or lists of at most 10,000 openids' }),
  })),
  findings: Type.Array(Type.Object({
    level: oneOf(['stop', 'warn', 'note'], { description: 'stop: it cannot be sent so' }),
    code: Type.String(), zh: Type.String(), en: Type.String(), variant: Count, position: Type.Optional(Type.Integer()),
  })),
});

const achieved = {
  delivered: nullable(Type.Integer({ description: 'SentCount of WeChat’s reports' })),
  opens: nullable(Type.Integer({ description: 'Readers from the account’s message, added up over the articles (W-36)' })),
  deliveries: Count,
  topOpens: Count,
  cumulative: nullable(Type.Object({ low: Type.Integer(), high: Type.Integer() }, { description: 'People who opened anything: equal bounds where WeChat’s counts allow an exact figure, as on days on which the account had no other push read' })),
  actions: nullable(Type.Integer({ description: 'W-24: identified clicks, comments, likes, shares and favourites' })),
  comments: nullable(Type.Integer({ description: 'Of all articles; null from WeChat’s retired calls, which count none' })),
  clickers: Count,
  anonymousClicks: Count,
  lost: nullable(Type.Integer({ description: 'W-10: members of the frozen audience who left within 48 hours' })),
};

export const Results = Type.Object({
  ...achieved,
  startedAt: nullable(Timestamp),
  settled: Type.Boolean({ description: 'The 48 hours are over' }),
  gained: nullable(Type.Integer({ description: 'W-11: new follows of the account within 48 hours, whatever their source' })),
  planned: Type.Integer(),
  filtered: Count,
  variants: Type.Array(Type.Object({ ...achieved, number: Type.Integer(), people: Type.Integer(), holdout: Type.Boolean() })),
  articles: Type.Array(Type.Object({
    variant: Type.Integer(), position: Type.Integer(), title: Type.String(), delivered: Count,
    figures: nullable(Type.Object({
      messageReaders: Type.Integer(), readers: Type.Integer(), shares: Type.Integer(), favourites: Type.Integer(), zaikan: Count, likes: Count, comments: Count,
      finishRate: nullable(Type.Number()), leftInFifths: nullable(Type.Array(Type.Number(), { description: 'Share of readers who left in each fifth (W-38)' })),
    })),
  })),
  placements: Type.Array(Type.Object({ placement: oneOf(Object.keys(placements) as Placement[]), clickers: Count, clicks: Type.Integer(), anonymous: Type.Integer(), readers: Count })),
});

export const Why = Type.Object({
  placed: nullable(Type.Union([
    Type.Object({ variant: Type.Integer(), name: Type.String(), segment: nullable(Type.String()), arm: Type.String(), heldOut: Type.Boolean(), missed: Type.Boolean({ description: 'Sending ended before their turn' }), call: Type.Integer() }),
    Type.Object({ reason: Type.String() }),
  ])),
  facts: Type.Array(Type.Object({ what: oneOf(['followed', 'unfollowed', 'consent_given', 'consent_withdrawn', 'entered_segment', 'push', 'holdout', 'frozen']), at: Timestamp, name: nullable(Type.String()) })),
});

export const PushParams = Type.Object({ pushId: Type.String() });
export const Id = Type.Object({ id: Type.String() });
