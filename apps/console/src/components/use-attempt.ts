import { useState } from 'react';
import { messageOf } from '../api/problem.ts';

/** Does something that may fail, one at a time: `busy` while it lasts, `failure` what the last one met. */
export function useAttempt() {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, attempt };
}
