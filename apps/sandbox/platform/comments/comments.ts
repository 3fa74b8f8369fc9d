export interface Comment {
  id: number;
  openid: string;
  /** Seconds. */
  at: number;
  content: string;
  elected: boolean;
  reply: { content: string; at: number } | null;
}
export interface Comments {
  /** msgid → comments; a closed article takes none. */
  byArticle: Map<string, Comment[]>;
  closed: Set<string>;
  next: number;
}
export const newComments = (): Comments => ({ byArticle: new Map(), closed: new Set(), next: 1 });

export function addComment(comments: Comments, msgid: string, openid: string, content: string, at: number): boolean {
  if (comments.closed.has(msgid)) return false;
  const list = comments.byArticle.get(msgid) ?? [];
  comments.byArticle.set(msgid, list);
  list.push({ id: comments.next++, openid, at: Math.floor(at / 1000), content, elected: false, reply: null });
  return true;
}
