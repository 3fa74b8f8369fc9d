import { Refused } from '../wechat/wechat.ts';

export interface Callbacks<R = object> {
  success?(result: R & { errMsg: string }): void;
  fail?(error: { errMsg: string }): void;
  complete?(result: { errMsg: string }): void;
}

/**
 * One asynchronous API of WeChat: with callbacks it answers them, without any it is a promise. What is refused, or goes
 * wrong on the way, is a `fail`; a mistake of ours is one that says so.
 */
export function call<O extends object, R extends object | void>(name: string, work: (given: O) => R | Promise<R>): (given?: O & Callbacks<R extends object ? R : object>) => Promise<unknown> | undefined {
  return (given = {} as O) => {
    const { success, fail, complete } = given as Callbacks;
    const done = Promise.resolve().then(() => work(given)).then(
      (result) => ({ ...(result ?? {}), errMsg: `${name}:ok` }),
      (error: Error) => {
        if (!(error instanceof Refused)) console.error(error);
        throw Object.assign(new Error(`${name}:fail ${error.message}`), { errMsg: `${name}:fail ${error.message}` });
      },
    );
    if (!success && !fail && !complete) return done;
    void done.then((result) => {
      success?.(result);
      complete?.(result);
    }, (error: { errMsg: string }) => {
      fail?.({ errMsg: error.errMsg });
      complete?.({ errMsg: error.errMsg });
    });
    return undefined;
  };
}
