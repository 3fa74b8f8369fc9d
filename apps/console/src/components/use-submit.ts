import type { FormInstance } from 'antd';
import { useState } from 'react';
import { ApiError, messageOf } from '../api/problem.ts';

/**
 * Sends a form once: what the server says about a field stands beside that field,
 * anything else in `failure`; what was typed stays.
 */
export function useSubmit<T extends object>(form: FormInstance<T>, send: (values: T) => Promise<unknown>) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const submit = async (values: T) => {
    setBusy(true);
    setFailure(null);
    try {
      await send(values);
    } catch (error) {
      const path = error instanceof ApiError && error.field ? error.field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)) : null;
      const known = path !== null && form.getFieldInstance(path as never) !== undefined;
      if (known) form.setFields([{ name: path as never, errors: [messageOf(error)] }]);
      else setFailure(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, submit };
}
