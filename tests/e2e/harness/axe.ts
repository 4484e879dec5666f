// What axe-core and the measure of contrast find wrong in a part of the page, in one theme.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { CONTRAST, faintTexts } from './faint-texts.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules about whole pages: the page is the host's. */
const OF_THE_PAGE = ['region', 'page-has-heading-one', 'landmark-one-main', 'bypass'];

export const THEMES = ['light', 'dark', 'forced'] as const;

export type Theme = (typeof THEMES)[number];

/** The page in the theme, with no colour on its way to another. */
async function dress(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ forcedColors: theme === 'forced' ? 'active' : 'none' });
  await page.evaluate((isDark) => {
    document.body.classList.toggle('theme-dark', isDark);
    document.body.classList.toggle('theme-light', !isDark);
    for (const animation of document.getAnimations()) {
      if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
    }
  }, theme === 'dark');
}

/** The faults within the parts that the selector names, in each theme, as sentences. */
export async function faultsWithin(
  page: Page,
  within: string,
  passes: readonly string[] = [],
): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const faults: string[] = [];
  for (const theme of THEMES) {
    await dress(page, theme);
    const found = [
      ...(await violations(page, within, theme, passes)),
      ...(await page.evaluate(faintTexts, [within, CONTRAST] as const)),
    ];
    faults.push(...found.map((fault) => `${theme}: ${fault}`));
  }
  return faults;
}

/** Of axe's rules, only that of contrast depends on the theme. */
function violations(
  page: Page,
  within: string,
  theme: Theme,
  passes: readonly string[],
): Promise<readonly string[]> {
  return page.evaluate(
    async ([include, rules, isFirst]) => {
      const { axe } = window as unknown as {
        axe: { run(context: unknown, options: unknown): Promise<AxeResults> };
      };
      const off = Object.fromEntries(rules.map((rule) => [rule, { enabled: false }]));
      const found = await axe.run(
        { include: [include] },
        {
          resultTypes: ['violations'],
          // The style sheets that it would fetch are for rules about the whole page.
          preload: false,
          ...(isFirst ? { rules: off } : { runOnly: ['color-contrast'] }),
        },
      );
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`,
        ),
      );
    },
    [within, [...OF_THE_PAGE, ...passes], theme === THEMES[0]] as const,
  );
}
