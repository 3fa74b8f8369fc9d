import type { Counted, CountScope } from './count.ts';
import type { LedgerLine } from './ledger.ts';

/** What was done with the articles of the pushes accepted in the period. */
export interface PostCounts {
  counted: Counted[];
  /** Shares, likes, 在看 and favourites: actions of which nobody's name is told. */
  unnamed: number;
}

const FROM_MESSAGE = '公众号消息';

interface Article {
  readers: Set<string>;
  clicks: number;
  anonymous: number;
  comments: number;
  likes: number;
  shares: number;
  favourites: number;
}

interface Push {
  segmented: boolean;
  sent: number;
  /** By position, the top article first. */
  articles: Article[];
  /** Who clicked or commented. */
  people: Set<string>;
}

/** W-24, 25, 26, 36. Clicks are the product's own and known at once; everything else as far as WeChat had told it. */
export function countPosts(lines: readonly LedgerLine[], scope: CountScope): PostCounts {
  const pushes: Push[] = [];
  const articles = new Map<string, { article: Article; push: Push; before: number }>();
  for (const line of lines) {
    if (line.type !== 'mass' || line.accepted! < scope.from || line.accepted! >= scope.to || !line.dataId) continue;
    const before = scope.readBefore(line.accepted!);
    if (before === null) continue;
    const push: Push = {
      segmented: line.to === 'list' ? scope.toSegment(line.source!) : line.to === 'tag', sent: line.sent!, people: new Set(),
      articles: Array.from({ length: line.articles! }, newArticle),
    };
    pushes.push(push);
    push.articles.forEach((article, index) => articles.set(`${line.dataId}_${index + 1}`, { article, push, before }));
  }
  for (const line of lines) {
    const found = line.msgid === undefined ? undefined : articles.get(line.msgid);
    if (found) note(line, found.article, found.push, line.at < found.before);
  }
  const whole = totalOf(pushes);
  return { counted: figuresOf(pushes), unnamed: whole.likes + whole.shares + whole.favourites };
}

const newArticle = (): Article => ({ readers: new Set(), clicks: 0, anonymous: 0, comments: 0, likes: 0, shares: 0, favourites: 0 });

function note(line: LedgerLine, article: Article, push: Push, told: boolean): void {
  if (line.type === 'click' && line.outside) article.anonymous += 1;
  else if (line.type === 'click') {
    article.clicks += 1;
    push.people.add(line.openid!);
  }
  if (!told) return;
  if (line.type === 'read' && line.source === FROM_MESSAGE) article.readers.add(line.openid!);
  if (line.type === 'comment') {
    article.comments += 1;
    push.people.add(line.openid!);
  }
  if (line.type === 'engage') {
    article.likes += line.like! + line.zaikan!;
    article.shares += line.share!;
    article.favourites += line.favourite!;
  }
}

function totalOf(pushes: readonly Push[]) {
  const all = pushes.flatMap((push) => push.articles);
  const sum = (of: (article: Article) => number) => all.reduce((total, article) => total + of(article), 0);
  const total = {
    readers: sum(({ readers }) => readers.size), clicks: sum(({ clicks }) => clicks), anonymous: sum(({ anonymous }) => anonymous),
    comments: sum(({ comments }) => comments), likes: sum(({ likes }) => likes), shares: sum(({ shares }) => shares), favourites: sum(({ favourites }) => favourites),
  };
  return { ...total, actions: total.clicks + total.comments + total.likes + total.shares + total.favourites };
}

function figuresOf(pushes: readonly Push[]): Counted[] {
  const { readers, anonymous, actions, ...kinds } = totalOf(pushes);
  const segmented = totalOf(pushes.filter((push) => push.segmented));
  const everyone = totalOf(pushes.filter((push) => !push.segmented));
  const opened = (positions: readonly number[]) => ({
    numerator: pushes.reduce((sum, push) => sum + positions.reduce((part, at) => part + (push.articles[at]?.readers.size ?? 0), 0), 0),
    denominator: pushes.reduce((sum, push) => sum + positions.filter((at) => at < push.articles.length).length * push.sent, 0),
  });
  const eight = [0, 1, 2, 3, 4, 5, 6, 7];
  return [
    { metric: 'post_engagement', key: '', numerator: actions, denominator: readers },
    { metric: 'post_engagement_people', key: '', numerator: pushes.reduce((sum, { people }) => sum + people.size, 0), denominator: readers },
    ...Object.entries({ ...kinds, anonymous_clicks: anonymous }).map(([key, numerator]) => ({ metric: 'post_actions', key, numerator, denominator: readers })),
    { metric: 'segmented_engagement', key: 'segmented', numerator: segmented.actions, denominator: segmented.readers },
    { metric: 'segmented_engagement', key: 'everyone', numerator: everyone.actions, denominator: everyone.readers },
    { metric: 'open_rate', key: '', ...opened(eight) },
    ...eight.map((position) => ({ metric: 'open_rate_by_position', key: String(position + 1), ...opened([position]) })).filter(({ denominator }) => denominator > 0),
  ];
}
