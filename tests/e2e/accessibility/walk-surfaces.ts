// Walks through parts of the interface: in every state that has a look of its own, in light and dark and with the
// system's forced colours, wide and on phones of two widths, axe-core finds no violation and every text can be read.
import { afterEach, describe, expect, it } from 'vitest';
import { faultsWithin } from '../harness/axe.ts';
import { openPlayground, type Playground } from '../harness/playground.ts';
import { ARTICLE, type Surface } from './surface.ts';

const FORMS = [
  { width: 'desktop', lang: 'en', sizes: [{ width: 1280, height: 800 }] },
  {
    width: 'phone',
    lang: 'zh-TW',
    sizes: [
      { width: 390, height: 844 },
      { width: 330, height: 700 },
    ],
  },
] as const;

const MORE_NOTES = {
  'Odd tags.md': `${ARTICLE}Why? #question/inward/anomaly #question/outward/limits\n\nWho? #question/own/word\n\nלמה זה כך?\n\nWhat then? #question/skip\n\n[So? #question/inward](https://a.b)\n`,
};

/** The tests of these parts, for a file of their own. */
export function testSurfaces(surfaces: readonly Surface[]): void {
  let ground: Playground | null = null;

  afterEach(async () => {
    await ground?.close();
    ground = null;
  });

  describe.each(FORMS)('on a $width', ({ width, lang, sizes }) => {
    it.each(surfaces.filter(({ only = width }) => only === width))(
      '$name has no fault in any state',
      async (surface) => {
        ground = await openPlayground({
          width,
          lang,
          ...(surface.options ?? { vault: 'sample-vault', notes: MORE_NOTES }),
        });
        const { page } = ground;
        await surface.open(ground);
        const faults: string[] = [];
        for (const [state, enter, within = surface.within] of surface.states) {
          await enter(page);
          for (const size of sizes) {
            if (sizes.length > 1) await page.setViewportSize(size);
            const found = await faultsWithin(page, within, surface.passes);
            faults.push(...found.map((fault) => `${state}, ${size.width} px, ${fault}`));
          }
          await page.mouse.up();
        }
        expect(faults).toEqual([]);
        expect(ground.errors).toEqual([]);
      },
      300_000,
    );
  });
}
