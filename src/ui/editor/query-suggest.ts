/**
 * Completes what is typed inside a query block: instructions, fields, values, saved queries. Outside of blocks a key
 * costs one look at its line, unless that line reads as a query would. While an input method composes nothing is
 * offered; what it has written is looked at when it is done.
 */
import {
  EditorSuggest,
  type Editor,
  type EditorPosition,
  type EditorSuggestContext,
  type EditorSuggestTriggerInfo,
  type TFile,
} from 'obsidian';
import {
  type ColumnStore,
  type CompletionContext,
  type CompletionItem,
  completionPlace,
  type CompletionPlace,
  completionsAt,
  KnownValues,
  type QueryCompletion,
} from '../../core/query';
import { findStance } from '../../core/model/taxonomy';
import { markOfKey } from '../../core/model/stage-key';
import type { OpenViews } from '../../editor/open-views';
import { isInputMethods } from '../../keys/key-press';
import { activeTaxonomy, inWorkOrder } from '../../settings/taxonomies';
import { TRANSACTION_ORIGIN } from '../../vault/writing/note-edit';
import { blockAround, type BlockAround } from '../block/block-around';
import type { UiContext } from '../context';
import type { Wording } from '../parts/wording';
import { suggestionName, writtenOf } from './query-suggest-names';
import { askAll } from './suggest-order';

type Context = Pick<UiContext, 'app' | 'index' | 'settings' | 'language' | 'strings'>;

interface Offered {
  readonly block: BlockAround;
  readonly place: CompletionPlace;
  readonly found: readonly QueryCompletion[];
}

/** A quote's `>` in front of a line. */
const QUOTED = /^[ \t]*(?:>[ \t]?)*/;
/** What a line may have in front of its query. */
const LONGEST_LIKELY = 2000;

export class QuerySuggest extends EditorSuggest<QueryCompletion> {
  readonly #context: Context;
  readonly #views: Pick<OpenViews, 'isComposing'>;
  readonly #known: KnownValues;
  #offered: Offered | null = null;
  /** Stops waiting for the end of a composition. */
  #stopWaiting: (() => void) | null = null;

  constructor(context: Context, views: Pick<OpenViews, 'isComposing'>, columns: ColumnStore) {
    super(context.app);
    this.#context = context;
    this.#views = views;
    this.#known = new KnownValues(columns);
    this.setInstructions([{ command: '↵', purpose: context.strings.query.complete }]);
  }

  override onTrigger(
    cursor: EditorPosition,
    editor: Editor,
    file: TFile | null,
  ): EditorSuggestTriggerInfo | null {
    if (this.#views.isComposing(editor)) {
      if (file) this.#askOnceComposed(editor, file);
      return null;
    }
    this.#offered = this.#find(cursor, editor);
    if (!this.#offered) return null;
    const { block, place } = this.#offered;
    return { start: block.positionOf(place.from), end: cursor, query: place.typed };
  }

  override getSuggestions(): QueryCompletion[] {
    return [...(this.#offered?.found ?? [])];
  }

  override close(): void {
    this.#offered = null;
    super.close();
  }

  override renderSuggestion(item: QueryCompletion, el: HTMLElement): void {
    el.addClass('mod-complex');
    const content = el.createDiv('suggestion-content');
    content.createDiv({ cls: 'suggestion-title', text: writtenOf(item), attr: { dir: 'auto' } });
    const name = suggestionName(item, this.#wordingOf(item));
    if (name !== '') content.createDiv({ cls: 'suggestion-note', text: name });
    if ((item.kind === 'value' || item.kind === 'path') && item.count !== null) {
      const { number } = this.#context.strings.dashboard;
      el.createDiv('suggestion-aux').createSpan({
        cls: 'suggestion-flair',
        text: number(item.count),
      });
    }
  }

  override selectSuggestion(
    { insert, opens }: QueryCompletion,
    event: MouseEvent | KeyboardEvent,
  ): void {
    if (isInputMethods(event)) return;
    if (this.context && this.#offered) this.#write(insert, opens, this.#offered, this.context);
  }

  #write(
    insert: string,
    opens: boolean,
    { block, place }: Offered,
    { editor, file }: EditorSuggestContext,
  ): void {
    const from = block.positionOf(place.from);
    const to = block.positionOf(place.to);
    this.close();
    editor.transaction(
      {
        changes: [{ from, to, text: insert }],
        selection: { from: { line: from.line, ch: from.ch + insert.length } },
      },
      TRANSACTION_ORIGIN,
    );
    if (opens) askAll(this.#context.app.workspace, editor, file);
  }

  #find(cursor: EditorPosition, editor: Editor): Offered | null {
    if (!this.#isLikely(cursor, editor)) return null;
    const block = blockAround(editor, cursor);
    const place = block && completionPlace(block.query, block.offset);
    if (!block || !place) return null;
    // Where nothing has begun, Enter is to end the line; only an empty block says what there is.
    if (place.typed === '' && !place.isDue && block.query.trim() !== '') return null;
    const found = completionsAt(place, block.query, this.#completionContext());
    return found.length === 0 ? null : { block, place, found };
  }

  /** Whether the line, read as a query's, has something to complete: most that is typed in notes has not. */
  #isLikely({ line, ch }: EditorPosition, editor: Editor): boolean {
    const text = editor.getLine(line);
    if (text.length > LONGEST_LIKELY) return false;
    // The line goes on from the one before.
    if (line > 0 && /\\\s*$/.test(editor.getLine(line - 1).slice(-LONGEST_LIKELY))) return true;
    const cut = QUOTED.exec(text)?.[0].length ?? 0;
    const query = text.slice(cut);
    const place = ch < cut ? null : completionPlace(query, ch - cut);
    if (!place) return false;
    if (place.kind === 'value' || place.kind === 'path' || place.kind === 'preset') return true;
    return completionsAt(place, query, this.#completionContext()).length > 0;
  }

  #completionContext(): CompletionContext {
    const { index, settings } = this.#context;
    const now = settings.get();
    return {
      taxonomies: inWorkOrder(now),
      presets: now.queries,
      valuesOf: (field, property) => this.#known.of(index.entries(), field, property ?? null),
      nameOf: (item) => suggestionName(item, this.#wordingOf(item)),
    };
  }

  /** By the taxonomy that knows the stance. */
  #wordingOf(item: CompletionItem): Wording {
    const { settings, language, strings } = this.#context;
    const now = settings.get();
    const { stance } = markOfKey(item.kind === 'value' ? item.term.value : '');
    const own = inWorkOrder(now).find((taxonomy) => findStance(taxonomy, stance) !== null);
    return { taxonomy: own ?? activeTaxonomy(now), language, strings };
  }

  stop(): void {
    this.#stopWaiting?.();
  }

  #askOnceComposed(editor: Editor, file: TFile): void {
    if (this.#stopWaiting) return;
    const doc = activeDocument;
    const win = activeWindow;
    const ask = (): void => {
      this.#stopWaiting?.();
      // Once the editor knows, too.
      win.setTimeout(() => {
        const isOver = !this.#views.isComposing(editor);
        if (isOver && this.#find(editor.getCursor(), editor)) {
          askAll(this.#context.app.workspace, editor, file);
        }
      }, 0);
    };
    doc.addEventListener('compositionend', ask);
    this.#stopWaiting = () => {
      doc.removeEventListener('compositionend', ask);
      this.#stopWaiting = null;
    };
  }
}
