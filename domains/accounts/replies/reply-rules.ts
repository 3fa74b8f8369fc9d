import { type Text, badRequest } from '@qingniao/kernel';
import { type PassiveReply, REPLY_TEXT_BYTES } from '@qingniao/wechat';

/** welcome: a follow; keyword: a text; menu: a tap on an item of type click; default: any other message. */
export type ReplyTrigger = 'welcome' | 'keyword' | 'menu' | 'default';
export type KeywordMatch = 'exact' | 'contains';

export interface ReplyRule {
  id: string;
  assetId: string;
  trigger: ReplyTrigger;
  words: string[];
  match: KeywordMatch;
  reply: PassiveReply;
  enabled: boolean;
}

const refuse = (code: string, field: string, text: Text) => badRequest(code, text, { field });

/** Throws Problem 422 for what could never be answered (official-account 5). */
export function checkReply({ trigger, words, reply }: Pick<ReplyRule, 'trigger' | 'words' | 'reply'>): void {
  const named = trigger === 'keyword' || trigger === 'menu';
  if (named && (words.length === 0 || words.some((word) => fold(word) === ''))) {
    throw refuse('reply_words', 'words', { zh: '请至少填写一个关键词。', en: 'Give at least one keyword.' });
  }
  if (!named && words.length > 0) throw refuse('reply_words', 'words', { zh: '此类回复不需要关键词。', en: 'This kind of reply has no keywords.' });
  if (reply.type === 'text' && (reply.content.trim() === '' || Buffer.byteLength(reply.content) > REPLY_TEXT_BYTES)) {
    throw refuse('reply_content', 'reply.content', {
      zh: `回复文字为 1 到 ${REPLY_TEXT_BYTES} 字节（约 ${Math.floor(REPLY_TEXT_BYTES / 3)} 个汉字）。`,
      en: `A reply has 1 to ${REPLY_TEXT_BYTES} bytes (about ${Math.floor(REPLY_TEXT_BYTES / 3)} Chinese characters).`,
    });
  }
  const articles = trigger === 'welcome' || trigger === 'menu' ? 8 : 1;
  if (reply.type === 'news' && (reply.articles.length === 0 || reply.articles.length > articles)) {
    throw refuse('reply_articles', 'reply.articles', {
      zh: `此处图文消息为 1 到 ${articles} 篇。`, en: `A news reply has 1 to ${articles} articles here.`,
    });
  }
}

/** Width, case and surrounding space do not matter when people type. */
export const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
