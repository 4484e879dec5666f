import { MarkdownView, type App, type Editor, type EditorPosition, type TFile } from 'obsidian';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/settings/schema';
import { stringsFor } from '../../../src/i18n';
import { MarkSuggest } from '../../../src/ui/editor/mark-suggest';

vi.mock('obsidian', () => ({
  ConfirmationModal: class {
    open = () => undefined;
  },
  Modal: class {
    open = () => undefined;
  },
  EditorSuggest: class {
    context: unknown = null;
    setInstructions = () => undefined;
    close = () => undefined;
  },
  MarkdownView: class {
    file = null;
  },
  prepareFuzzySearch: (query: string) => (text: string) =>
    text.includes(query) ? { score: 0, matches: [] } : null,
  sortSearchResults: () => undefined,
}));

/** An editor of one line that counts how often the whole note is asked for. */
class OneLine {
  reads = 0;
  written = '';

  constructor(readonly text: string) {}

  getLine = () => this.text;
  getCursor = () => ({ line: 0, ch: this.text.length });
  posToOffset = ({ ch }: EditorPosition) => ch;
  offsetToPos = (ch: number) => ({ line: 0, ch });
  getValue = () => {
    this.reads += 1;
    return this.written === '' ? this.text : this.text.slice(0, 4) + this.written;
  };
  transaction = ({ changes }: { readonly changes: readonly { readonly text: string }[] }) => {
    this.written = changes.map(({ text }) => text).join('');
  };
}

const recordTyped = vi.fn(() => Promise.resolve(null));

const learn = vi.fn();

/** Suggests two stages for whatever is asked about. */
const SUGGESTS = {
  mode: 'proposals',
  ready: () => Promise.resolve(),
  learn,
  ofNote: () => ({
    marks: [],
    of: () => ({
      proposals: [
        { mark: { stance: 'outward', stage: 'philosophy' }, whys: [] },
        { mark: { stance: 'inward', stage: 'direction' }, whys: [] },
      ],
      ghost: null,
      opinions: [{ source: 'wording', scores: new Map([['outward/philosophy', 0.6]]) }],
    }),
    close: () => undefined,
  }),
};

function suggestOf(
  pointAt: number | null,
  noteText: string | null = null,
  suggester: object = { mode: 'off' },
): MarkSuggest {
  const view: unknown = Object.assign(Object.create(MarkdownView.prototype) as object, {
    getMode: () => 'source',
    file: { path: 'a.md' },
    editor: { getValue: () => noteText },
  });
  const app = {
    workspace: {
      iterateAllLeaves: (visit: (leaf: object) => void) => {
        if (noteText !== null) visit({ view });
      },
      getActiveViewOfType: () => null,
    },
  };
  const options = {
    app: app as unknown as App,
    settings: { get: () => DEFAULT_SETTINGS },
    suggester,
    writer: { recordTyped },
    language: 'en',
    strings: stringsFor('en'),
  };
  return new MarkSuggest(options as unknown as ConstructorParameters<typeof MarkSuggest>[0], {
    pendingPlace: () => pointAt,
    isComposing: () => false,
  });
}

function typeIn(suggest: MarkSuggest, line: OneLine) {
  const editor = line as unknown as Editor;
  const found = suggest.onTrigger(line.getCursor(), editor);
  return found && suggest.getSuggestions({ ...found, editor, file: {} as unknown as TFile });
}

describe('typing a mark', () => {
  beforeEach(() => {
    recordTyped.mockClear();
    learn.mockClear();
    vi.useFakeTimers();
    vi.stubGlobal('activeWindow', globalThis);
    vi.stubGlobal('KeyboardEvent', Event);
    return () => {
      vi.useRealTimers();
      vi.unstubAllGlobals();
    };
  });

  it('reads no note where the question is known', () => {
    const line = new OneLine('Why?;;limits');
    const choices = typeIn(suggestOf(4), line);
    expect(choices).toMatchObject([{ value: { stance: 'outward', stage: 'limits' } }]);
    expect(line.reads).toBe(0);
  });

  it('reads the note once, after a pause, where the question is new', async () => {
    const suggest = suggestOf(null);
    const keys = ['Why?;;', 'Why?;;l', 'Why?;;limits'].map((text) => new OneLine(text));
    const answers = keys.map((line) => typeIn(suggest, line));
    expect(keys.map(({ reads }) => reads)).toEqual([0, 0, 0]);
    await vi.advanceTimersByTimeAsync(200);
    expect(keys.map(({ reads }) => reads)).toEqual([0, 0, 1]);
    expect(await answers[2]).toHaveLength(1);
    const next = new OneLine('Why?;;limits ');
    expect(typeIn(suggest, next)).toHaveLength(1);
    expect(next.reads).toBe(0);
  });

  it('reads the note once where no question ends', async () => {
    const suggest = suggestOf(null);
    // The second question mark has no sentence to end.
    const tagged = new OneLine('Why? #question/inward ?;;');
    const answer = typeIn(suggest, tagged);
    await vi.advanceTimersByTimeAsync(200);
    const isAsked = (await answer) ?? [];
    const again = new OneLine('Why? #question/inward ?;;x');
    const next = typeIn(suggest, again);
    expect(isAsked).toEqual([]);
    expect(next).toBeNull();
    expect([tagged.reads, again.reads]).toEqual([1, 0]);
  });

  it.each([
    ['a note', 'Why? #question/outward/limits', 1],
    ['a table cell, whose offsets are not the note’s', '| Why?;;limits |', 0],
  ])('is told to the journal in %s', (_what, noteText, times) => {
    const suggest = suggestOf(4, noteText);
    const line = new OneLine('Why?;;limits');
    const editor = line as unknown as Editor;
    const file = { path: 'a.md' } as unknown as TFile;
    const found = suggest.onTrigger(line.getCursor(), editor);
    if (!found) throw new Error('Nothing is offered.');
    suggest.context = { ...found, editor, file };
    const value = { stance: 'outward', stage: 'limits' };
    const event = { instanceOf: () => false } as unknown as MouseEvent;
    suggest.selectSuggestion({ value, name: '', asks: '', others: [] }, event);
    expect(line.written).toBe(' #question/outward/limits');
    expect(recordTyped).toHaveBeenCalledTimes(times);
  });

  it('offers what is suggested for the question first, and searches as ever what is typed', async () => {
    const suggest = suggestOf(4, null, SUGGESTS);
    const line = new OneLine('Why?;;');
    const offered = await typeIn(suggest, line);
    expect(offered?.slice(0, 3).map(({ value }) => value?.stage)).toEqual([
      'philosophy',
      'direction',
      'anomaly',
    ]);
    expect(offered?.map(({ suggested }) => suggested?.word === 'suggested').slice(0, 3)).toEqual([
      true,
      true,
      false,
    ]);
    const searched = new OneLine('Why?;;inward');
    expect(typeIn(suggest, searched)).toMatchObject([
      { value: { stage: 'anomaly' } },
      { value: { stage: 'difference' } },
      { value: { stage: 'direction' }, suggested: { word: 'suggested' } },
      { value: { stage: null } },
    ]);
    expect(searched.reads).toBe(0);
  });

  it('reads a long note for what is suggested only after a pause', async () => {
    const line = new OneLine(`${' '.repeat(60_000)}Why?;;`);
    const known = suggestOf(60_004, null, SUGGESTS);
    const answer = typeIn(known, line);
    const isShown = vi.fn();
    void Promise.resolve(answer).then(isShown);
    await vi.advanceTimersByTimeAsync(100);
    expect(isShown).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(100);
    expect(isShown).toHaveBeenCalledOnce();
  });

  it('is learnt once it is chosen', async () => {
    const suggest = suggestOf(4, null, SUGGESTS);
    const line = new OneLine('Why?;;');
    const editor = line as unknown as Editor;
    const file = { path: 'a.md' } as unknown as TFile;
    const found = suggest.onTrigger(line.getCursor(), editor);
    if (!found) throw new Error('Nothing is offered.');
    suggest.context = { ...found, editor, file };
    const [first] = await suggest.getSuggestions(suggest.context);
    if (!first) throw new Error('Nothing is suggested.');
    suggest.selectSuggestion(first, { instanceOf: () => false } as unknown as MouseEvent);
    expect(line.written).toBe(' #question/outward/philosophy');
    expect(learn.mock.calls).toMatchObject([
      ['a.md', [{ text: 'Why?', outcome: { chosen: 'outward/philosophy' } }]],
    ]);
  });
});
