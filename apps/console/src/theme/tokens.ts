import type { Language } from '../lib/format.ts';

/** The colours of the house: ink on paper, and its mirror for dark rooms. Everything on screen takes its colour from here. */
const light = {
  paper: '#FBF9F5',
  surface: '#FFFFFF',
  sunken: '#F5F2EB',
  hairline: '#E7E2D8',
  hairlineStrong: '#CFC8BA',
  ink: '#1C1B19',
  ink2: '#5C5851',
  ink3: '#6E685E',
  cinnabar: '#B23A2B',
  cinnabarHover: '#9C3022',
  cinnabarText: '#B23A2B',
  cinnabarWash: '#F8EEEA',
  onCinnabar: '#FFFFFF',
  jade: '#2E6B5E',
  jadeWash: '#EAF2EF',
  ochre: '#B8863B',
  ochreText: '#8A6116',
  ochreWash: '#F8F1E3',
  indigo: '#34507A',
  alarm: '#C4361F',
  alarmWash: '#FBEDEA',
  lift: '0 12px 32px rgba(28, 27, 25, 0.10)',
};

export type Tokens = typeof light;
export type Scheme = 'light' | 'dark';

const dark: Tokens = {
  paper: '#171614',
  surface: '#1F1E1B',
  sunken: '#141311',
  hairline: '#35322C',
  hairlineStrong: '#4C4840',
  ink: '#ECE8DF',
  ink2: '#B9B3A7',
  ink3: '#9A9488',
  cinnabar: '#BC4636',
  cinnabarHover: '#CB5646',
  cinnabarText: '#E58A7B',
  cinnabarWash: '#36211D',
  onCinnabar: '#FFFFFF',
  jade: '#7DBBAA',
  jadeWash: '#1B2B27',
  ochre: '#C2924A',
  ochreText: '#D8B277',
  ochreWash: '#2F2719',
  indigo: '#96B0DA',
  alarm: '#F08A78',
  alarmWash: '#3A201B',
  lift: '0 12px 32px rgba(0, 0, 0, 0.45)',
};

export const tokens: Record<Scheme, Tokens> = { light, dark };

export const sans =
  '"PingFang SC","Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",system-ui,sans-serif';
/**
 * Chinese fonts draw ’ “ ” … as wide as a character, which is right in Chinese only; in English these
 * few marks come from a Latin font (`@font-face` in global.css).
 */
export const sansOf = (language: Language): string => (language === 'en' ? `"Latin marks",${sans}` : sans);
const serifOf = (language: Language): string => (language === 'en' ? `"Latin marks serif",${serif}` : serif);

export const serif = '"Songti SC","Noto Serif SC","Noto Serif CJK SC",Georgia,serif';
export const mono = 'ui-monospace,"SF Mono",Menlo,Consolas,"Noto Sans Mono CJK SC",monospace';

const kebab = (name: string) => name.replace(/([A-Z]|\d+)/g, (part) => `-${part.toLowerCase()}`);

/** Writes the scheme's tokens and the language's fonts as custom properties (`--ink-2`) on the root element, for the style sheets. */
export function applyScheme(scheme: Scheme, language: Language): void {
  const root = document.documentElement;
  root.dataset.scheme = scheme;
  root.style.colorScheme = scheme;
  for (const [name, value] of Object.entries(tokens[scheme])) root.style.setProperty(`--${kebab(name)}`, value);
  root.style.setProperty('--sans', sansOf(language));
  root.style.setProperty('--serif', serifOf(language));
  root.style.setProperty('--mono', mono);
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', tokens[scheme].paper);
}
