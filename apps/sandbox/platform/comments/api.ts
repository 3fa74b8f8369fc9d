import { fail } from '../errcodes/error.ts';
import { OK, type Answer, type Api, type Call } from '../http/define.ts';
import { integerAt, neededText } from '../http/read.ts';
import { seconds } from '../time/clock.ts';
import type { Comment } from './comments.ts';

const MOST = 49;

/** `index` is 0-based here, unlike datacube's (contract 20). */
function articleOf({ account, body }: Call): string {
  const msgid = `${neededText(body, 'msg_data_id', 88001)}_${integerAt(body, 'index', 0, 40060) + 1}`;
  return account.publishing.articles.has(msgid) ? msgid : fail(88001);
}
const commentOf = (call: Call): Comment => {
  const id = integerAt(call.body, 'user_comment_id', 0, 88008);
  return (call.account.comments.byArticle.get(articleOf(call)) ?? []).find((one) => one.id === id) ?? fail(88008);
};
const call = (name: string, handle: (call: Call) => Answer): Api => ({ path: `/cgi-bin/comment/${name}`, method: 'POST', right: 'comment', handle });
const done = (change: (call: Call) => void) => (made: Call): Answer => {
  change(made);
  return OK;
};

export const commentApis: readonly Api[] = [
  call('open', done((made) => made.account.comments.closed.delete(articleOf(made)))),
  call('close', done((made) => made.account.comments.closed.add(articleOf(made)))),
  call('list', (made) => {
    const { account, body } = made;
    const begin = integerAt(body, 'begin', 0, 88010);
    const count = integerAt(body, 'count', MOST, 88010);
    const type = integerAt(body, 'type', 0, 40097);
    if (begin < 0 || count < 1 || count > MOST) fail(88010);
    const all = (account.comments.byArticle.get(articleOf(made)) ?? []).filter((one) => type === 0 || one.elected === (type === 2));
    const comment = all.slice(begin, begin + count).map((one) => ({
      user_comment_id: one.id, openid: one.openid, create_time: one.at, content: one.content, comment_type: one.elected ? 1 : 0,
      reply: one.reply ? [{ content: one.reply.content, create_time: one.reply.at }] : [],
    }));
    return { ...OK, total: all.length, comment };
  }),
  call('markelect', done((made) => void (commentOf(made).elected = true))),
  call('unmarkelect', done((made) => void (commentOf(made).elected = false))),
  call('delete', done((made) => {
    const comment = commentOf(made);
    const list = made.account.comments.byArticle.get(articleOf(made))!;
    list.splice(list.indexOf(comment), 1);
  })),
  call('reply/add', done((made) => void (commentOf(made).reply = { content: neededText(made.body, 'content', 44004), at: seconds(made.now) }))),
  call('reply/delete', done((made) => void (commentOf(made).reply = null))),
];
