import { followClock } from '@qingniao/kernel';
import fc from 'fast-check';
import { Agent, setGlobalDispatcher } from 'undici';
import { afterAll } from 'vitest';
import { endWithFile } from '../support/ends-with-file.ts';

/** The same cases in every run; `FC_SEED=…` tries others. */
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20_261_122) });

// A server that starts again on its port is another one: connections are not kept until a request goes out on one to the former.
setGlobalDispatcher(new Agent({ keepAliveTimeout: 1, keepAliveMaxTimeout: 1 }));

// Files share a process: whatever time one of them lived in, the next begins in the present, and with nothing of it at work.
afterAll(() => void followClock(Date.now));
afterAll(endWithFile, 60_000);
