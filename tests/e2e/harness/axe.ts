// What axe-core and the measure of contrast find wrong in a part of the page, in every theme. A run of axe costs many
// times what the measure does, so that axe goes once through what a page shows, and then through what is new or
// changed: the rest is left out of its run. Colours alone, as of what the pointer is on or what holds the part, are
// the measure's, in every state and theme.
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
      // Of axe's rules, only that of contrast depends on the theme.
      ...(theme === THEMES[0]
        ? await page.evaluate(violations, [within, [...OF_THE_PAGE, ...passes]] as const)
        : []),
      ...(await page.evaluate(faintTexts, [within, CONTRAST] as const)),
    ];
    faults.push(...found.map((fault) => `${theme}: ${fault}`));
  }
  return faults;
}

/** Runs in the page: what axe finds by all rules but those, in what it has not gone through on this page before. */
async function violations([within, rules]: readonly [string, readonly string[]]): Promise<
  readonly string[]
> {
  const host = window as unknown as {
    axe: { run(context: unknown, options: unknown): Promise<AxeResults> };
    /** What axe has gone through, each element with all that is in it, as `describe` puts it. */
    seenByAxe?: Set<string>;
  };
  const seen = (host.seenByAxe ??= new Set());

  /** Whether it is shown, can be pointed at and scrolls, and what the elements that it refers to say. */
  const standing = (element: Element): string => {
    const { overflowX, overflowY, visibility, pointerEvents } = getComputedStyle(element);
    const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
    const referred = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'for']
      .flatMap((name) => element.getAttribute(name)?.split(/\s+/) ?? [])
      .map((id) => document.getElementById(id)?.textContent);
    return JSON.stringify([
      element.getClientRects().length > 0,
      visibility,
      pointerEvents,
      scrollWidth > clientWidth && overflowX,
      scrollHeight > clientHeight && overflowY,
      referred,
    ]);
  };
  /** What the elements around it are to a screen reader. */
  const around = (element: Element): string => {
    const said: string[] = [];
    for (let at = element.parentElement; at; at = at.parentElement) {
      const told = ['role', 'aria-hidden', 'inert', 'tabindex'].map((name) =>
        at.getAttribute(name),
      );
      said.push([at.localName, ...told].join());
    }
    return said.join(' ');
  };
  const described = new Map<Element, string>();
  const describe = (element: Element): string => {
    const open = (element.cloneNode(false) as Element).outerHTML.replaceAll(/-?[\d.]+px/g, 'px');
    const inside = [...element.childNodes].map((node) =>
      node instanceof Element ? describe(node) : node.textContent,
    );
    const said = [open, standing(element), ...inside].join('\n');
    described.set(element, `${around(element)}\n${said}`);
    return said;
  };
  const wasSeen = (element: Element): boolean => seen.has(described.get(element) ?? '');
  /** The outermost elements that axe has gone through. */
  const known = (element: Element): readonly Element[] =>
    wasSeen(element) ? [element] : [...element.children].flatMap(known);

  const parts = [...document.querySelectorAll(within)];
  for (const part of parts) describe(part);
  const include = parts.filter((part) => !wasSeen(part));
  const exclude = include.flatMap(known);
  for (const said of described.values()) seen.add(said);
  if (include.length === 0) return [];
  const found = await host.axe.run(
    { include, exclude },
    {
      resultTypes: ['violations'],
      // The style sheets that it would fetch are for rules about the whole page.
      preload: false,
      rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: false }])),
    },
  );
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}
