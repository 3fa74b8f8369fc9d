import type { Chapter, Source } from '../metric.ts';

/** What the report says of itself; figures bring their own words. */
const zh = {
  title: '微信社群指数报告', allAccounts: '全部公众号', benchmark: '基准', editionOfBenchmark: '所用基准', observedSince: '个人数据起始', period: '期间', made: '制表',
  headOffice: '总部版：仅汇总数据，少于 10 人的数字不显示', coverNote: '各月净增关注者', scorecard: '关键指标一览', scorecardLead: '每个数字都附有构成；定义与来源见脚注与文末。',
  newFollows: '新关注', shareOfNew: '占新关注', goneOfNew: '新关注流失', leftOfAll: '期内取关', monthlyActive: '月活跃', costPerKept: '留存成本',
  figure: '指标', ours: '本期', made_of: '构成', previous: '上期', edition: '版本', threeFigures: '三个要紧的数字', notEnough: '数据尚不足以得出这个数字。', stagesWithheld: '有阶段不足 10 人，总部版不显示。', hidden: '不足 10 人，或可由此推算出不足 10 人的数字，总部版不显示。',
  notMeasured: '本期无法得出的数字', previousIs: (value: string) => `上期 ${value}`, noPrevious: '无可比的上期', yearly: '全年值', dagger: '† 基准为全年值，本期不足一年或观察不全，不计差异。', numerator: '分子', denominator: '分母', source: '来源',
  active: '活跃', inactive: '不活跃', gained: '新增', lost: '取关', net: '净增', notesOnChart: '图中标记', shareOfPeople: '人数占比', shareOfMoney: '金额占比', value: '价值', stage: '阶段', plan: '关注者计划', target: '目标',
  howMade: '数字如何得出', method: '口径', sources: '各指标的来源', missing: '尚缺的数据', nothingMissing: '本期没有缺失的数据。', wrong: '已发表的报告有误或缺失之处', wrongLead: '本报告按原始数字重新计算，并注明差异：', editions: '所引基准',
  ofPushes: (shown: number, all: number) => `最近 ${shown} 次，共 ${all} 次`, perPush: '群发后 48 小时', suppressed: '“<10”：少于 10 人。“不显示”：据此可推算出少于 10 人的数字。关注者等分母取整到十。', shortEdition: '“指数”即《微信奢侈品指数》。',
  range: (low: string, high: string) => `${low} 至 ${high}`, segmentValue: '各阶段的价值', beyondLeads: '已过潜在客户阶段的人', planDelta: '计划新增关注者', noPlan: '尚未保存覆盖本期的计划。', modelled: '按现有人数、转化率与客单价估算', modelledAtEnd: '按期末人数、转化率与客单价估算',
  planAgainstActual: '计划完成得如何？', planned: '计划', actual: '实际', plannedAndNet: (until: string, net: string, planned: string) => `截至 ${until}，净增 ${net}，同期计划 ${planned}。`,
};
type Words = typeof zh;
const en: Words = {
  title: 'WeChat Community Index', allAccounts: 'All official accounts', benchmark: 'Benchmark', editionOfBenchmark: 'Benchmarks', observedSince: 'People observed since', period: 'Period', made: 'Prepared',
  headOffice: 'Head-office version: aggregates only, counts under ten people are not shown', coverNote: 'Net new followers, month by month', scorecard: 'Key indicators at a glance',
  scorecardLead: 'Every figure stands with what it is made of; definitions and sources are in the footnotes and on the last pages.',
  newFollows: 'New follows', shareOfNew: 'Share of new', goneOfNew: 'Gone of new', leftOfAll: 'Left in period', monthlyActive: 'Monthly active', costPerKept: 'Cost per kept',
  figure: 'Figure', ours: 'This period', made_of: 'Made of', previous: 'Before', edition: 'Edition', threeFigures: 'Three figures that matter', notEnough: 'There is not enough data for this figure yet.', stagesWithheld: 'A stage has under ten people; the head-office version does not show it.', hidden: 'It rests on counts under ten people, or such a count could be computed from it; the head-office version does not show it.',
  notMeasured: 'Not to be had for this period', previousIs: (value) => `${value} in the period before`, noPrevious: 'No comparable period before', yearly: 'of a full year', dagger: '† A benchmark of a full year, set beside a period that is shorter or not observed in full.', numerator: 'Numerator', denominator: 'Denominator', source: 'Source',
  active: 'Active', inactive: 'Inactive', gained: 'Gained', lost: 'Lost', net: 'Net', notesOnChart: 'Marks', shareOfPeople: 'Of people', shareOfMoney: 'Of value', value: 'Value', stage: 'Stage', plan: 'Follower plan', target: 'target',
  howMade: 'How these numbers were made', method: 'Method', sources: 'Sources of each figure', missing: 'What is missing', nothingMissing: 'Nothing is missing in this period.', wrong: 'What the published report got wrong, or lost',
  wrongLead: 'This report computes from the published figures themselves and says where they differ:', editions: 'Benchmarks quoted',
  ofPushes: (shown, all) => `the last ${shown} of ${all}`, perPush: 'Within 48 hours of the push', suppressed: '“<10”: a count under ten people. “Withheld”: a count from which such a one could be computed. Followers and other bases are in tens.', shortEdition: '“Index” is the WeChat Luxury Index.',
  range: (low, high) => `${low} to ${high}`, segmentValue: 'What each stage is worth', beyondLeads: 'People past the first stage', planDelta: 'Planned new followers',
  noPlan: 'No plan covering this period is saved.', modelled: 'estimated from people, conversions and average purchases of today', modelledAtEnd: 'estimated from people at the end of the period, conversions and average purchases',
  planAgainstActual: 'Is the plan on course?', planned: 'planned', actual: 'actual', plannedAndNet: (until, net, planned) => `Net ${net} followers by ${until}; the plan for that time is ${planned}.`,
};
export const words = { zh, en };
export type { Words };

export const sourceWords: Record<Source, { zh: string; en: string }> = {
  callback: { zh: '微信回调（按人）', en: 'WeChat callbacks, per person' },
  platform: { zh: '微信汇总数据', en: 'WeChat’s aggregates' },
  own_link: { zh: '自有追踪链接', en: 'Own tracked links' },
  stated: { zh: '品牌录入', en: 'Entered by the brand' },
};

/** The study's own name is said once, under the scorecard. */
export const shortEdition = (edition: string): string => edition.replace('WeChat Luxury Index', 'Index').replace('微信奢侈品指数', '指数');

/** The number before a chapter's title. */
export const numerals: Record<Chapter, { zh: string; en: string }> = {
  acquisition: { zh: '第一章', en: 'Chapter I' },
  engagement: { zh: '第二章', en: 'Chapter II' },
  content: { zh: '第三章', en: 'Chapter III' },
  opportunities: { zh: '第四章', en: 'Chapter IV' },
};

/** How the figures were made, whatever they are. */
export const method: readonly { zh: string; en: string }[] = [
  { zh: '日、月、年均按北京时间计；未结束的期间计到制表时刻。', en: 'Days, months and years are those of Beijing; a period that is not over ends when the report was prepared.' },
  { zh: '关注、取关、菜单、消息与扫码来自微信回调，逐人记录；送达、阅读、分享、收藏只有微信的汇总数据；链接点击来自自有链接，未识别到个人的点击单独计数。', en: 'Follows, unfollows, menu taps, messages and scans come from WeChat’s callbacks, person by person; deliveries, readers, shares and favourites exist as WeChat’s aggregates only; link clicks come from the brand’s own links, and those of nobody known are counted apart.' },
  { zh: '同一整体各部分的百分比按最大余数法取一位小数，合计为 100.0；其余比率不足 10% 时取两位小数，否则取一位。', en: 'Parts of a whole are rounded to one decimal by largest remainder and add up to 100.0; other rates show two decimals under 10 % and one above.' },
  { zh: '文字中的“高于”“低于”只在本品牌数字的 95% 区间不含基准时使用；不足 100 人或 5 次的数字不作文字判断。', en: 'Sentences say above or below only where the 95 % range of the brand’s figure leaves the benchmark out; figures on fewer than 100 people or 5 cases carry no sentence.' },
  { zh: '各版基准的样本与定义不同，因此总是注明版本，不同版本不相连接。', en: 'Samples and definitions of the benchmarks changed between editions; the edition always stands beside the value, and editions are never joined.' },
];
