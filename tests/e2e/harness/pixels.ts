// What an element looks like, as pixels, and how many of them a state makes clearly lighter or darker.
import { isDeepStrictEqual } from 'node:util';
import type { Locator, Page } from 'playwright-core';

/** A rectangle of the page in whole pixels, so that two pictures of one place can be compared. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How long an element is to stay where it is, in milliseconds: a list goes on scrolling for some frames. */
const AT_REST = 200;

/** The element's place in the window, where it is brought into sight and has come to rest. */
export async function placeOf(element: Locator): Promise<Place> {
  let before: Place | null = null;
  for (;;) {
    await element.scrollIntoViewIfNeeded();
    const place = inWholePixels(await element.boundingBox());
    if (!place) throw new Error(`${element.toString()} is not to be seen`);
    if (isDeepStrictEqual(place, before)) return place;
    before = place;
    await element.page().waitForTimeout(AT_REST);
  }
}

function inWholePixels(box: Place | null): Place | null {
  if (!box) return null;
  const [x, y] = [Math.floor(box.x), Math.floor(box.y)];
  return {
    x,
    y,
    width: Math.ceil(box.x + box.width) - x,
    height: Math.ceil(box.y + box.height) - y,
  };
}

/** A picture of the place, where nothing moves any more. */
export function pictureOf(page: Page, clip: Place): Promise<Buffer> {
  return page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
}

/**
 * How many pixels of two pictures of one size differ by a contrast that can be seen: 3, as the web's accessibility
 * guidelines ask for what is not text (1.4.11, level AA).
 */
export function pixelsApart(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async (pictures) => {
      const luminances = async (picture: string): Promise<readonly number[]> => {
        const bytes = Uint8Array.from(atob(picture), (sign) => sign.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const { width, height } = bitmap;
        const canvas = new OffscreenCanvas(width, height).getContext('2d');
        if (!canvas) throw new Error('no canvas to read a picture with');
        canvas.drawImage(bitmap, 0, 0);
        const { data } = canvas.getImageData(0, 0, width, height);
        const part = (at: number): number => {
          const value = (data[at] ?? 0) / 255;
          return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
        };
        return Array.from(
          { length: width * height },
          (_, at) => 0.2126 * part(at * 4) + 0.7152 * part(at * 4 + 1) + 0.0722 * part(at * 4 + 2),
        );
      };
      const [left, right] = await Promise.all(pictures.map(luminances));
      if (!left || left.length !== right?.length) throw new Error('pictures of two sizes');
      return left.filter((light, at) => {
        const pair = [light, right[at] ?? 0];
        return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05) >= 3;
      }).length;
    },
    [one.toString('base64'), other.toString('base64')],
  );
}
