/** A dashboard in the right sidebar, as wide as a test wants it. */
import type { Locator, Page } from 'playwright-core';

interface HostWindow {
  readonly app: {
    readonly workspace: {
      getRightLeaf(split: boolean): { setViewState(state: object): Promise<void> };
      revealLeaf(leaf: object): void;
    };
  };
}

/** `width` in pixels. Answers with the dashboard's pane, once a question stands in it. */
export async function openInSidebar(page: Page, width: number): Promise<Locator> {
  await page.evaluate(async () => {
    const { workspace } = (window as unknown as HostWindow).app;
    const leaf = workspace.getRightLeaf(false);
    await leaf.setViewState({ type: 'question-stance-dashboard', active: true });
    workspace.revealLeaf(leaf);
  });
  await page.locator('.mod-right-split').evaluate((split: HTMLElement, px) => {
    const size = `${String(px)}px`;
    Object.assign(split.style, { width: size, flexBasis: size, minWidth: '0' });
  }, width);
  const pane = page.locator('.mod-right-split .question-stance-dashboard');
  await pane.locator('.question-stance-question').first().waitFor();
  return pane;
}
