/** Takes what a view has drawn elsewhere: to the clipboard as text, into the vault as a picture. */
import { Notice } from 'obsidian';
import { localDay } from '../../../core/model/local-day';
import { reasonOf } from '../../../vault/failure';
import { actionNotice } from '../../bulk/action-notice';
import type { UiContext } from '../../context';
import { copyText, tellNotCopied } from '../../notices/clipboard';
import type { Picture, PictureLook, PictureSource, Rgb } from '../model/drawing';
import type { PictureKind, TableExits } from './menus/compare-menus';

/** As many dots of a picture as pixels, on one side. */
const SCALE = 2;
/** What canvases of phones take, on one side. */
const LONGEST = 8192;

/** `near` has the colours and the font that are in force. */
export function tableExits(
  context: UiContext,
  { name, asMarkdown, asTsv, draw }: PictureSource,
  near: HTMLElement,
): TableExits {
  const { compare } = context.strings;
  const copy = (text: string): void => {
    copyText(near.win, text)
      .then(() => new Notice(compare.copied))
      .catch((error: unknown) => tellNotCopied(context.strings, error));
  };
  return {
    copyMarkdown: () => copy(asMarkdown()),
    copyTsv: () => copy(asTsv()),
    save: (kind, isDark) =>
      void save(context, `${name} ${localDay()}.${kind}`, kind, () => draw(lookOf(near, isDark))),
  };
}

async function save(
  { app, strings }: UiContext,
  name: string,
  kind: PictureKind,
  draw: () => Picture,
): Promise<void> {
  try {
    const picture = draw();
    const data =
      kind === 'svg' ? new TextEncoder().encode(picture.svg).buffer : await asPng(picture);
    // Where attachments go, under a name that none has.
    const path = await app.fileManager.getAvailablePathForAttachment(name);
    const file = await app.vault.createBinary(path, data);
    const open = () => void app.workspace.getLeaf('tab').openFile(file);
    actionNotice([strings.compare.pictureSaved(path)], [{ label: strings.saving.open, act: open }]);
  } catch (error) {
    new Notice(strings.saving.failures.failed(name, reasonOf(error)));
  }
}

async function asPng({ svg, width, height }: Picture): Promise<ArrayBuffer> {
  const image = createEl('img');
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(SCALE, LONGEST / width, LONGEST / height);
  const canvas = createEl('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('PNG');
  return blob.arrayBuffer();
}

/** How wide a text is in the font that is in force there. */
export function textWidths(near: HTMLElement): PictureLook['widthOf'] {
  const pen = createEl('canvas').getContext('2d');
  const font = near.win.getComputedStyle(near).fontFamily;
  return (text, size, isBold) => {
    if (!pen) return text.length * size;
    pen.font = `${isBold ? '600 ' : ''}${size}px ${font}`;
    return pen.measureText(text).width;
  };
}

function lookOf(near: HTMLElement, isDark: boolean): PictureLook {
  const style = near.win.getComputedStyle(near);
  const pen = createEl('canvas').getContext('2d');
  return {
    ground: isDark ? [30, 30, 30] : [255, 255, 255],
    text: isDark ? [222, 222, 222] : [34, 34, 34],
    font: style.fontFamily,
    colorOf: (name) => {
      if (pen) pen.fillStyle = style.getPropertyValue(`--color-${name}`).trim();
      return rgbOf(typeof pen?.fillStyle === 'string' ? pen.fillStyle : '');
    },
    widthOf: textWidths(near),
  };
}

/** Of what a canvas says of a colour: `#rrggbb`. */
function rgbOf(color: string): Rgb {
  const at = (from: number): number => Number.parseInt(color.slice(from, from + 2), 16) || 0;
  return [at(1), at(3), at(5)];
}
