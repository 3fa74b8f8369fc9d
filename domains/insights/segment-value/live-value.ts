import { localDay, now, type Text } from '@qingniao/kernel';
import { stageOrder, type Stage } from '@qingniao/people';
import { asking } from '../ask.ts';
import { stagesAtEnd, stageWalk } from '../engagement/index.ts';
import type { Period, Readers } from '../metric.ts';
import { type Standing, standingStill } from '../standing.ts';
import { measureConversions, MINIMUM_CONVERTED, MINIMUM_EXPOSED, type MeasuredConversion } from './conversions.ts';
import { segmentValue, type Conversion, type SegmentValue } from './segment-value.ts';
import { readSegmentSettings, type SegmentSettings } from './settings.ts';

export interface LiveConversion extends Omit<MeasuredConversion, 'rate'> {
  rate: number | null;
  /** Where the rate comes from; null when there is none. */
  from: 'measured' | 'stated' | null;
}

export interface LiveSegmentValue extends SegmentValue {
  period: Period;
  settings: SegmentSettings;
  conversions: LiveConversion[];
  /** What is missing or weak in the result. */
  notes: Text[];
}

/** W-30 on the brand's own people: the stages of today (or of another day), conversions measured over the period, purchases as the brand states them. */
export async function liveSegmentValue(readers: Readers, period: Period, asOf = localDay(now())): Promise<LiveSegmentValue> {
  const { brand } = readers;
  const [settings, [people, measured]] = await Promise.all([
    readSegmentSettings(brand, brand.brandId), standingStill(readers, (standing) => Promise.all([stagesOn(standing, asOf), measureConversions(standing, period)])),
  ]);
  const conversions = stageOrder.map((stage) => conversionFor(stage, measured.find((one) => one.stage === stage), settings.rates[stage]));
  const usable = Object.fromEntries(conversions.map(({ stage, rate, interval }) =>
    [stage, rate === null ? null : { rate, ...interval }])) as Record<Stage, Conversion | null>;
  return {
    ...segmentValue({ people, conversions: usable, purchases: settings.purchases }),
    period, settings, conversions, notes: notesOn(conversions, settings),
  };
}

async function stagesOn(standing: Standing, day: string): Promise<Record<Stage, number>> {
  const period = { from: day, to: day };
  return stagesAtEnd(await asking(standing, { brandId: standing.brand.brandId, period, assetId: null })(stageWalk), period);
}

function conversionFor(stage: Stage, measured: MeasuredConversion | undefined, stated: number | null): LiveConversion {
  if (measured && measured.rate !== null) return { ...measured, from: 'measured' };
  return { stage, exposed: 0, converted: 0, rate: stated, interval: null, thin: false, from: stated === null ? null : 'stated' };
}

function notesOn(conversions: readonly LiveConversion[], { purchases }: SegmentSettings): Text[] {
  const notes: Text[] = [];
  if (Object.values(purchases).includes(null)) {
    notes.push({ zh: '请填写客单价：金额由品牌录入。', en: 'Enter the average purchases: they are stated by the brand.' });
  }
  if (conversions.some(({ rate }) => rate === null)) {
    notes.push({ zh: '部分阶段没有可测的转化，请填写转化率，否则该阶段没有金额。', en: 'Some conversions cannot be measured; state them, or their stage has no value.' });
  }
  if (conversions.some(({ thin }) => thin)) {
    notes.push({
      zh: `部分转化率的数据单薄（阶段内少于 ${MINIMUM_EXPOSED} 人，或转化少于 ${MINIMUM_CONVERTED} 人），请看区间而非单个数值。`,
      en: `Some conversions rest on few people (under ${MINIMUM_EXPOSED} in the stage or ${MINIMUM_CONVERTED} converted); read their range, not the single value.`,
    });
  }
  return notes;
}
