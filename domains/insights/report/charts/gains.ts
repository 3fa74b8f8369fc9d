import { html, type Html } from '../html.ts';

export interface Gain {
  label: string;
  /** Null where suppressed. */
  gained: number | null;
  lost: number | null;
  text: { gained: string; lost: string; net: string };
}

const HALF = 500;

/** W-11: what each push brought to the right, what it cost to the left. */
export function gains(rows: readonly Gain[], heads: { gained: string; lost: string; net: string }): Html {
  const most = Math.max(...rows.flatMap(({ gained, lost }) => [gained ?? 0, lost ?? 0]), 1);
  const length = (value: number | null): string => (((value ?? 0) / most) * HALF).toFixed(1);
  return html`<table class="bars gains"><thead><tr><th></th><td class="value">${heads.lost}</td><td class="bar"></td><td class="value left">${heads.gained}</td><td class="detail">${heads.net}</td></tr></thead><tbody>${rows.map(({ label, gained, lost, text }) => html`<tr><th scope="row">${label}</th>
<td class="value">${text.lost}</td><td class="bar"><svg viewBox="0 0 ${2 * HALF} 44" preserveAspectRatio="none" aria-hidden="true"><rect x="${(HALF - Number(length(lost))).toFixed(1)}" y="11" width="${length(lost)}" height="22" class="range"/><rect x="${HALF}" y="11" width="${length(gained)}" height="22" class="ink"/><line x1="${HALF}" x2="${HALF}" y1="0" y2="44" class="base"/></svg></td><td class="value left">${text.gained}</td><td class="detail">${text.net}</td></tr>`)}</tbody></table>`;
}

export const gainsHeight = (rows: readonly Gain[]): number => 7 + rows.length * 6.8;
