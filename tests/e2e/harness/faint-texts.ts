// Texts in sight that are too faint to read, as the browser computed their colours. Runs in the page.

/** The least contrast of text, by the web's accessibility guidelines (1.4.3, level AA). */
export const CONTRAST = 4.5;

/**
 * What has less contrast than `least` among the texts within `within`, what fields say included, each as its
 * contrast, class and text. The grounds are those of the elements around it, drawn over each other, each as
 * translucent as it is with all that is in it; what is disabled may be faint.
 */
export function faintTexts([within, least]: readonly [string, number]): readonly string[] {
  /** Red, green, blue, and how much of it covers what is behind. */
  type Colour = readonly [number, number, number, number];
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const known = new Map<string, Colour>();
  /** A colour of any notation. */
  const colourOf = (notation: string): Colour => {
    const before = known.get(notation);
    if (before) return before;
    if (!canvas) throw new Error('no canvas to read colours with');
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = notation;
    canvas.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    const colour: Colour = [r, g, b, alpha / 255];
    known.set(notation, colour);
    return colour;
  };
  const over = (front: Colour, back: Colour): Colour => {
    const alpha = front[3] + back[3] * (1 - front[3]);
    const mix = (one: number, other: number): number =>
      alpha === 0 ? 0 : (one * front[3] + other * back[3] * (1 - front[3])) / alpha;
    return [mix(front[0], back[0]), mix(front[1], back[1]), mix(front[2], back[2]), alpha];
  };
  /** What is seen where `front` stands in the element. */
  const seenIn = (element: Element, front: Colour): Colour => {
    let seen = front;
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { backgroundColor, opacity } = getComputedStyle(at);
      const [r, g, b, alpha] = over(seen, colourOf(backgroundColor));
      seen = [r, g, b, alpha * Number(opacity)];
    }
    return over(seen, [255, 255, 255, 1]);
  };
  const luminance = (colour: Colour): number => {
    const [r = 0, g = 0, b = 0] = colour.slice(0, 3).map((value) => {
      const part = value / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (element: Element): number => {
    const back = luminance(seenIn(element, [0, 0, 0, 0]));
    const front = luminance(seenIn(element, colourOf(getComputedStyle(element).color)));
    return (Math.max(back, front) + 0.05) / (Math.min(back, front) + 0.05);
  };
  const isTextField = (element: Element): boolean =>
    element.matches('select') ||
    (element.matches('input:not([type=checkbox], [type=radio], [type=range]), textarea') &&
      (element as HTMLInputElement).value !== '');
  const hasText = (element: Element): boolean =>
    isTextField(element) ||
    [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
    );
  const isInSight = (element: HTMLElement): boolean =>
    element.offsetParent !== null &&
    element.getBoundingClientRect().width > 1 &&
    getComputedStyle(element).fontSize !== '0px';
  const parts = document.querySelectorAll(within);
  if (parts.length === 0) throw new Error(`no ${within}`);
  return [...parts]
    .flatMap((part) => [part, ...part.querySelectorAll('*')])
    .filter((element) => element instanceof HTMLElement)
    .filter(
      (element) => hasText(element) && isInSight(element) && element.closest(':disabled') === null,
    )
    .filter((element) => contrast(element) < least)
    .map(
      (element) => `${contrast(element).toFixed(2)} ${element.className}: ${element.textContent}`,
    );
}
