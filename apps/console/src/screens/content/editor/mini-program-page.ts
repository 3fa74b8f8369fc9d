import type { Kept } from './kept.ts';
import { isTracked } from './tracked-link.ts';

/** A page of a mini program as links and cards name it (official-account 13). */
export interface MiniProgramPage {
  appid: string;
  path: string;
}

export const pageOf = (kept: Kept | null | undefined): MiniProgramPage | null =>
  kept?.['data-miniprogram-appid'] ? { appid: kept['data-miniprogram-appid'], path: kept['data-miniprogram-path'] ?? '' } : null;

/** The attributes of `kept` with this page in them, or without any for null. */
export function keptWith(kept: Kept | null | undefined, page: MiniProgramPage | null): Kept | null {
  const { 'data-miniprogram-appid': _, 'data-miniprogram-path': __, ...rest } = kept ?? {};
  const next: Kept = page ? { ...rest, 'data-miniprogram-appid': page.appid, 'data-miniprogram-path': page.path } : rest;
  return Object.keys(next).length === 0 ? null : next;
}

/** Whether it says already which placement it is. */
export const isCounted = ({ appid, path }: MiniProgramPage): boolean => isTracked(`${appid}/${path}`);
