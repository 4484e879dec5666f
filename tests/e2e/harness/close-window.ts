/** Windows of a leaf's or the settings' own, as their users close them. */
import type { Page } from 'playwright-core';

/** Done once the window has gone, whether or not there was still time for an answer to what closes it. */
export async function closesWith(popup: Page, act: () => Promise<unknown>): Promise<void> {
  const closed = popup.waitForEvent('close');
  await Promise.all([closed, act().catch(() => closed)]);
}

/** By its window's own button. */
export async function closeWindow(popup: Page): Promise<void> {
  await closesWith(popup, () => popup.evaluate(() => window.close()));
}
