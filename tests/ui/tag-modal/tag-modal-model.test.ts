import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planChanges } from '../../../src/core/marks/change';
import { sameMark } from '../../../src/core/model/mark';
import { isConflict, markOf, type Question } from '../../../src/core/model/question';
import { extractQuestions } from '../../../src/core/reading/extract';
import { applyEdits } from '../../../src/core/model/text-edit';
import { DEFAULT_TAXONOMY } from '../../../src/core/model/taxonomy';
import { chosenChanges } from '../../../src/ui/tag-modal/choices';
import {
  canGoBack,
  openTagging,
  reduceTagging,
  type Movement,
  type TagAction,
} from '../../../src/ui/tag-modal/model';
import { tally, targetsOf, type Shows, type TagState } from '../../../src/ui/tag-modal/tag-state';
import { ask, inOrder, tagged, value } from './tag-modal-questions';

const HIDE: Shows = { embedded: false, unmarked: false, skipped: false };

function open(questions: readonly Question[], shows: Shows = HIDE): TagState {
  return openTagging(inOrder(questions), DEFAULT_TAXONOMY, shows, { offset: 0 });
}

const plain = (count: number) => Array.from({ length: count }, (_, at) => ask(`q${at}`));

describe('the modal as it opens', () => {
  const questions = inOrder([
    tagged('a', 'inward'),
    ask('hidden', { kind: 'embedded' }),
    ask('b'),
    tagged('c', 'outward'),
  ]);
  it.each<[string, number | null, number]>([
    ['on the question that the writer’s cursor is in', 320, 3],
    ['on the nearest one before it', 290, 2],
    ['on one that is listed', 120, 0],
    ['on the first untagged one where there is none before it', -1, 2],
    ['on the first untagged one where the writer is elsewhere', null, 2],
  ])('has its cursor %s', (_, offset, expected) => {
    expect(openTagging(questions, DEFAULT_TAXONOMY, HIDE, { offset }).cursor).toBe(expected);
  });

  it('has its cursor on the first where all are tagged', () => {
    const all = inOrder([tagged('a', 'inward'), tagged('b', 'inward')]);
    expect(openTagging(all, DEFAULT_TAXONOMY, HIDE).cursor).toBe(0);
    expect(openTagging([], DEFAULT_TAXONOMY, HIDE).cursor).toBeNull();
  });
});

/**
 * A walk as words: `down`, `up`, `shift-down`, `shift-up`, `home`, `end`, `pgdn`, `pgup`, `u` (untagged),
 * `space`, `all`, `widen`, `undo`, `redo`, `clear`, `skip`, digits, `back`, `/text`.
 */
function walk(state: TagState, words: string): TagState {
  return words
    .split(' ')
    .filter((word) => word !== '')
    .reduce((now, word) => reduceTagging(now, actionOf(word)), state);
}

function actionOf(word: string): TagAction {
  const moves: Readonly<Record<string, Movement>> = {
    down: 'next',
    up: 'previous',
    home: 'first',
    end: 'last',
    pgdn: 'page-down',
    pgup: 'page-up',
    u: 'next-untagged',
  };
  const to = moves[word.replace('shift-', '')];
  if (to) return { type: 'move', to, extend: word.startsWith('shift-') };
  if (/^\d$/.test(word)) return { type: 'digit', digit: Number(word) };
  if (word.startsWith('/')) return { type: 'filter', text: word.slice(1) };
  const others: Readonly<Record<string, TagAction>> = {
    space: { type: 'toggle' },
    all: { type: 'select-all' },
    widen: { type: 'widen' },
    undo: { type: 'undo' },
    redo: { type: 'redo' },
    clear: { type: 'choose', value: null },
    skip: { type: 'choose', value: value('skip') },
    back: { type: 'go-back' },
  };
  const action = others[word];
  if (!action) throw new Error(`no such step: ${word}`);
  return action;
}

/** The choices as `index=stance/stage`, `index=` for cleared. */
function chosen(state: TagState): readonly string[] {
  return [...state.choices.now]
    .sort(([a], [b]) => a - b)
    .map(
      ([index, mark]) => `${index}=${mark ? [mark.stance, mark.stage ?? []].flat().join('/') : ''}`,
    );
}

const selected = (state: TagState) => [...state.selected].sort((a, b) => a - b);

describe('the cursor', () => {
  it.each([
    ['starts on the first question', '', 0],
    ['goes down', 'down down', 2],
    ['goes up', 'down down up', 1],
    ['stops at the top', 'up', 0],
    ['stops at the bottom', 'end down', 29],
    ['goes to the ends', 'end home', 0],
    ['goes by pages', 'pgdn pgdn pgup', 10],
    ['stops at the bottom by pages too', 'pgdn pgdn pgdn', 29],
  ])('%s', (_, words, cursor) => {
    expect(walk(open(plain(30)), words).cursor).toBe(cursor);
  });

  it('is nowhere where there are no questions, and nothing happens there', () => {
    const state = open([]);
    expect(state.cursor).toBeNull();
    expect(chosen(walk(state, 'down space 1 1 all clear u widen undo'))).toEqual([]);
  });

  it.each([
    ['to the next question without a tag', 'u', 1],
    ['over those that have one', 'down u', 3],
    ['around the end', 'end u', 1],
    ['over those that were given one here', 'down 1 1 home u', 3],
    ['to those whose tag was cleared here', 'end clear up u', 4],
  ])('jumps %s', (_, words, cursor) => {
    const questions = [
      tagged('q0', 'inward'),
      ask('q1'),
      tagged('q2', 'skip'),
      ask('q3'),
      tagged('q4', 'outward/limits'),
    ];
    const state = open(questions, { ...HIDE, skipped: true });
    expect(walk(state, words).cursor).toBe(cursor);
  });

  it('stays where everything has a tag', () => {
    expect(walk(open([tagged('a', 'inward'), tagged('b', 'inward')]), 'down u').cursor).toBe(1);
  });
});

describe('the selection', () => {
  it.each([
    ['Space selects', 'space', [0]],
    ['Space again unselects', 'space space', []],
    ['is kept on the way to the next', 'space down down space', [0, 2]],
    ['Shift extends it', 'down shift-down shift-down', [1, 2, 3]],
    ['Shift and back shrinks it', 'down shift-down shift-down shift-up', [1, 2]],
    ['Shift over the start turns it around', 'down down shift-down shift-up shift-up', [1, 2]],
    ['Shift adds to what was selected', 'space down down shift-down', [0, 2, 3]],
    ['Shift goes to the ends', 'down shift-end', [1, 2, 3, 4]],
    ['takes all', 'all', [0, 1, 2, 3, 4]],
    ['drops all where all were taken', 'all all', []],
    [
      'with a new start for Shift after a plain move',
      'shift-down down down shift-down',
      [0, 1, 3, 4],
    ],
  ])('%s', (_, words, expected) => {
    expect(selected(walk(open(plain(5)), words))).toEqual(expected);
  });

  it.each([
    ['plainly moves', { how: 'move' }, 3, []],
    ['with Ctrl toggles', { how: 'toggle' }, 3, [3]],
    ['with Shift takes the stretch', { how: 'extend' }, 3, [1, 2, 3]],
  ] as const)('a click %s', (_, { how }, cursor, expected) => {
    const state = reduceTagging(walk(open(plain(5)), 'down'), { type: 'point', index: 3, how });
    expect(state.cursor).toBe(cursor);
    expect(selected(state)).toEqual(expected);
  });

  it('a click on a heading takes all below it, and drops them where all were taken', () => {
    const members = [1, 2];
    const once = reduceTagging(walk(open(plain(4)), 'space'), { type: 'select-members', members });
    expect(selected(once)).toEqual([0, 1, 2]);
    expect(selected(reduceTagging(once, { type: 'select-members', members }))).toEqual([0]);
  });

  it('widens from the label to the section, and never to everything', () => {
    const at = (section: string, label: string) => ask('q', { section: [section], label });
    const state = open([at('A', 'x'), at('A', 'x'), at('A', 'y'), at('B', 'z')]);
    expect(selected(walk(state, 'widen'))).toEqual([0, 1]);
    expect(selected(walk(state, 'widen widen'))).toEqual([0, 1, 2]);
    expect(selected(walk(state, 'widen widen widen widen'))).toEqual([0, 1, 2]);
  });

  it('widens from a title that all stands under to itself alone', () => {
    const title = ask('q', { kind: 'heading', section: ['q'] });
    const state = open([title, ask('a', { section: ['q'] }), ask('b', { section: ['q', 'B'] })]);
    expect(selected(walk(state, 'widen widen'))).toEqual([0]);
  });
});

describe('choosing', () => {
  it.each([
    ['stance, then stage', '1 2', ['0=inward/difference']],
    ['another stance', '2 4', ['0=outward/philosophy']],
    ['a stance alone with 0', '2 0', ['0=outward']],
    ['nothing while the stage is missing', '1', []],
    ['nothing for a stance that does not exist', '9 1', []],
    ['nothing for a stage that does not exist, and waits', '1 9 3', ['0=inward/direction']],
    ['nothing where the stance was left again', '1 back', []],
    ['nothing where the cursor moved on meanwhile', '1 down up', []],
    ['«not a question»', 'skip', ['0=skip']],
    ['nothing by clearing what has no tag', 'clear', []],
    [
      'one question after the other',
      '1 1 1 2 2 1',
      ['0=inward/anomaly', '1=inward/difference', '2=outward/definition'],
    ],
    ['again, and the last counts', '1 1 up 2 2', ['0=outward/analogy']],
    [
      'for all that is selected',
      'shift-down shift-down 1 1',
      ['0=inward/anomaly', '1=inward/anomaly', '2=inward/anomaly'],
    ],
    [
      'the next one for the question behind the selection',
      'shift-down 1 1 2 2',
      ['0=inward/anomaly', '1=inward/anomaly', '2=outward/analogy'],
    ],
    [
      'the next one for the question behind the selection’s last, wherever the cursor is',
      'down down space up up space 1 1 2 2',
      ['0=inward/anomaly', '2=inward/anomaly', '3=outward/analogy'],
    ],
  ])('takes %s', (_, words, expected) => {
    expect(chosen(walk(open(plain(4)), words))).toEqual(expected);
  });

  it('for one question moves on to the next', () => {
    expect(walk(open(plain(3)), '1 1').cursor).toBe(1);
    expect(walk(open(plain(3)), 'end 1 1').cursor).toBe(2);
    expect(walk(open([tagged('a', 'inward'), ask('b')]), '1 0').cursor).toBe(1);
  });

  it.each([
    ['between the two digits nothing', 'shift-down 1', 1, [0, 1], 'inward'],
    ['the stage drops it and goes on behind it', 'shift-down 1 1', 2, [], null],
    ['so does a stance alone', 'shift-down 1 0', 2, [], null],
    ['so does «not a question»', 'shift-down skip', 2, [], null],
    ['so does clearing', 'shift-down clear', 2, [], null],
    ['so does what they have already', 'shift-down 1 1 home shift-down 1 1', 2, [], null],
    ['so does a selection of one', 'space 1 1', 1, [], null],
    ['at the end it stays on its last', 'end shift-up 1 1', 3, [], null],
  ] as const)('for a selection: %s', (_, words, cursor, left, stance) => {
    const state = walk(open(plain(4)), words);
    expect([state.cursor, selected(state), state.openStance]).toEqual([cursor, left, stance]);
  });

  it('for one group after the other needs no move between them', () => {
    const at = (label: string) => ask('q', { section: ['A'], label });
    const state = open([at('x'), at('x'), at('y'), at('y'), at('z')]);
    expect(chosen(walk(state, 'widen 1 3 widen 2 1 1 1'))).toEqual([
      '0=inward/direction',
      '1=inward/direction',
      '2=outward/definition',
      '3=outward/definition',
      '4=inward/anomaly',
    ]);
  });

  it('goes by what is in sight where the list is filtered', () => {
    const state = open([ask('a1'), ask('b'), ask('a2'), ask('c'), ask('a3')]);
    const after = walk(state, '/a shift-down 1 1');
    expect([after.cursor, chosen(after)]).toEqual([4, ['0=inward/anomaly', '2=inward/anomaly']]);
  });

  it('never touches a question that was not selected, nor one that had its turn', () => {
    const words = ['down', 'up', 'space', 'shift-down', 'shift-up', 'widen', 'all', '1', '2', 'u'];
    const sections = fc.array(fc.constantFrom('A', 'B'), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(sections, fc.array(fc.constantFrom(...words)), (names, steps) => {
        let state = open([...names].sort().map((name) => ask('q', { section: [name] })));
        for (const step of steps) {
          const targets = targetsOf(state);
          const before = state;
          state = walk(state, step);
          if (state.choices === before.choices) continue;
          const touched = state.visible.filter(
            (index) => state.choices.now.get(index) !== before.choices.now.get(index),
          );
          expect(touched.filter((index) => !targets.includes(index))).toEqual([]);
          expect(selected(state)).toEqual([]);
          const last = targets.at(-1) ?? 0;
          expect(state.cursor).toBe(Math.min(last + 1, names.length - 1));
        }
      }),
    );
  });

  it.each([
    ['what the question has already is no change', '1 2', []],
    ['another stage is', '1 1', ['0=inward/anomaly']],
    ['clearing is', 'clear', ['0=']],
    ['going back to what it has takes the choice back', '1 1 up 1 2', []],
  ])('on a tagged question: %s', (_, words, expected) => {
    expect(chosen(walk(open([tagged('a', 'inward/difference'), ask('b')]), words))).toEqual(
      expected,
    );
  });

  it('the first of two tags is a change, since it takes the other away', () => {
    const state = open([tagged('a', 'inward/difference', 'outward/limits')]);
    expect(chosen(walk(state, '1 2'))).toEqual(['0=inward/difference']);
  });

  it('a tag that the taxonomy does not know can be changed and cleared', () => {
    const state = open([tagged('a', 'sideways/far')]);
    expect(chosen(walk(state, '2 1'))).toEqual(['0=outward/definition']);
    expect(chosen(walk(state, 'clear'))).toEqual(['0=']);
  });
});

describe('taking back', () => {
  it.each([
    ['the last choice', '1 1 2 1 undo', ['0=inward/anomaly']],
    ['one after the other', '1 1 2 1 undo undo', []],
    ['a whole selection at once', 'all 1 1 undo', []],
    ['and doing again', '1 1 2 1 undo undo redo', ['0=inward/anomaly']],
    ['nothing more than there is', 'undo undo redo', []],
    [
      'after which a new choice ends what could be done again',
      '1 1 undo 2 1 redo',
      ['0=outward/definition'],
    ],
  ])('%s', (_, words, expected) => {
    expect(chosen(walk(open(plain(3)), words))).toEqual(expected);
  });

  it('puts the cursor back on the question it was about', () => {
    expect(walk(open(plain(5)), 'down 1 1 down undo').cursor).toBe(1);
  });
});

describe('the list', () => {
  const mixed = [
    ask('為什麼模型需要海量數據？', { label: '核心問題', section: ['泛化與效率'] }),
    ask('what for?', { kind: 'embedded' }),
    tagged('is it?', 'skip'),
    tagged('so what?', 'inward'),
    ask('ＡＩ 會怎樣？', { speaker: 'Dwarkesh' }),
    tagged('how so?', 'outward'),
  ];

  it.each([
    ['hides embedded and skipped questions', HIDE, [0, 3, 4, 5]],
    ['shows embedded ones when asked', { ...HIDE, embedded: true }, [0, 1, 3, 4, 5]],
    ['shows skipped ones when asked', { ...HIDE, skipped: true }, [0, 2, 3, 4, 5]],
  ])('%s', (_, shows, visible) => {
    expect(open(mixed, shows).visible).toEqual(visible);
  });

  it.each([
    ['by its text', '/海量', [0]],
    ['by its label', '/核心', [0]],
    ['by its section', '/效率', [0]],
    ['by its speaker, in any case', '/dwark', [4]],
    ['in any width', '/ai', [4]],
    ['with nothing that fits', '/沒有這個', []],
    ['not at all for a space', '/ ', [0, 3, 4, 5]],
  ])('finds a question %s', (_, words, visible) => {
    expect(reduceTagging(open(mixed), actionOf(words)).visible).toEqual(visible);
  });

  it('moves the cursor to the nearest question that is left', () => {
    expect(walk(open(mixed), '/ai').cursor).toBe(4);
    expect(walk(open(mixed), 'end /海量').cursor).toBe(0);
    expect(walk(open(mixed), 'down /what').cursor).toBe(3);
    expect(walk(open(mixed), '/nothing').cursor).toBeNull();
    expect(walk(open(mixed), '/nothing back').cursor).toBe(0);
  });

  it('never lets a choice reach a question that is out of sight', () => {
    const state = walk(open(mixed), 'all /ai 1 1 back');
    expect(chosen(state)).toEqual(['4=inward/anomaly']);
  });

  it('keeps a question marked «not a question» here in sight when the filter changes', () => {
    expect(walk(open(mixed), 'skip /為 back').visible).toContain(0);
  });

  it('does nothing at a question that is not in it', () => {
    const state = open(mixed);
    expect(reduceTagging(state, { type: 'point', index: 1, how: 'toggle' })).toBe(state);
  });

  it('counts listed questions and those that will have a tag', () => {
    expect(tally(open(mixed))).toEqual({ listed: 4, tagged: 2 });
    expect(tally(walk(open(mixed), '1 1'))).toEqual({ listed: 4, tagged: 3 });
    expect(tally(walk(open(mixed), 'skip'))).toEqual({ listed: 3, tagged: 2 });
    const shown = open(mixed, { embedded: true, unmarked: false, skipped: true });
    expect(tally(shown)).toEqual({ listed: 4, tagged: 2 });
    expect(tally(walk(shown, 'down 1 1'))).toEqual({ listed: 5, tagged: 3 });
  });
});

describe('going back', () => {
  it.each([
    ['from a stance without its stage', '1', true],
    ['from a filter', '/q', true],
    ['from nothing', '', false],
    ['from choices, which are for leaving to ask about', '1 1', false],
    ['from a selection', 'all', true],
  ])('%s', (_, words, expected) => {
    expect(canGoBack(walk(open(plain(3)), words))).toBe(expected);
  });

  it('leaves the open stance first, then the selection, then the filter', () => {
    const steps = ['/q all 1', 'back', 'back', 'back'];
    let state = open(plain(3));
    const seen = steps.map((words) => {
      state = walk(state, words);
      return [state.openStance, selected(state).length, state.filter];
    });
    expect(seen).toEqual([
      ['inward', 3, 'q'],
      [null, 3, 'q'],
      [null, 0, 'q'],
      [null, 0, ''],
    ]);
    expect(canGoBack(state)).toBe(false);
  });

  it('leaves the filter box', () => {
    const inBox = reduceTagging(open(plain(3)), { type: 'focus', on: 'filter' });
    expect(canGoBack(inBox)).toBe(true);
    expect(walk(inBox, 'back').focus).toBe('list');
  });
});

describe('after any walk', () => {
  const words = [
    'down', 'up', 'shift-down', 'shift-up', 'home', 'end', 'pgdn', 'shift-end', 'u', 'space', 'all',
    'widen', 'undo', 'redo', 'clear', 'skip', '0', '1', '2', '3', '4', '9', 'back', '/a', '/q', '/',
  ]; // prettier-ignore
  const question = fc
    .record({
      text: fc.constantFrom('a', 'q', 'aq'),
      kind: fc.constantFrom('body', 'embedded', 'heading'),
      label: fc.option(fc.constantFrom('x', 'y')),
      marks: fc.array(fc.constantFrom('inward', 'outward/limits', 'skip', 'odd/one'), {
        maxLength: 2,
      }),
    })
    .map(({ marks, text, ...given }) =>
      ask(text, { ...given, marks: tagged(text, ...marks).marks }),
    );
  const walks = fc.tuple(
    fc.array(question, { maxLength: 8 }),
    fc.array(fc.constantFrom(...words), { maxLength: 30 }),
  );
  const follow = ([questions, steps]: [Question[], string[]]) =>
    steps.reduce((state, step) => reduceTagging(state, actionOf(step)), open(questions));

  it('the cursor and the selection are in sight', () => {
    fc.assert(
      fc.property(walks, (given) => {
        const state = follow(given);
        expect(state.cursor === null).toBe(state.visible.length === 0);
        if (state.cursor !== null) expect(state.visible).toContain(state.cursor);
        for (const index of state.selected) expect(state.visible).toContain(index);
        for (const index of targetsOf(state)) expect(state.visible).toContain(index);
      }),
    );
  });

  it('every choice changes its question', () => {
    fc.assert(
      fc.property(walks, (given) => {
        const { choices, questions } = follow(given);
        for (const { question: of, value: to } of chosenChanges(choices.now, questions)) {
          expect(isConflict(of) || !sameMark(markOf(of), to)).toBe(true);
        }
      }),
    );
  });

  it('taking everything back leaves no choice, and doing it again leaves them all', () => {
    fc.assert(
      fc.property(walks, (given) => {
        const state = follow(given);
        const steps = state.choices.past.length;
        const back = Array.from({ length: steps }).reduce<TagState>(
          (now) => walk(now, 'undo'),
          state,
        );
        expect(chosen(back)).toEqual([]);
        const again = Array.from({ length: steps }).reduce<TagState>(
          (now) => walk(now, 'redo'),
          back,
        );
        expect(chosen(again)).toEqual(chosen(state));
      }),
    );
  });
});

describe('tags of other roots than the taxonomy’s', () => {
  const text =
    'A? #bloom/analyze #question/inward\n\nB? #bloom/analyze\n\nC? #bloom/skip\n\nD? #question/inward #question/outward #bloom/apply\n';
  const questions = extractQuestions(text, { roots: ['bloom', 'question'] });
  const open = () => openTagging(questions, DEFAULT_TAXONOMY, HIDE, { offset: 0 });
  const marksOf = ({ questions: read }: TagState) =>
    read.map(({ marks }) => marks.map(({ stance }) => stance).join(' '));

  it('are no tags in the modal, and hide no question', () => {
    expect(marksOf(open())).toEqual(['inward', '', '', 'inward outward']);
    expect(open().visible).toEqual([0, 1, 2, 3]);
    expect(tally(open())).toEqual({ listed: 4, tagged: 2 });
  });

  it('do not make a choice of what a question has already', () => {
    const same = reduceTagging(open(), { type: 'choose', value: value('inward') });
    expect(chosenChanges(same.choices.now, same.questions)).toEqual([]);
    const cleared = reduceTagging(
      reduceTagging(open(), { type: 'move', to: 'next', extend: false }),
      {
        type: 'choose',
        value: null,
      },
    );
    expect(cleared.choices.now.size).toBe(0);
  });

  it('stay beside the tag that is chosen', () => {
    const chosen = reduceTagging(open(), { type: 'choose', value: value('outward') });
    const changes = chosenChanges(chosen.choices.now, chosen.questions);
    const format = { root: 'question', style: 'tag' } as const;
    const { edits } = planChanges(text, changes, format, ['bloom', 'question']);
    const result = applyEdits(text, edits);
    expect(result.ok && result.text.split('\n')[0]).toBe('A? #bloom/analyze #question/outward');
  });
});
