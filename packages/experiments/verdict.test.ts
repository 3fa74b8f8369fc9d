import { describe, expect, it } from 'vitest';
import { verdictOf, type Finding } from './verdict.ts';

const finding = (differs: Partial<Finding>): Finding => ({
  control: '标识', treatment: '明星', metric: { zh: '打开率', en: 'open rate' }, better: 'higher', sound: true, enough: true, over: false,
  controlRate: 0.0973, treatmentRate: 0.1119, lift: { lift: 0.15, low: 0.04, high: 0.26 }, adjustedP: 0.05, alpha: 0.05, worthFinding: 0.1, ...differs,
});
const kindOf = (differs: Partial<Finding>) => {
  const { kind, stop } = verdictOf(finding(differs));
  return `${kind}${stop ? ', stop' : ''}`;
};

/** A narrow no-break space stands before the sign. */
const spaced = ({ zh, en }: { zh: string; en: string }) => ({ zh: zh.replaceAll('\u202F', ' '), en: en.replaceAll('\u202F', ' ') });

describe('the verdict', () => {
  it('is one sentence in both languages', () => {
    expect(spaced(verdictOf(finding({})).text)).toEqual({
      zh: '“明星”胜过“标识”：打开率 11.2 % 对 9.7 %，高 15.0 %（区间 +4.0 % 至 +26.0 %）。可以停止。',
      en: '“明星” beats “标识”: open rate 11.2 % against 9.7 %, 15.0 % higher (interval +4.0 % to +26.0 %). You can stop.',
    });
    expect(spaced(verdictOf(finding({ adjustedP: 0.5, over: true, lift: { lift: 0.01, low: -0.2, high: 0.22 } })).text).en)
      .toBe('No difference shown: open rate of “明星” and “标识” is 11.2 % against 9.7 % (interval −20.0 % to +22.0 %). A smaller difference needs more people.');
  });

  it('decides at the error rate and not above it', () => {
    expect(kindOf({})).toBe('better, stop');
    expect(kindOf({ adjustedP: 0.0501 })).toBe('undecided');
    expect(kindOf({ lift: { lift: -0.15, low: -0.26, high: -0.04 } })).toBe('worse, stop');
  });

  it('knows that fewer people leaving is better', () => {
    expect(kindOf({ better: 'lower', lift: { lift: -0.15, low: -0.26, high: -0.04 } })).toBe('better, stop');
    expect(kindOf({ better: 'lower' })).toBe('worse, stop');
  });

  it('stops when whatever there may be is not worth finding, or when it is over', () => {
    expect(kindOf({ adjustedP: 1, lift: { lift: 0, low: -0.09, high: 0.09 } })).toBe('no_difference, stop');
    expect(kindOf({ adjustedP: 1, lift: { lift: 0, low: -0.1, high: 0.09 } })).toBe('undecided');
    expect(kindOf({ adjustedP: 1, lift: { lift: 0, low: -0.1, high: 0.09 }, over: true })).toBe('no_difference, stop');
  });

  it('says nothing on too few events, and never anything on a broken split', () => {
    expect(kindOf({ enough: false })).toBe('too_early');
    expect(kindOf({ lift: null })).toBe('too_early');
    expect(kindOf({ enough: false, over: true })).toBe('no_difference, stop');
    const broken = verdictOf(finding({ sound: false }));
    expect(broken.kind).toBe('split_broken');
    expect(broken.text.en).not.toMatch(/\d/);
  });
});
