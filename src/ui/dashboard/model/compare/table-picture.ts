/** The comparison as a picture. */
import type { ComparedRow } from '../../../../core/query';
import { findStance } from '../../../../core/model/taxonomy';
import {
  cellShare,
  columnMeaning,
  columnName,
  cellArrow,
  rowName,
  shadeOf,
  type ShownTable,
  stanceName,
  startsPath,
} from './table-look';
import { css, Drawing, mixed, type Picture, type PictureLook, type Rgb, wrapped } from '../drawing';

const [EDGE, CELL, ROW, GAP, PARTING, TOTAL] = [24, 116, 38, 4, 12, 64] as const;
const [NAME, SMALL, FINE] = [14, 13, 11] as const;
const LINE = 15;
const WIDEST_NAME = 300;

export function tablePicture(table: ShownTable, look: PictureLook): Picture {
  const { comparison, numbers, rows, words } = table;
  const { columns, all } = comparison;
  const { taxonomy } = words;
  const drawing = new Drawing(look);
  const muted = mixed(look.text, look.ground, 0.7);
  const names = [...rows, all].map((row) =>
    wrapped(rowName(table, row), WIDEST_NAME, (text) => look.widthOf(text, NAME, true)),
  );
  const widest = Math.max(60, ...names.flat().map((line) => look.widthOf(line, NAME, true)));
  const left = EDGE + Math.ceil(widest) + 16;
  const xs: number[] = [];
  let x = left;
  columns.forEach((_, at) => {
    if (at > 0 && startsPath(comparison, at)) x += PARTING;
    xs.push(x);
    x += CELL + GAP;
  });
  const width = x + TOTAL + EDGE;
  const colorAt = (at: number): Rgb =>
    look.colorOf(findStance(taxonomy, columns[at]?.stance ?? '')?.color ?? '');
  const heads = columns.map((column) => ({
    name: wrapped(columnName(column, words), CELL - 18, (text) => look.widthOf(text, SMALL, true)),
    asks: wrapped(columnMeaning(column, words), CELL - 18, (text) =>
      look.widthOf(text, FINE, false),
    ),
  }));
  const lines = Math.max(1, ...heads.map(({ name, asks }) => name.length + asks.length));
  const headTop = EDGE + 22;
  const headHeight = lines * LINE + 14;
  heads.forEach(({ name, asks }, at) => {
    const color = colorAt(at);
    const from = xs[at] ?? 0;
    const column = columns[at];
    if (column && startsPath(comparison, at)) {
      drawing.add(`<circle cx="${from + 4}" cy="${EDGE + 8}" r="4" fill="${css(color)}"/>`);
      drawing.say(stanceName(column, words), from + 14, EDGE + 13, { bold: true });
    }
    const to = from + CELL;
    const tip = `L${to + GAP} ${headTop + headHeight / 2}L${to - 5} ${headTop + headHeight}`;
    const tail = startsPath(comparison, at) ? '' : `L${from + 9} ${headTop + headHeight / 2}`;
    drawing.add(
      `<path d="M${from} ${headTop}H${to - 5}${tip}H${from}${tail}z" fill="${css(mixed(color, look.ground, 0.12))}"/>`,
    );
    const ink = mixed(color, look.text, 0.55);
    const indent = from + (startsPath(comparison, at) ? 9 : 15);
    name.forEach((line, number) =>
      drawing.say(line, indent, headTop + 18 + number * LINE, { bold: true, fill: ink }),
    );
    asks.forEach((line, number) =>
      drawing.say(line, indent, headTop + 18 + (name.length + number) * LINE, {
        size: FINE,
        fill: muted,
      }),
    );
  });

  let y = headTop + headHeight + 8;
  const drawRow = (row: ComparedRow, name: readonly string[]): void => {
    const height = Math.max(ROW, name.length * 17 + 8);
    const middle = y + height / 2 + 5;
    name.forEach((line, at) =>
      drawing.say(line, EDGE, middle + (at - (name.length - 1) / 2) * 17, {
        size: NAME,
        bold: row.key !== null,
      }),
    );
    columns.forEach((_, at) => {
      const from = xs[at] ?? 0;
      const count = row.countAt(at);
      const number = words.strings.dashboard.number(count);
      const arrow = cellArrow(table, row, at);
      if (count === 0) {
        drawing.add(
          `<rect x="${from + 0.5}" y="${y + 0.5}" width="${CELL - 1}" height="${height - 1}" rx="4" fill="none" stroke="${css(muted)}" stroke-dasharray="3 3"/>`,
        );
        drawing.say(`${number} ${arrow}`.trim(), from + CELL / 2, middle, {
          fill: muted,
          anchor: 'middle',
        });
        return;
      }
      const fill = mixed(colorAt(at), look.ground, 0.08 + 0.32 * shadeOf(table, row, at));
      drawing.add(
        `<rect x="${from}" y="${y}" width="${CELL}" height="${height}" rx="4" fill="${css(fill)}"/>`,
      );
      const isShare = numbers === 'share';
      const first = isShare ? cellShare(row, at, words) : number;
      drawing.say(`${first} ${arrow}`.trim(), from + 9, middle, { size: NAME, bold: true });
      if (isShare) drawing.say(number, from + CELL - 9, middle, { size: 12, anchor: 'end' });
    });
    drawing.say(words.strings.dashboard.number(row.total), x + TOTAL - 4, middle, {
      size: NAME,
      fill: muted,
      anchor: 'end',
    });
    y += height + GAP;
  };
  rows.forEach((row, at) => drawRow(row, names[at] ?? []));
  drawing.add(
    `<path d="M${EDGE} ${y + 2}H${width - EDGE}" stroke="${css(mixed(look.text, look.ground, 0.3))}"/>`,
  );
  y += 8;
  drawRow(all, names.at(-1) ?? []);
  const height = y + EDGE - GAP;
  return drawing.picture(words.strings.compare.table, width, height);
}
