import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** On the sandbox's phone: makes a WeChat user and is them from now on. @returns their openid */
export async function becomeNewPerson(phone: Page): Promise<string> {
  await expect.poll(() => phone.getByTestId('account').inputValue()).not.toBe('');
  const [answer] = await Promise.all([
    phone.waitForResponse((one) => one.request().method() === 'POST' && one.url().endsWith('/sandbox/people')),
    phone.getByTestId('new-person').click(),
  ]);
  const { openid } = (await answer.json()) as { openid: string };
  // The page may have been somebody else before.
  await expect.poll(() => phone.getByTestId('person').inputValue()).toBe(openid);
  return openid;
}
