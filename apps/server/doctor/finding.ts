import type { Text } from '@qingniao/kernel';

/** `note`: works, but somebody should know. */
export type FindingState = 'good' | 'note' | 'bad';

export interface Finding extends Text {
  area: string;
  state: FindingState;
}

const finding = (state: FindingState) => (area: string, zh: string, en: string = zh): Finding => ({ area, state, zh, en });

/** Without an English sentence the words are the same in both languages: names and numbers. */
export const good = finding('good');
export const note = finding('note');
export const bad = finding('bad');

export const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`;
