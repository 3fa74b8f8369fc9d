import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Functions of a child process, called by name. */
type Calls = { [name: string]: (input: never) => unknown };

export interface Child {
  call<Answer>(name: string, input?: unknown): Promise<Answer>;
  stop(): Promise<void>;
}

interface Answer {
  id: number;
  value?: unknown;
  error?: string;
}

/** A process of its own for a part of a bench, so that measuring costs the measured nothing. `_Calls` names what it answers. */
export async function child<_Calls>(file: string): Promise<Child> {
  const started = fork(fileURLToPath(new URL(file, import.meta.url)), [], { execArgv: ['--import', 'tsx'], stdio: ['ignore', 2, 2, 'ipc'] });
  const waiting = new Map<number, (answer: Answer) => void>();
  let ids = 0;
  started.on('message', (answer: Answer) => waiting.get(answer.id)?.(answer));
  started.once('exit', (code) => {
    for (const [id, settle] of waiting) settle({ id, error: `${file} ended with ${code}` });
  });

  async function call<Value>(name: string, input?: unknown): Promise<Value> {
    const id = ++ids;
    const answer = await new Promise<Answer>((resolve) => {
      waiting.set(id, resolve);
      started.send({ id, name, input });
    });
    waiting.delete(id);
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value as Value;
  }

  await call('ready');
  return {
    call,
    async stop() {
      if (started.exitCode !== null) return;
      const ended = once(started, 'exit');
      await call('stop').catch(() => undefined);
      started.disconnect();
      await ended;
    },
  };
}

/** The child's side: answers calls by name. `stop` is called before the process ends. */
export function answer(calls: Calls & { stop?: () => unknown }): void {
  process.on('message', async ({ id, name, input }: { id: number; name: string; input: never }) => {
    try {
      const value = name === 'ready' ? true : await calls[name]?.(input);
      process.send!({ id, value });
    } catch (error) {
      process.send!({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  process.once('disconnect', () => process.exit());
}
