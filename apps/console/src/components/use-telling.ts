import { App } from 'antd';
import { messageOf } from '../api/problem.ts';

/** Does something whose failure nobody would see on the page: it is told in passing. */
export function useTelling() {
  const { message } = App.useApp();
  return async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      void message.error(messageOf(error));
    }
  };
}
