// Texts in sight that are too faint to read, as the browser computed their colours. Runs in the page.

/** The least contrast of text, by the web's accessibility guidelines (1.4.3, level AA). */
export const CONTRAST = 4.5;

/**
 * What has less contrast than `least` among the texts within `within`, each as its contrast, class and text. The
 * grounds are those of the elements around it, drawn over each other; what is disabled may be faint.
 */
export function faintTexts([within, least]: readonly [string, number]): readonly string[] {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  /** Colours of any notation, drawn over each other from the back to the front, as red, green, blue. */
  const blend = (layers: readonly string[]): readonly number[] => {
    if (!canvas) throw new Error('no canvas to read colours with');
    canvas.clearRect(0, 0, 1, 1);
    for (const layer of layers) {
      canvas.fillStyle = layer;
      canvas.fillRect(0, 0, 1, 1);
    }
    return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  };
  const luminance = (rgb: readonly number[]): number => {
    const [r = 0, g = 0, b = 0] = rgb.map((value) => {
      const part = value / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (element: Element): number => {
    const layers: string[] = [];
    for (let at: Element | null = element; at; at = at.parentElement) {
      layers.unshift(getComputedStyle(at).backgroundColor);
    }
    const back = luminance(blend(layers));
    const front = luminance(blend([...layers, getComputedStyle(element).color]));
    return (Math.max(back, front) + 0.05) / (Math.min(back, front) + 0.05);
  };
  const hasText = (element: Element): boolean =>
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
