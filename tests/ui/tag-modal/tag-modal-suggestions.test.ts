import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isListed, markOf, type Question } from '../../../src/core/model/question';
import { DEFAULT_TAXONOMY } from '../../../src/core/model/taxonomy';
import type { QuestionProposals } from '../../../src/core/suggest/note-proposals';
import type { Source } from '../../../src/core/suggest/opinion';
import type { SuggestMode } from '../../../src/core/suggest/suggest-mode';
import { GAP, holdsGap } from '../../../src/core/text/gap';
import { stringsFor } from '../../../src/i18n';
import type { KeyPress } from '../../../src/keys/key-press';
import { intentOf } from '../../../src/ui/tag-modal/keys';
import { openTagging, reduceTagging, type TagAction } from '../../../src/ui/tag-modal/model';
import {
  ghostAt,
  ghostsIn,
  likelihoodOf,
  offerLine,
  proposalsAtCursor,
  type StandingGhost,
} from '../../../src/ui/tag-modal/suggested';
import type { Shows, TagState } from '../../../src/ui/tag-modal/tag-state';
import { ask, inOrder, tagged, value } from './tag-modal-questions';

const HIDE: Shows = { embedded: false, unmarked: false, skipped: false };
const ALL: Shows = { embedded: true, unmarked: true, skipped: true };

/** Proposals in that order; the first stands as a ghost where it is written with `!`. */
function proposed(...paths: readonly string[]): QuestionProposals {
  const proposals = paths.map((path, at) => ({
    mark: value(path.replace('!', '')),
    probability: path.endsWith('!') ? 0.9 : 0.3 / (at + 1),
    whys: [],
    lead: 'label' as const,
  }));
  const [first] = proposals;
  const ghost = first && paths[0]?.endsWith('!') ? first : null;
  return { proposals, ghost, opinions: [] };
}

const PLAIN = proposed('inward/difference', 'outward/limits', 'inward/anomaly');
const HAUNTED = proposed('inward/difference!', 'outward/limits', 'inward/anomaly');

function open(
  questions: readonly Question[],
  suggestions: readonly QuestionProposals[] = questions.map(() => HAUNTED),
  { mode = 'ghosts', shows = HIDE }: { mode?: SuggestMode; shows?: Shows } = {},
): TagState {
  const state = openTagging(inOrder(questions), DEFAULT_TAXONOMY, shows, { offset: 0, mode });
  return reduceTagging(state, { type: 'suggest', mode, proposals: new Map(suggestions.entries()) });
}

const plain = (count: number) => Array.from({ length: count }, (_, at) => ask(`q${at}`));

function pressOf(keys: string): KeyPress {
  const parts = keys.split('+');
  return {
    name: parts[parts.length - 1] ?? '',
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
    alt: false,
    isRepeat: false,
  };
}

/** The state behind a row of keys; those that ask for something else than an action do nothing. */
function type(state: TagState, keys: string): TagState {
  return keys
    .split(' ')
    .filter((key) => key !== '')
    .reduce((now, key) => {
      const intent = intentOf(now, pressOf(key));
      return intent?.do === 'act' ? reduceTagging(now, intent.action) : now;
    }, state);
}

const chosen = ({ choices }: TagState): readonly string[] =>
  [...choices.now]
    .sort(([a], [b]) => a - b)
    .map(([index, mark]) => `${index}=${mark ? [mark.stance, mark.stage ?? []].flat().join('/') : ''}`); // prettier-ignore

const stagesAt = (state: TagState) => proposalsAtCursor(state).map(({ mark }) => mark.stage);
const haunted = (state: TagState) => [...ghostsIn(state).keys()];

describe('keys of what is suggested', () => {
  it.each([
    ['s takes the likeliest', 's', ['0=inward/difference'], 1],
    ['d the second', 'd', ['0=outward/limits'], 1],
    ['f the third', 'f', ['0=inward/anomaly'], 1],
    ['one key a question', 's d f', ['0=inward/difference', '1=outward/limits', '2=inward/anomaly'], 3], // prettier-ignore
    ['s for all that is selected', 'Shift+j s', ['0=inward/difference', '1=inward/difference'], 2],
    ['nothing while the cursor is beside what is selected', 'Space j s', [], 1],
    ['y takes the ghost and goes on', 'y y', ['0=inward/difference', '1=inward/difference'], 2],
    ['y takes the cursor’s ghost alone, whatever is selected', 'Mod+a y', ['0=inward/difference'], 1], // prettier-ignore
    ['y on the last stays there', 'End y', ['3=inward/difference'], 3],
    ['n takes the ghost away and stays', 'n', [], 0],
    ['after n there is no ghost to accept', 'n y', [], 0],
    ['after n the next proposals move up', 'n s', ['0=outward/limits'], 1],
    ['n is for the ghost’s stage alone', 'n j y', ['1=inward/difference'], 2],
    ['digits override', '2 1', ['0=outward/definition'], 1],
    ['digits override what was accepted', 'y k 2 1', ['0=outward/definition'], 1],
    ['another of the three overrides what was accepted', 'y k d', ['0=outward/limits'], 1],
    ['proposals go before an open stance', '2 s', ['0=inward/difference'], 1],
    ['Shift+Y alone chooses nothing', 'Shift+y', [], 0],
    ['Tab chooses nothing', 'Tab', [], 0],
    ['Enter chooses nothing', 'Enter', [], 0],
  ])('%s', (_, keys, expected, cursor) => {
    const state = type(open(plain(4)), keys);
    expect(chosen(state)).toEqual(expected);
    expect(state.cursor).toBe(cursor);
  });

  it.each<[SuggestMode, string, readonly string[]]>([
    ['off', 's', []],
    ['off', 'y', []],
    ['proposals', 's', ['0=inward/difference']],
    ['proposals', 'y', []],
    ['proposals', 'Shift+y Shift+y', []],
    ['ghosts', 'y', ['0=inward/difference']],
  ])('where %s is set, %s chooses %j', (mode, keys, expected) => {
    const suggestions = { off: [], proposals: [PLAIN, PLAIN], ghosts: [HAUNTED, HAUNTED] }[mode];
    expect(chosen(type(open(plain(2), suggestions, { mode }), keys))).toEqual(expected);
  });

  it('a proposal that is not there has no key', () => {
    const state = open([ask('a')], [proposed('inward')]);
    expect(chosen(type(state, 'd f'))).toEqual([]);
    expect(chosen(type(state, 's'))).toEqual(['0=inward']);
  });
});

describe('accepting all', () => {
  const mixed = () => open([...plain(3), tagged('t', 'outward')], [HAUNTED, PLAIN, HAUNTED, HAUNTED]); // prettier-ignore

  it.each([
    ['Shift+Y again', 'Shift+y Shift+y', ['0=inward/difference', '2=inward/difference']],
    ['y', 'Shift+y y', ['0=inward/difference', '2=inward/difference']],
    ['Enter', 'Shift+y Enter', ['0=inward/difference', '2=inward/difference']],
    ['not by Escape', 'Shift+y Escape', []],
    ['not by n, which rejects nothing then', 'Shift+y n', []],
    ['not once something else is done', 'Shift+y j Enter', []],
    ['not by a digit', 'Shift+y 1 1', ['0=inward/anomaly']],
    ['of the selected ones alone', 'End k Space Shift+y y', ['2=inward/difference']],
  ])('is answered by %s', (_, keys, expected) => {
    const state = type(mixed(), keys);
    expect(chosen(state)).toEqual(expected);
    expect(state.offer).toBeNull();
    expect(state.choices.rejected.size).toBe(0);
  });

  it('asks about those that stand there, and goes on to what has no tag yet', () => {
    const asked = type(mixed(), 'Shift+y');
    expect([...(asked.offer?.keys() ?? [])]).toEqual([0, 2]);
    expect(type(asked, 'y').cursor).toBe(1);
    expect(type(mixed(), 'j Shift+y y').cursor).toBe(1);
  });

  it('accepts what was asked about, not what came since', () => {
    const asked = type(open(plain(3), [HAUNTED]), 'Shift+y');
    const more = reduceTagging(asked, {
      type: 'suggest',
      mode: 'ghosts',
      proposals: new Map([[1, HAUNTED]]),
    });
    expect(haunted(more)).toEqual([0, 1]);
    expect(chosen(type(more, 'y'))).toEqual(['0=inward/difference']);
  });

  it('asks nothing where no ghost stands', () => {
    expect(type(open(plain(2), [PLAIN, PLAIN]), 'Shift+y').offer).toBeNull();
  });

  it('is one step to take back, and to make again', () => {
    const state = type(mixed(), 'Shift+y y Mod+z');
    expect(chosen(state)).toEqual([]);
    expect(state.cursor).toBe(0);
    expect(chosen(type(state, 'Mod+y'))).toHaveLength(2);
  });
});

describe('what is said of all ghosts', () => {
  const ghost = (lead: Source, name?: string): StandingGhost => ({
    mark: value('inward/difference'),
    probability: 0.9,
    whys: name === undefined ? [] : [{ source: 'label', name, where: 'note', times: 3, of: 3 }],
    lead,
  });
  const line = (...ghosts: readonly StandingGhost[]) =>
    offerLine(new Map(ghosts.entries()), stringsFor('en'));

  it.each([
    ['how many, and why', [ghost('label', 'Core'), ghost('same')], '2 suggestions: 1 as under “Core”, 1 same or similar question.'],
    ['the commonest reason first', [ghost('same'), ghost('wording'), ghost('wording')], '3 suggestions: 2 by the wording, 1 same or similar question.'],
    ['labels apart', [ghost('label', 'A'), ghost('label', 'B'), ghost('label', 'B')], '3 suggestions: 2 as under “B”, 1 as under “A”.'],
    ['what is beyond three reasons, together', [ghost('same'), ghost('wording'), ghost('own'), ghost('before'), ghost('label', 'A')], '5 suggestions: 1 same or similar question, 1 by the wording, 1 by the words of your tagged questions, 2 others.'],
  ])('is %s', (_, ghosts, expected) => {
    expect(line(...ghosts)).toBe(expected);
  }); // prettier-ignore

  it.each([
    [0.99, 'sure'],
    [0.85, 'sure'],
    [0.6, 'probable'],
    [0.3, 'possible'],
    [0.1, 'faint'],
  ])('a proposal at %d is %s', (probability, expected) => {
    expect(likelihoodOf({ ...ghost('own'), probability })).toBe(expected);
  });
});

describe('where suggestions may stand', () => {
  it.each<[string, Question, boolean, number]>([
    ['at an untagged question', ask('q'), true, 3],
    ['not at a tagged one', tagged('q', 'outward'), false, 0],
    ['not at one with several tags', tagged('q', 'outward', 'inward'), false, 0],
    ['not at one that is no question', tagged('q', 'skip'), false, 0],
    ['not by itself at one that is begun', ask(`q ${GAP}?`), false, 3],
    ['not by itself at one that is not listed', ask('q', { kind: 'embedded' }), false, 3],
  ])('%s', (_, question, ghost, proposals) => {
    const state = open([question], [HAUNTED], { shows: ALL });
    expect(ghostAt(state, 0) !== null).toBe(ghost);
    expect(proposalsAtCursor(state)).toHaveLength(proposals);
  });

  it('a ghost goes with a choice, and comes back with it', () => {
    expect(haunted(type(open(plain(2)), 'x'))).toEqual([1]);
    expect(haunted(type(open(plain(2)), 'x Mod+z'))).toEqual([0, 1]);
  });

  it('a question whose tag is cleared here has proposals, and no ghost', () => {
    const state = type(open([tagged('q', 'outward')]), 'Backspace');
    expect(stagesAt(state)).toEqual(['difference', 'limits', 'anomaly']);
    expect(haunted(state)).toEqual([]);
  });

  it('one that is out of the list is reached by nothing', () => {
    const state = reduceTagging(open([ask('a'), ask('b')]), { type: 'filter', text: 'a' });
    expect(haunted(state)).toEqual([0]);
    expect(reduceTagging(state, { type: 'accept-ghost', index: 1 })).toBe(state);
  });

  it('the ghost of another row is accepted where it is pointed at, and the cursor stays', () => {
    const state = reduceTagging(open(plain(3)), { type: 'accept-ghost', index: 2 });
    expect(chosen(state)).toEqual(['2=inward/difference']);
    expect(state.cursor).toBe(0);
  });

  it('another mode forgets what was proposed in the one before', () => {
    const proposals = new Map([[1, PLAIN]]);
    const state = reduceTagging(open(plain(2)), { type: 'suggest', mode: 'proposals', proposals });
    expect([...state.suggested.keys()]).toEqual([1]);
    const off = reduceTagging(state, { type: 'suggest', mode: 'off', proposals: new Map() });
    expect(off.suggested.size).toBe(0);
  });
});

describe('what was rejected', () => {
  it('is rejected for that text, whatever its blanks, width and case, and for no other', () => {
    const state = type(open([ask('Why so?'), ask('WHY  so？'), ask('Why?')]), 'n');
    expect(haunted(state)).toEqual([2]);
    expect([...state.choices.rejected.values()]).toEqual([
      { text: 'Why so?', stage: 'inward/difference', proposed: HAUNTED },
    ]);
  });

  it('stays so when proposals come anew', () => {
    const again: TagAction = {
      type: 'suggest',
      mode: 'ghosts',
      proposals: new Map([[0, HAUNTED]]),
    };
    expect(stagesAt(reduceTagging(type(open(plain(1)), 'n'), again))).toEqual([
      'limits',
      'anomaly',
    ]);
  });

  it('comes back with an undo, and goes with a redo', () => {
    const state = type(open(plain(2)), 'n j 1 1 Mod+z');
    expect(haunted(state)).toEqual([1]);
    const back = type(state, 'Mod+z');
    expect(haunted(back)).toEqual([0, 1]);
    expect(back.cursor).toBe(0);
    expect(haunted(type(back, 'Mod+y'))).toEqual([1]);
  });
});

describe('what stood at a question when its stage was chosen', () => {
  const later = proposed('outward/philosophy');
  const change: TagAction = { type: 'suggest', mode: 'ghosts', proposals: new Map([[0, later]]) };

  it.each([
    ['is kept for a digit', '1 1', HAUNTED],
    ['is kept for a proposal', 'd', HAUNTED],
    ['is nothing that was rejected', 'n 1 1', { ...HAUNTED, ghost: null }],
    ['is what stood at the first choice', '1 1 k 2 1', HAUNTED],
  ])('%s', (_, keys, expected) => {
    expect(type(open(plain(2)), keys).choices.stood.get(0)).toEqual(expected);
  });

  it('is not what is proposed once it is chosen', () => {
    const state = type(reduceTagging(type(open(plain(1)), 'y'), change), '2 1');
    expect(state.choices.stood.get(0)).toBe(HAUNTED);
  });

  it('is what stands there later where the choice was taken back before', () => {
    const state = type(reduceTagging(type(open(plain(1)), 'y Mod+z'), change), '2 1');
    expect(state.choices.stood.get(0)).toBe(later);
  });

  it('is nothing where nothing was worked out', () => {
    expect(type(open(plain(1), []), '1 1').choices.stood.size).toBe(0);
  });
});

describe('after any row of keys', () => {
  const keys = [
    'j', 'k', 'Shift+j', 'Space', 'g', 'u', 'Home', 'End', 'Mod+a', 'Mod+z', 'Mod+y', 's', 'd', 'f',
    'y', 'n', 'Shift+y', 'Enter', 'Escape', 'x', 'Backspace', '0', '1', '2', '/',
  ]; // prettier-ignore
  const question = fc
    .record({
      text: fc.constantFrom('a', 'b', `c ${GAP}`),
      kind: fc.constantFrom('body', 'embedded', 'heading'),
      marks: fc.array(fc.constantFrom('inward', 'outward/limits', 'skip'), { maxLength: 2 }),
    })
    .map(({ marks, text, kind }) => ask(text, { kind, marks: tagged(text, ...marks).marks }));
  const suggestions = fc.array(fc.constantFrom(PLAIN, HAUNTED, proposed(), proposed('outward!')), {
    maxLength: 8,
  });
  const opened = fc
    .tuple(fc.array(question, { maxLength: 8 }), suggestions, fc.constantFrom(HIDE, ALL))
    .map(([questions, known, shows]) => open(questions, known, { shows }));
  const rows = fc.array(fc.constantFrom(...keys), { maxLength: 30 });

  it('ghosts stand only where nothing is tagged, chosen, begun or out of the list', () => {
    fc.assert(
      fc.property(opened, rows, (state, typed) => {
        const after = type(state, typed.join(' '));
        for (const index of ghostsIn(after).keys()) {
          const at = after.questions[index];
          expect(at && markOf(at) === null && isListed(at) && !holdsGap(at.text)).toBe(true);
          expect(after.choices.now.has(index)).toBe(false);
          expect(after.visible).toContain(index);
        }
      }),
    );
  });

  it('whatever is worked out, nothing is chosen by it', () => {
    fc.assert(
      fc.property(opened, rows, suggestions, (state, typed, known) => {
        const before = type(state, typed.join(' '));
        const proposals = new Map(known.entries());
        const after = reduceTagging(before, { type: 'suggest', mode: 'ghosts', proposals });
        expect(after.choices).toBe(before.choices);
        expect([after.cursor, after.selected]).toEqual([before.cursor, before.selected]);
      }),
    );
  });

  it('keys of moving and selecting, and the first of two for all, choose nothing', () => {
    const harmless = keys.filter((key) => !/^([sdfynx012]|Backspace|Enter|Mod\+[yz])$/.test(key));
    expect(harmless).toContain('Shift+y');
    const twice = /Shift\+y (Shift\+y )*Shift\+y/;
    fc.assert(
      fc.property(opened, fc.array(fc.constantFrom(...harmless), { maxLength: 20 }), (state, typed) => {
        fc.pre(!twice.test(typed.join(' ')));
        expect(chosen(type(state, typed.join(' ')))).toEqual([]);
      }),
    ); // prettier-ignore
  });

  it('taking everything back gives the beginning, and doing it again all of it', () => {
    fc.assert(
      fc.property(opened, rows, (state, typed) => {
        const after = reduceTagging(type(state, typed.join(' ')), { type: 'focus', on: 'list' });
        const steps = after.choices.past.length;
        const back = type(after, 'Mod+z '.repeat(steps));
        const { now, rejected, stood } = back.choices;
        expect([now.size, rejected.size, stood.size]).toEqual([0, 0, 0]);
        const again = type(back, 'Mod+y '.repeat(steps)).choices;
        const all = after.choices;
        expect([again.now, again.rejected, again.stood]).toEqual([all.now, all.rejected, all.stood]); // prettier-ignore
      }),
    );
  });
});
