import { badRequest } from '@qingniao/kernel';

/** Characters. */
export const LONGEST_MESSAGE = 120;
export const LONGEST_NAME = 20;

/** Control and invisible characters, among them those that turn the direction of a text. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu;
/** A gift is no place to lead people elsewhere. */
const link = /https?:|www\.|\b[a-z0-9-]+\.(?:com|cn|net|org|top|xyz|shop|vip|link|me|io)\b|[#＃]小程序/i;

/**
 * What one person writes to another, as it is kept: one way to write it, without what cannot be seen. Joiners inside emoji go,
 * the emoji stay. @throws Problem words_empty, words_too_long, words_with_link (422)
 */
export function cleanWords(text: string, most: number, field: string): string {
  const clean = text.normalize('NFC').replace(/\r\n?|\n/g, ' ').replace(invisible, '').trim().replace(/\s+/g, ' ');
  if (clean === '') throw badRequest('words_empty', { zh: '请写点什么。', en: 'Write something first.' }, { field });
  if ([...clean].length > most) throw badRequest('words_too_long', { zh: `最多 ${most} 个字。`, en: `At most ${most} characters.` }, { field, data: { most } });
  if (link.test(clean)) throw badRequest('words_with_link', { zh: '留言中不能包含链接，请删去后重试。', en: 'Links cannot be sent with a gift; take it out.' }, { field });
  return clean;
}
