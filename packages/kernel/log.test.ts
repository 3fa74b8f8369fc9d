import { expect, it } from 'vitest';
import { createLog } from './log.ts';

it('says of an error what failed and where, and nothing of the people in it', () => {
  let said = '';
  const log = createLog('info', { write: (line) => void (said += line) });
  const refused = Object.assign(new Error("Can't send mail: 550 <anna@brand.com> unknown"), { rejected: ['anna@brand.com'], response: '550 anna@brand.com' });
  const row = Object.assign(new Error('duplicate key value violates unique constraint "identity_once"', { cause: refused }), {
    code: '23505', constraint: 'identity_once', detail: 'Key (brand_id, value)=(1, oAbC123openid) already exists.', answer: { openid: 'oAbC123openid' },
  });
  log.error({ err: row }, 'a projection failed');
  log.warn({ err: refused.message }, 'invitation mail failed');
  expect(said).not.toMatch(/oAbC123openid|anna@/);
  expect(said).toContain('a***@brand.com');
  expect(JSON.parse(said.split('\n')[0]!)).toMatchObject({ err: { type: 'Error', code: '23505', constraint: 'identity_once', stack: expect.stringContaining('log.test.ts'), cause: { type: 'Error' } } });
});

it('comes to an end where causes go round in a circle', () => {
  const error = new Error('first');
  error.cause = new Error('second', { cause: error });
  let said = '';
  createLog('info', { write: (line) => void (said += line) }).warn({ err: error }, 'round');
  expect(JSON.parse(said)).toMatchObject({ err: { message: 'first', cause: { message: 'second', cause: { message: 'first' } } } });
});

it('does not stop at a long text without spaces', () => {
  const log = createLog('info', { write: () => undefined });
  const began = performance.now();
  log.error({ err: new Error('字'.repeat(100_000)) }, 'a projection failed');
  expect(performance.now() - began).toBeLessThan(10_000);
});
