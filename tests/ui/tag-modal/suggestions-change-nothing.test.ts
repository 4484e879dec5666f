// A suggestion changes no byte of a note until a key accepts it: from the note's text to what would be written.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planChanges } from '../../../src/core/marks/change';
import { DEFAULT_MARK_FORMAT, formatMark } from '../../../src/core/model/mark';
import { underRoot } from '../../../src/core/model/question';
import { markOfKey } from '../../../src/core/model/stage-key';
import { DEFAULT_TAXONOMY, stageKeysOf } from '../../../src/core/model/taxonomy';
import { extractQuestions } from '../../../src/core/reading/extract';
import { NoteProposals } from '../../../src/core/suggest/note-proposals';
import { TagMemory } from '../../../src/core/suggest/tag-memory';
import { chosenChanges, countedMarkToBe } from '../../../src/ui/tag-modal/choices';
import { intentOf } from '../../../src/ui/tag-modal/keys';
import { openTagging, reduceTagging, type TagAction } from '../../../src/ui/tag-modal/model';
import { ghostsIn } from '../../../src/ui/tag-modal/suggested';
import type { TagState } from '../../../src/ui/tag-modal/tag-state';
import { noteArbitrary } from '../../core/reading/extract-cases/note-arbitrary';
import { tagged } from '../../core/suggest/tagged-notes';

const ROOTS = [DEFAULT_TAXONOMY.root];
const HIDE = { embedded: false, unmarked: false, skipped: false };
const CORE = 'Core question';
const SAME = 'What keeps the bridge where it stands?';

/** So many alike that a ghost stands wherever the label does. */
function memory(): TagMemory {
  const known = new TagMemory();
  const many = Array.from({ length: 60 }, (_, at) =>
    tagged(at % 2 === 0 ? SAME : `${SAME} ${at}`, 'inward/difference', {
      label: CORE,
      section: CORE,
    }),
  );
  known.put('other.md', many);
  return known;
}
const known = memory();

const marks = [
  '',
  ...[...stageKeysOf(DEFAULT_TAXONOMY), 'skip'].map(
    (key) => ` ${formatMark(markOfKey(key), DEFAULT_MARK_FORMAT)}`,
  ),
];
const underLabel = fc
  .array(
    fc.tuple(
      fc.constantFrom(SAME, 'What is it at its root?', '差在哪裡？'),
      fc.constantFrom(...marks),
    ),
    { maxLength: 6 },
  )
  .map((lines) => `## ${CORE}\n\n${CORE}:\n\n${lines.map((line) => line.join('')).join('\n')}`);
const note = fc.oneof(noteArbitrary, underLabel);

/** None of them chooses; `n` rejects, and the first `Shift+y` only asks, which any other of them answers with «no». */
const HARMLESS_KEYS = ['j', 'k', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp', 'Space', 'g', 'u', 'n', 'Escape', '/', 'Tab', 'q', 'w', 'Shift+j', 'Mod+a', 'Mod+z', 'Mod+Shift+z']; // prettier-ignore
const deed = fc.oneof(
  fc.constantFrom(...HARMLESS_KEYS).map((key) => ({ key })),
  fc
    .oneof<fc.Arbitrary<TagAction>[]>(
      fc.record({
        type: fc.constant('point' as const),
        index: fc.nat(8),
        how: fc.constantFrom('move', 'toggle', 'extend'),
      }),
      fc.record({
        type: fc.constant('open-stance' as const),
        stance: fc.constantFrom('inward', 'outward'),
      }),
      fc.record({
        type: fc.constant('filter' as const),
        text: fc.constantFrom('', 'bridge', '差'),
      }),
      fc.record({
        type: fc.constant('show' as const),
        kind: fc.constantFrom('embedded', 'unmarked', 'skipped'),
        on: fc.boolean(),
      }),
      fc.record({ type: fc.constant('select-members' as const), members: fc.array(fc.nat(8)) }),
      fc.constant({ type: 'offer-ghosts' as const }),
      fc.constant({ type: 'reject-ghost' as const }),
      fc.constant({ type: 'accept-proposal' as const, position: 7 }),
    )
    .map((action) => ({ action })),
  fc.constant({ suggest: true }),
);
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

function opened(text: string) {
  const all = extractQuestions(text, { roots: ROOTS });
  const questions = all.map((question) => underRoot(question, DEFAULT_TAXONOMY.root));
  const knowledge = {
    memory: known,
    taxonomy: DEFAULT_TAXONOMY,
    records: {},
    rejected: new Set<string>(),
    mode: 'ghosts' as const,
  };
  const proposals = new NoteProposals(() => knowledge, 'note.md', questions, text);
  const suggest = (state: TagState): TagState => {
    const now = questions.map((_, at) => countedMarkToBe(state.choices.now, questions, at));
    const of = new Map(questions.map((_, at) => [at, proposals.of(at, now)]));
    return reduceTagging(state, { type: 'suggest', mode: 'ghosts', proposals: of });
  };
  const state = openTagging(questions, DEFAULT_TAXONOMY, HIDE, { mode: 'ghosts' });
  return { state: suggest(state), suggest, close: () => proposals.close() };
}

function press(state: TagState, key: string): TagState {
  const parts = key.split('+');
  const intent = intentOf(state, {
    name: parts[parts.length - 1] ?? '',
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
    alt: false,
    isRepeat: false,
  });
  return intent?.do === 'act' ? reduceTagging(state, intent.action) : state;
}

function written(text: string, { choices, questions }: TagState): string {
  const plan = planChanges(text, chosenChanges(choices.now, questions), DEFAULT_MARK_FORMAT);
  return [...plan.edits]
    .sort((a, b) => b.from - a.from)
    .reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text);
}

describe('what is suggested in the modal', () => {
  it('changes no byte of a note, whatever is done but to choose and to accept', () => {
    let ghosts = 0;
    fc.assert(
      fc.property(note, fc.array(deed, { maxLength: 25 }), (text, deeds: readonly Deed[]) => {
        const { state, suggest, close } = opened(text);
        ghosts += ghostsIn(state).size;
        const after = deeds.reduce((now, each) => {
          if ('key' in each) return press(now, each.key);
          return 'action' in each ? reduceTagging(now, each.action) : suggest(now);
        }, state);
        close();
        expect(chosenChanges(after.choices.now, after.questions)).toEqual([]);
        expect(written(text, after)).toBe(text);
      }),
    );
    expect(ghosts).toBeGreaterThan(0);
  });

  it('is written by the key that accepts it: where it stood, that stage, and nothing else', () => {
    const text = `## ${CORE}\n\n${CORE}:\n\n${SAME}\nWho pays? #question/outward/limits\nAnd: ${SAME}`;
    const { state, close } = opened(text);
    close();
    const first = text.replace(SAME, `${SAME} #question/inward/difference`);
    expect(written(text, press(state, 'y'))).toBe(first);
    const all = press(press(state, 'Shift+y'), 'y');
    expect(written(text, all)).toBe(`${first} #question/inward/difference`);
    expect(written(text, press(press(state, 'Shift+y'), 'n'))).toBe(text);
  });
});
