import type { Locator, Page } from 'playwright-core';

export const dialog = (page: Page): Locator => page.getByRole('dialog');

/** Presses the dialog's button and sees it close. */
export async function confirm(page: Page, verb: string): Promise<void> {
  await dialog(page).getByRole('button', { name: verb, exact: true }).click();
  await dialog(page).waitFor({ state: 'detached' });
}

/** Chooses from a list that is searched by typing. */
export async function choose(field: Locator, typed: string): Promise<void> {
  await field.click();
  await field.fill(typed);
  await field.page().locator('.ant-select-item-option-active').filter({ hasText: typed }).waitFor();
  await field.press('Enter');
}
