/** Transitions taken elsewhere: the map as a picture, with what stands below it, and the table as text. */
import { findStance } from '../../../../core/model/taxonomy';
import {
  css,
  Drawing,
  mixed,
  type Picture,
  type PictureLook,
  type PictureSource,
  wrapped,
} from '../drawing';
import { layOut } from './map-layout';
import { COUNT_SIZE, LABEL_SIZE, LINE_HEIGHT, NAME_SIZE } from './map-parts';
import { boxOf, centreOf, headOf, outlineOf, wordsAt } from './map-shapes';
import {
  mapLinks,
  mapPaths,
  sentencesOf,
  type ShownTransitions,
  transitionsAsMarkdown,
  transitionsAsTsv,
} from './shown-transitions';

const [EDGE, ROOM] = [24, 900] as const;

export function transitionsSource(shown: ShownTransitions): PictureSource {
  return {
    name: shown.words.strings.transitions.pictureName,
    asMarkdown: () => transitionsAsMarkdown(shown),
    asTsv: () => transitionsAsTsv(shown),
    draw: (look) => mapPicture(shown, look),
  };
}

export function mapPicture(shown: ShownTransitions, look: PictureLook): Picture {
  const { transitions, words } = shown;
  const { ground, text, widthOf } = look;
  const drawing = new Drawing(look);
  const { height, links, stages, width } = layOut(mapPaths(shown), mapLinks(shown), {
    width: ROOM,
    widthOf,
  });
  const colorAt = (column: number) => {
    const stance = findStance(words.taxonomy, transitions.columns[column]?.stance ?? '');
    return look.colorOf(stance?.color ?? '');
  };
  drawing.add(`<g transform="translate(${String(EDGE)} ${String(EDGE)})">`);
  for (const stage of stages) {
    const { column } = stage.stage;
    const { x, y } = wordsAt(stage, false);
    drawing.add(
      `<path d="${boxOf(stage, false)}" fill="${css(mixed(colorAt(column), ground, 0.25))}"/>`,
    );
    const count = words.strings.dashboard.number(transitions.questions[column] ?? 0);
    drawing.say(count, x, y, { size: COUNT_SIZE, bold: true });
    stage.lines.forEach((line, at) =>
      drawing.say(line, x, y + 3 + LINE_HEIGHT * (at + 1), { size: NAME_SIZE }),
    );
  }
  for (const drawn of [...links].reverse()) {
    const { kind, link, ring, width: wide } = drawn;
    const color = mixed(colorAt(link.from), ground, 0.8);
    const stroke = (fill: string, across: number) =>
      `fill="none" stroke="${fill}" stroke-width="${String(across)}"`;
    if (ring) {
      const { x, y, radius } = ring;
      drawing.add(
        `<circle cx="${String(x)}" cy="${String(y)}" r="${String(radius)}" ${stroke(css(color), wide)}/>`,
      );
      continue;
    }
    const outline = outlineOf(drawn.line);
    const dashes = link.count === 0 ? ' stroke-dasharray="3 3"' : '';
    drawing.add(`<path d="${outline}" ${stroke(css(color), wide)}${dashes}/>`);
    if (kind === 'back') drawing.add(`<path d="${outline}" ${stroke(css(ground), wide - 2)}/>`);
    drawing.add(`<path d="${headOf(drawn)}" fill="${css(mixed(color, text, 0.6))}"/>`);
  }
  for (const { label, link, ring } of links) {
    const { x, y } = centreOf(label);
    if (!ring) {
      const { width: wide, height: high } = label;
      drawing.add(
        `<rect x="${String(label.x)}" y="${String(label.y)}" width="${String(wide)}" height="${String(high)}" rx="4" fill="${css(ground)}"/>`,
      );
    }
    const bold = link.pair.leaning !== 0;
    drawing.say(link.label, x, y + 4, { size: LABEL_SIZE, bold, anchor: 'middle' });
  }
  drawing.add('</g>');
  const sentences = sentencesOf(shown, links);
  const lines = wrapped(sentences, width, (line) => widthOf(line, NAME_SIZE, false));
  const below = height + 2 * EDGE + 4;
  lines.forEach((line, at) =>
    drawing.say(line, EDGE, below + at * 17, { size: NAME_SIZE, fill: mixed(text, ground, 0.7) }),
  );
  return drawing.picture(
    words.strings.transitions.map,
    width + 2 * EDGE,
    below + lines.length * 17 + EDGE / 2,
  );
}
