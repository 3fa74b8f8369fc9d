import Type from 'typebox';
import { Value } from 'typebox/value';

/**
 * A population file: who the followers are, what they do, and what the brand sends them.
 * Published rates stand in it as published; what no report gives is a free parameter and says so
 * in `populations/README.md`. `populations/schema.json` is printed from here.
 */
const share = (description: string) => Type.Number({ minimum: 0, maximum: 1, description });
const weight = (description: string) => Type.Number({ minimum: 0, description });
const count = (description: string) => Type.Integer({ minimum: 0, description });
const name = (description: string) => Type.String({ minLength: 1, description });

const Source = Type.Object({
  share: share('Share of the new follows of the year (W-05). All sources together are scaled to 1.'),
  openingShare: share('Share of those who follow already when the year begins.'),
  churn: share('Follows of the year that are gone by its end / follows of the year (W-12, cohort).'),
  activity: weight('How active its followers are beside the other sources; scaled so that the total holds.'),
  monthlyActive: Type.Optional(share('Mean monthly active share of this source (W-19); takes the place of `activity`.')),
  costPerFollow: Type.Optional(Type.Integer({ minimum: 0, description: 'Fen the brand pays for each follow (W-13).' })),
  paid: Type.Boolean({ description: 'Counts as paid (W-04).' }),
  scenes: Type.Record(Type.String({ pattern: '^ADD_SCENE_[A-Z_]+$' }), Type.Number({ minimum: 0 }), {
    description: 'subscribe_scene values of this source with weights. ADD_SCENE_QR_CODE follows by a code of the account where one exists.',
    minProperties: 1,
  }),
}, { additionalProperties: false });

const MenuItem = Type.Object({
  name: name('What the button says.'),
  category: Type.Union([Type.Literal('brand'), Type.Literal('ecommerce'), Type.Literal('crm')], { description: 'W-23.' }),
  type: Type.Union([Type.Literal('click'), Type.Literal('view'), Type.Literal('miniprogram')]),
  weight: weight('Taps beside the other items of its category.'),
  key: Type.Optional(name('For click.')),
  url: Type.Optional(name('For view, and the fall-back of miniprogram.')),
  appid: Type.Optional(name('For miniprogram.')),
  pagepath: Type.Optional(name('For miniprogram.')),
  reply: Type.Optional(name('For click: the text the brand answers with.')),
}, { additionalProperties: false });

const ArticleElements = Type.Object({
  purpose: Type.Union([Type.Literal('normal'), Type.Literal('promotional')]),
  teaser: name('What the cover shows: a key of `effects.open.normal` or `.promotional`.'),
  link: name('How the body links: a key of `effects.engagement.link`; `none` has no link at all.'),
  button: Type.Optional(name('A key of `effects.engagement.button`.')),
  screen: Type.Optional(Type.Integer({ minimum: 1, maximum: 30, description: 'Screen of the first call to action.' })),
}, { additionalProperties: false, description: 'W-40.' });

const Article = Type.Object({
  title: Type.String({ minLength: 1, maxLength: 32, description: 'Unique in the file: the engine knows the article again by it.' }),
  digest: Type.String({ maxLength: 120 }),
  topic: Type.Optional(name('A segment; without one the article suits everybody.')),
  elements: ArticleElements,
  contentType: Type.Optional(Type.Union([Type.Literal('graphic'), Type.Literal('picture'), Type.Literal('video'), Type.Literal('h5'), Type.Literal('game')], {
    description: 'L-04. With a type or a partner it is kept in the brand’s library and goes into pushes from there; it has no topic.',
  })),
  partner: Type.Optional(Type.Object({
    name: name('Who makes it with the brand.'), costFen: count('What that costs.'),
  }, { additionalProperties: false, description: 'L-06. Free.' })),
}, { additionalProperties: false });

const TestSide = Type.Object({
  name: name('What the brand calls this arm.'),
  title: Type.Optional(Type.String({ minLength: 1, maxLength: 32, description: 'In place of the planned title.' })),
  elements: ArticleElements,
}, { additionalProperties: false });

const Test = Type.Object({
  element: Type.Union([Type.Literal('teaser'), Type.Literal('title_length'), Type.Literal('link'), Type.Literal('button'), Type.Literal('cta_screen')]),
  metric: Type.Union([Type.Literal('open'), Type.Literal('engagement')]),
  hypothesis: name('What the brand expects.'),
  people: Type.Integer({ minimum: 1, description: 'Enough in each arm, over all pushes: then this test is not made again.' }),
  control: TestSide,
  treatment: TestSide,
}, { additionalProperties: false });

const effects = (description: string) => Type.Record(Type.String(), Type.Number({ exclusiveMinimum: 0 }), { description });

export const PopulationSchema = Type.Object({
  $schema: Type.Optional(Type.String()),
  name: name('Name of the population.'),
  about: Type.Object({ zh: Type.String(), en: Type.String() }, { additionalProperties: false }),
  account: Type.Object({
    name: name('Name of the official account.'),
    since: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'First day with followers; datacube has data from 2014-12-01.' }),
  }, { additionalProperties: false }),
  community: Type.Object({
    growth: Type.Number({ minimum: -0.5, maximum: 5, description: 'Net new followers of the year / followers at its beginning.' }),
    openingLeave: share('Of those who follow when the year begins, how many leave during it. Free.'),
    refollowShare: share('Part of the new follows that are former opening followers coming back. Free.'),
    platforms: Type.Object({ ios: weight('iPhones'), android: weight('Android'), other: weight('Others') }, { additionalProperties: false }),
  }, { additionalProperties: false }),
  sources: Type.Record(Type.String(), Source, { minProperties: 1, description: 'Recruitment sources (W-05) by name.' }),
  activity: Type.Object({
    yearly: share('Of everyone who followed at any time in the year, those with at least one action (W-17).'),
    monthly: share('Mean of the monthly active shares, denominator followers at month end (W-18).'),
    actions: Type.Object({
      menu: weight('Menu taps (W-21).'), messages: weight('Messages.'), post: weight('All actions on articles.'), scans: weight('Codes scanned by followers.'),
    }, { additionalProperties: false, description: 'Shares of all actions; scaled to 1.' }),
    menuCategories: Type.Object({ brand: weight('W-23'), ecommerce: weight('W-23'), crm: weight('W-23') }, { additionalProperties: false }),
    messageTypes: Type.Record(Type.Union([Type.Literal('text'), Type.Literal('image'), Type.Literal('voice'), Type.Literal('video'), Type.Literal('location'), Type.Literal('link')]), weight('Part of the messages.')),
    texts: Type.Array(name('Something a follower writes.'), { minItems: 1 }),
    comments: Type.Array(name('Something a reader writes under an article.'), { minItems: 1 }),
  }, { additionalProperties: false }),
  seasons: Type.Object({
    months: Type.Array(weight('January to December: new followers a day.'), { minItems: 12, maxItems: 12 }),
    peaks: Type.Array(Type.Object({
      from: Type.String({ pattern: '^\\d{2}-\\d{2}$' }), to: Type.String({ pattern: '^\\d{2}-\\d{2}$' }), weight: weight('Times the usual new followers.'), name: Type.String(),
    }, { additionalProperties: false })),
    weekdays: Type.Array(weight('Sunday to Saturday: activity a day.'), { minItems: 7, maxItems: 7 }),
    hours: Type.Object({
      workday: Type.Array(weight('Hour 0 to 23.'), { minItems: 24, maxItems: 24 }),
      weekend: Type.Array(weight('Hour 0 to 23.'), { minItems: 24, maxItems: 24 }),
    }, { additionalProperties: false }),
  }, { additionalProperties: false }),
  pushes: Type.Object({
    slots: Type.Array(Type.Object({
      week: Type.Integer({ minimum: 1, maximum: 4, description: 'Which such weekday of the month.' }),
      weekday: Type.Integer({ minimum: 0, maximum: 6, description: '0 is Sunday.' }),
      hour: Type.Integer({ minimum: 0, maximum: 23 }),
    }, { additionalProperties: false }), { description: 'When the brand sends, each month.' }),
    quietDaysAtEnd: Type.Integer({ minimum: 0, maximum: 30, description: 'No push in the last days of the year, so that the windows of all pushes are over at its end.' }),
    segments: Type.Array(name('An interest group; a WeChat tag of this name. Everybody is in one.')),
    audiences: Type.Array(Type.Union([Type.Literal('everyone'), Type.Literal('segment')]), { minItems: 1, description: 'Order of audiences, repeated; `segment` takes the next segment in turn.' }),
    articles: Type.Array(Type.Integer({ minimum: 1, maximum: 8 }), { minItems: 1, description: 'Articles of each push, repeated.' }),
    tests: Type.Array(Test, { description: 'A/B tests the brand makes with the top articles of its pushes to segments (W-39 to W-41), the least advanced first. Free.' }),
    unfollow48: share('Of those who received a push, how many leave within 48 hours (W-10).'),
    open: Type.Object({
      top: share('Readers from the message / delivered, first article (W-36).'),
      all: share('The same over all articles.'),
      decay: share('Each further position after the second opens this times the one before it. Free.'),
      newReaders: Type.Array(share('Of the readers of position 2, 3, …, how many opened none before it. Free.'), { minItems: 1 }),
    }, { additionalProperties: false }),
    post: Type.Object({
      segmented: share('Sum of actions on articles / readers, pushes to a segment (W-26).'),
      everyone: share('The same for pushes to everybody.'),
      linkClicks: share('Clicks on tracked links / readers over all pushes (W-25).'),
      others: Type.Object({ comments: weight('Comments'), like: weight('赞'), zaikan: weight('在看'), favourite: weight('Favourites'), share: weight('Shares') },
        { additionalProperties: false, description: 'How the other actions divide. Free.' }),
      anonymousClicks: share('Clicks from outside WeChat beside the identified ones: counted apart. Free.'),
    }, { additionalProperties: false }),
    readDays: Type.Array(weight('Readers on the day of the push, the next, …'), { minItems: 1, maxItems: 7 }),
    exits: Type.Array(weight('Readers who leave in the first to fifth part of an article.'), { minItems: 5, maxItems: 5 }),
    passers: Type.Record(Type.String(), weight('Readers who came another way / readers from the message, by scene_desc.')),
  }, { additionalProperties: false }),
  effects: Type.Object({
    open: Type.Object({
      normal: effects('By teaser.'), promotional: effects('By teaser.'),
      shortTitle: Type.Object({ max: count('Characters.'), effect: Type.Number({ exclusiveMinimum: 0 }) }, { additionalProperties: false }),
    }, { additionalProperties: false }),
    engagement: Type.Object({
      link: effects('By kind of link.'), button: effects('By button.'),
      screens: Type.Array(Type.Object({ upTo: count('Screen.'), effect: Type.Number({ exclusiveMinimum: 0 }) }, { additionalProperties: false })),
    }, { additionalProperties: false }),
  }, { additionalProperties: false, description: 'W-41: how an element of an article multiplies opening and engagement.' }),
  articles: Type.Array(Article, { minItems: 1 }),
  menu: Type.Array(Type.Object({ name: name('Top button.'), items: Type.Array(MenuItem, { minItems: 1, maxItems: 5 }) }, { additionalProperties: false }), { minItems: 1, maxItems: 3 }),
  store: Type.Object({
    orders: Type.Object({ permanent: weight('Always open.'), drop: weight('At the drop’s opening.'), popup: weight('While the pop-up stands.') },
      { additionalProperties: false, description: 'People who come to buy, for each thousand followers: a year, a drop, a pop-up. Free.' }),
    drop: Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])$', description: 'The day of the drop, at eight in the evening.' }),
    abandoned: share('Of the orders, those that nobody pays. Free.'),
    again: share('Of the orders, those of people who have bought before. Free.'),
    refunds: share('Of the paid orders, those that come back. Free.'),
    scenes: Type.Record(Type.String({ pattern: '^1[0-9]{3}$' }), Type.Number({ minimum: 0 }), { minProperties: 1, description: 'Launch scenes of the mini program with weights. Free.' }),
  }, { additionalProperties: false, description: 'What followers buy in the brand’s mini program.' }),
  welcome: name('Answer to a follow.'),
  keywords: Type.Array(Type.Object({ keyword: name('Word.'), reply: name('Answer.') }, { additionalProperties: false })),
  channels: Type.Array(Type.Object({
    name: name('Channel.'),
    kind: Type.Union([Type.Literal('store'), Type.Literal('associate'), Type.Literal('campaign'), Type.Literal('kol')]),
    weight: weight('Followers and scans beside the other channels.'),
  }, { additionalProperties: false }), { description: 'QR codes, in the order in which the brand creates them.' }),
  panel: Type.Object({
    bandLimit: count('Followers above which an account is large (W-02).'),
    groups: Type.Array(Type.Object({
      accounts: count('How many.'), opening: Type.Tuple([count('Smallest.'), count('Largest.')]), growth: Type.Number({ description: 'Unweighted mean of the group.' }),
    }, { additionalProperties: false })),
    pushesAMonth: Type.Record(Type.String({ pattern: '^[0-9]+$' }), count('Accounts (W-34).')),
    articlesAPush: Type.Array(Type.Object({ mean: Type.Number({ minimum: 1, maximum: 8 }), accounts: count('Accounts (W-35).') }, { additionalProperties: false })),
  }, { additionalProperties: false }),
  live: Type.Object({ eventsAMinute: weight('Least activity after the year, so that a demo moves; from people active this month anyway.') }, { additionalProperties: false }),
}, { additionalProperties: false, $id: 'population', title: 'Qingniao population' });

export type Population = Type.Static<typeof PopulationSchema>;
export type PopulationArticle = Type.Static<typeof Article>;
export type PopulationTest = Type.Static<typeof Test>;

/** @throws Error naming the first field that is wrong. */
export function readPopulation(parsed: unknown): Population {
  if (Value.Check(PopulationSchema, parsed)) {
    const problem = inconsistency(parsed);
    if (problem) throw new Error(`population file: ${problem}`);
    return parsed;
  }
  const [first] = Value.Errors(PopulationSchema, parsed);
  throw new Error(`population file: ${first?.instancePath || '/'} ${first?.message ?? 'is wrong'}`);
}

/** What a schema cannot say. */
function inconsistency(population: Population): string | null {
  const titles = new Set(population.articles.map((article) => article.title));
  if (titles.size !== population.articles.length) return 'two articles have the same title';
  const topics = population.articles.map((article) => article.topic).filter((topic) => topic !== undefined);
  const stray = topics.find((topic) => !population.pushes.segments.includes(topic));
  if (stray !== undefined) return `topic "${stray}" is no segment`;
  const both = population.articles.find(({ topic, contentType, partner }) => topic !== undefined && (contentType ?? partner) !== undefined);
  if (both !== undefined) return `article "${both.title}" has a topic beside its content type or partner`;
  if (population.pushes.segments.length === 0 && population.pushes.audiences.includes('segment')) return 'audiences name segments, but there are none';
  if (Object.values(population.sources).every((source) => source.share === 0)) return 'no source has a share of the new follows';
  return null;
}
