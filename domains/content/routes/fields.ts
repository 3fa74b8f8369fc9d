import { BothTexts, Day, nullable, oneOf, Timestamp } from '@qingniao/access';
import { Type } from 'typebox';
import { contentTypeNames } from '../articles/decisions.ts';
import { linterRuleNames } from '../linter/linter.ts';
import { poolAudienceNames, poolGroupNames } from '../pool/groups.ts';

export const tags = ['content'];

export const ContentType = oneOf(contentTypeNames, { description: 'L-04; an h5 or a game names where it is played in `h5Url`' });
export const PoolGroup = oneOf(poolGroupNames, { description: 'W-37' });
export const PoolAudience = oneOf(poolAudienceNames);
export const Standing = oneOf(['none', 'open', 'overdue', 'approved', 'changes_requested'], { description: 'Of the newest version' });
export const Elements = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]), { description: 'W-40: keys and values of GET /content/words' });
export const Fen = Type.Integer({ minimum: 0, maximum: 100_000_000_00 });

const Pool = Type.Object({ group: PoolGroup, audiences: Type.Array(PoolAudience), expiresAt: nullable(Timestamp), invitesToJoin: Type.Boolean() });
export const PoolInput = Type.Object(
  {
    group: PoolGroup, audiences: Type.Array(PoolAudience, { minItems: 1 }), expiresAt: nullable(Type.String({ format: 'date-time' })),
    invitesToJoin: Type.Optional(Type.Boolean({ description: 'Says "join the programme"; default: read from the text. Such an article never goes where members may be (W-37).' })),
  },
  { additionalProperties: false },
);

export const Finding = Type.Object({
  rule: oneOf(linterRuleNames), field: oneOf(['title', 'cover', 'content']), lift: Type.Integer({ description: 'Percent' }),
  on: oneOf(['open_rate', 'engagement_rate']), advice: BothTexts, source: BothTexts,
});
export const Removed = Type.Object({ kind: oneOf(['tag', 'attribute', 'style', 'picture', 'link']), name: Type.String(), count: Type.Integer() });
export const BodyLink = Type.Object({
  placement: oneOf(['read_more', 'mp_card', 'inline_link', 'image_link'], { description: 'K-01, K-02' }),
  target: Type.String(), label: Type.String(), toMiniProgram: Type.Boolean(), screen: Type.Integer({ description: 'Estimated, from 1' }),
});
export const FieldDiff = Type.Object({
  field: Type.String(), parts: Type.Array(Type.Object({ kind: oneOf(['same', 'removed', 'added']), text: Type.String() })),
});

const row = {
  id: Type.String(), version: Type.Integer(), title: Type.String(), digest: Type.String(), author: Type.String(), topic: Type.String(), coverId: nullable(Type.String()),
  contentType: ContentType, partnerId: nullable(Type.String()),
  partnerCostFen: nullable(Type.Integer({ description: 'Null also for who does not see costs' })),
  pool: nullable(Pool), plannedDay: nullable(Day), approval: Standing, deadline: nullable(Timestamp),
  changedBy: Type.String(), createdAt: Timestamp, changedAt: Timestamp, archivedAt: nullable(Timestamp),
};
export const ArticleRow = Type.Object(row);
export const Article = Type.Object({
  ...row, content: Type.String({ description: 'HTML as WeChat keeps it' }), readMoreUrl: nullable(Type.String()), h5Url: nullable(Type.String()),
  elements: Elements, completeElements: Elements, findings: Type.Array(Finding), links: Type.Array(BodyLink), screens: Type.Integer(),
});
export const Saved = Type.Object({ article: Article, removed: Type.Array(Removed, { description: 'What WeChat would not have kept' }) });

export const text = {
  title: Type.String({ maxLength: 200 }),
  author: Type.Optional(Type.String({ maxLength: 100 })),
  digest: Type.Optional(Type.String({ maxLength: 1000 })),
  content: Type.Optional(Type.String({ description: 'HTML; what WeChat would not keep is taken out and told' })),
  readMoreUrl: Type.Optional(nullable(Type.String())),
  h5Url: Type.Optional(nullable(Type.String())),
  coverId: Type.Optional(nullable(Type.String({ description: 'From POST /content/covers' }))),
  topic: Type.Optional(Type.String({ maxLength: 100 })),
  elements: Type.Optional(Elements),
};
export const decisions = {
  contentType: Type.Optional(ContentType),
  partnerId: Type.Optional(nullable(Type.String())),
  partnerCostFen: Type.Optional(nullable(Fen)),
  pool: Type.Optional(nullable(PoolInput)),
  plannedDay: Type.Optional(nullable(Day)),
};

export const ArticleParams = Type.Object({ articleId: Type.String() });
export const Id = Type.Object({ id: Type.String() });
