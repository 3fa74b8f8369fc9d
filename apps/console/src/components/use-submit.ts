import type { FormInstance } from 'antd';
import { ApiError, messageOf } from '../api/problem.ts';
import { useAttempt } from './use-attempt.ts';

/**
 * Sends a form once: what the server says about a field stands beside that field,
 * anything else in `failure`; what was typed stays.
 */
export function useSubmit<T extends object>(form: FormInstance<T>, send: (values: T) => Promise<unknown>) {
  const { busy, failure, attempt } = useAttempt();
  const submit = (values: T) => attempt(async () => {
    try {
      await send(values);
    } catch (error) {
      const path = error instanceof ApiError && error.field ? error.field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)) : null;
      const known = path !== null && form.getFieldInstance(path as never) !== undefined;
      if (!known) throw error;
      form.setFields([{ name: path as never, errors: [messageOf(error)] }]);
    }
  });
  return { busy, failure, submit };
}
