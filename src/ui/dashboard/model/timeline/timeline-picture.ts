/** The timeline as a picture. */
import { findStance } from '../../../../core/model/taxonomy';
import { css, Drawing, mixed, type Picture, type PictureLook, type Rgb } from '../drawing';
import {
  countUnder,
  depthOf,
  heightOf,
  isFew,
  barPartName,
  PLOT,
  segmentsOf,
  type ShownTimeline,
  tickName,
  widthOfBars,
  yearAt,
} from './timeline-look';

const [EDGE, GAP, LINE, SMALL] = [24, 10, 20, 12] as const;

export function timelinePicture(shown: ShownTimeline, look: PictureLook): Picture {
  const { timeline, buckets, words } = shown;
  const { strings, taxonomy } = words;
  const drawing = new Drawing(look);
  const muted = mixed(look.text, look.ground, 0.7);
  const wide = widthOfBars(shown) + 8;
  const floor = EDGE + PLOT;
  const colorOf = (at: number, share: number): Rgb => {
    const stance = findStance(taxonomy, timeline.columns[at]?.stance ?? '');
    return mixed(look.colorOf(stance?.color ?? ''), look.ground, share);
  };
  const fillOf = (at: number): Rgb => colorOf(at, 0.14 + 0.24 * depthOf(timeline, at));
  buckets.forEach((bucket, at) => {
    const left = EDGE + at * (wide + GAP);
    const middle = left + wide / 2;
    let top = floor;
    for (const { at: column, count, figure, isStart } of segmentsOf(shown, bucket)) {
      const high = (PLOT * heightOf(shown, bucket) * count) / bucket.total;
      top -= high;
      const few = isFew(bucket)
        ? `fill="${css(colorOf(column, 0.1))}" stroke="${css(colorOf(column, 0.8))}" stroke-dasharray="3 3"`
        : `fill="${css(fillOf(column))}"`;
      drawing.add(
        `<rect x="${left}" y="${top + 1}" width="${wide}" height="${Math.max(1, high - 2)}" rx="2" ${few}/>`,
      );
      if (isStart) {
        const y = top + high;
        drawing.add(`<path d="M${left - 3} ${y}H${left + wide + 3}" stroke="${css(look.text)}"/>`);
      }
      if (figure !== '') {
        drawing.say(figure, middle, top + high / 2 + 4, { size: SMALL, anchor: 'middle' });
      }
    }
    const under = { size: SMALL, anchor: 'middle', fill: muted } as const;
    drawing.say(tickName(shown, bucket), middle, floor + LINE, { ...under, fill: look.text });
    drawing.say(countUnder(shown, bucket), middle, floor + 2 * LINE, under);
    drawing.say(yearAt(shown, at), middle, floor + 3 * LINE, { ...under, bold: true });
  });
  const right = EDGE + buckets.length * (wide + GAP) + GAP;
  let widest = 0;
  timeline.columns.forEach((column, at) => {
    const y = EDGE + (timeline.columns.length - at) * LINE;
    const name = barPartName(timeline, column, words);
    widest = Math.max(widest, look.widthOf(name, SMALL, false));
    drawing.add(
      `<rect x="${right}" y="${y - 10}" width="12" height="12" rx="2" fill="${css(fillOf(at))}"/>`,
    );
    drawing.say(name, right + 20, y, { size: SMALL });
  });
  const legend = EDGE + timeline.columns.length * LINE;
  const height = Math.max(floor + 3 * LINE, legend) + EDGE;
  return drawing.picture(strings.timeline.table, right + 20 + Math.ceil(widest) + EDGE, height);
}
