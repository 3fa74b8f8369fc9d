import type { Caller, JsonAnswer } from '../call.ts';

/** One article of a push; `index` counts from 0. */
export interface ArticleRef {
  msgDataId: string;
  index?: number;
}

export interface ArticleComment {
  user_comment_id: string;
  openid: string;
  create_time: number;
  content: string;
  /** 1 elected. */
  comment_type: number;
  reply: { content: string; create_time: number } | null;
}

interface RawComment extends Omit<ArticleComment, 'user_comment_id' | 'reply'> {
  user_comment_id: string | number;
  reply?: { content: string; create_time: number } | { content: string; create_time: number }[];
}

/** Article comments (official-account 20). 88000 when the account has no comments. */
export const commentsApi = (call: Caller) => {
  const post = <T = JsonAnswer>(action: string, article: ArticleRef, more: JsonAnswer = {}) =>
    call.json<T>({
      method: 'POST',
      path: `/cgi-bin/comment/${action}`,
      json: { msg_data_id: article.msgDataId, ...(article.index === undefined ? {} : { index: article.index }), ...more },
    });
  const onComment = (action: string) => (article: ArticleRef, commentId: string) => post(action, article, { user_comment_id: commentId });
  return {
    open: (article: ArticleRef) => post('open', article),
    close: (article: ArticleRef) => post('close', article),
    /** `count` at most 49; `type` 0 all, 1 ordinary, 2 elected. */
    list: async (article: ArticleRef, page: { begin: number; count: number; type: 0 | 1 | 2 }) => {
      const answer = await post<{ total: number; comment: RawComment[] }>('list', article, { ...page });
      return { total: answer.total, comments: answer.comment.map(readComment) };
    },
    elect: onComment('markelect'),
    unelect: onComment('unmarkelect'),
    remove: onComment('delete'),
    reply: (article: ArticleRef, commentId: string, content: string) => post('reply/add', article, { user_comment_id: commentId, content }),
    removeReply: onComment('reply/delete'),
  };
};

const readComment = (raw: RawComment): ArticleComment => ({
  ...raw,
  user_comment_id: String(raw.user_comment_id),
  reply: (Array.isArray(raw.reply) ? raw.reply[0] : raw.reply) ?? null,
});
