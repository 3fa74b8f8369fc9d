import type { Text } from '@qingniao/kernel';
import type { CalibratedRow, LostRow } from './calibrated.ts';
import type { MeasuredRow } from './measured.ts';

/** What the numbers of a proof carry, in one sentence. */
export function verdictOf(measured: readonly MeasuredRow[], calibrated: readonly CalibratedRow[] | null, lost: readonly LostRow[]): Text {
  if (measured.length === 0) return { zh: '没有可核对的指标：该品牌没有沙盒中的公众号。', en: 'There is nothing to compare: the brand has no account of the sandbox.' };
  const parts = [measuredWords(measured.length, measured.filter(({ equal }) => !equal).length)];
  if (calibrated) parts.push(calibratedWords(calibrated.length, calibrated.filter(({ holds }) => !holds).length));
  if (lost.length > 0) parts.push({ zh: `报告已缺失的 ${lost.length} 个数值不核对`, en: `${lost.length} cells the report lost are not checked` });
  return { zh: `${parts.map(({ zh }) => zh).join('；')}。`, en: `${parts.map(({ en }) => en).join('; ')}.` };
}

const measuredWords = (all: number, unequal: number): Text => (unequal === 0
  ? { zh: `${all} 项数值的分子与分母均与沙盒台账相等`, en: `All ${all} figures equal the sandbox’s ledger, numerator and denominator` }
  : { zh: `${all} 项数值中有 ${unequal} 项与沙盒台账不等`, en: `Figures that differ from the sandbox’s ledger: ${unequal} of ${all}` });

const calibratedWords = (all: number, off: number): Text => (off === 0
  ? { zh: `${all} 个公开数值全部在允许范围内`, en: `all ${all} published values are met within what is allowed` }
  : { zh: `${all} 个公开数值中有 ${off} 个超出允许范围`, en: `published values further off than is allowed: ${off} of ${all}` });
