import { html, type Html, linked } from '../html.ts';

export interface Gain {
  label: string;
  /** Null where suppressed. */
  gained: number | null;
  lost: number | null;
  text: { gained: string; lost: string; net: string };
  /** Where their rows are. */
  rows: { gained: string | null; lost: string | null };
}

const HALF = 500;

/** Two amounts of one scale, away from the middle: hollow to the left, ink to the right. */
export function opposed(left: number | null, right: number | null, most: number): Html {
  const length = (value: number | null): number => ((value ?? 0) / most) * HALF;
  return html`<svg viewBox="0 0 ${2 * HALF} 44" preserveAspectRatio="none" aria-hidden="true"><rect x="${(HALF - length(left)).toFixed(1)}" y="11" width="${length(left).toFixed(1)}" height="22" class="range"/><rect x="${HALF}" y="11" width="${length(right).toFixed(1)}" height="22" class="ink"/><line x1="${HALF}" x2="${HALF}" y1="0" y2="44" class="base"/></svg>`;
}

/** W-11: what each push brought to the right, what it cost to the left. */
export function gains(rows: readonly Gain[], heads: { gained: string; lost: string; net: string }): Html {
  const most = Math.max(...rows.flatMap(({ gained, lost }) => [gained ?? 0, lost ?? 0]), 1);
  return html`<table class="bars gains"><thead><tr><th></th><td class="value">${heads.lost}</td><td class="bar"></td><td class="value left">${heads.gained}</td><td class="detail">${heads.net}</td></tr></thead><tbody>${rows.map(({ label, gained, lost, text, rows: behind }) => html`<tr><th scope="row">${label}</th>
<td class="value">${linked(text.lost, behind.lost)}</td><td class="bar">${opposed(lost, gained, most)}</td><td class="value left">${linked(text.gained, behind.gained)}</td><td class="detail">${text.net}</td></tr>`)}</tbody></table>`;
}

export const gainsHeight = (rows: readonly Gain[]): number => 7 + rows.length * 6.8;
