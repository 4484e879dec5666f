/** The dashboard's matrix, which stands folded where there is little room. */
import type { Locator, Page } from 'playwright-core';

export async function unfoldMatrix(within: Page | Locator): Promise<void> {
  await within.locator('.question-stance-fold').waitFor();
  const folded = within.locator('.question-stance-fold[aria-expanded="false"]');
  if ((await folded.count()) > 0) await folded.click();
}
