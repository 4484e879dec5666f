/** Texts to the clipboard. */
import { Notice } from 'obsidian';
import type { Strings } from '../../i18n';
import { reasonOf } from '../../vault/failure';

/**
 * Copies through the window that the user is in; rejects where the clipboard refuses or the text can't be had.
 * A text that is still to be read is promised to the clipboard at once: WebKit takes nothing any more once the
 * user's click is over.
 */
export async function copyText(win: Window, text: string | Promise<string>): Promise<void> {
  const { clipboard } = win.navigator;
  const { ClipboardItem: Item } = win as Window & { readonly ClipboardItem?: typeof ClipboardItem };
  if (typeof text !== 'string' && Item) {
    try {
      const blob = text.then((read) => new Blob([read], { type: 'text/plain' }));
      await clipboard.write([new Item({ 'text/plain': blob })]);
      return;
    } catch {
      // What takes no promise may take the text; where that fails too, its error is the one to tell of.
    }
  }
  await clipboard.writeText(await text);
}

/** Tells the user why nothing was copied. */
export function tellNotCopied({ bulk }: Strings, error: unknown): void {
  new Notice(bulk.copied.failed(reasonOf(error)));
}
