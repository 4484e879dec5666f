/** The dashboard's matrix, which stands collapsed where there is little room. */
import type { Locator, Page } from 'playwright-core';

export async function expandMatrix(within: Page | Locator): Promise<void> {
  await within.locator('.question-stance-matrix-toggle').waitFor();
  const collapsed = within.locator('.question-stance-matrix-toggle[aria-expanded="false"]');
  if ((await collapsed.count()) > 0) await collapsed.click();
}
