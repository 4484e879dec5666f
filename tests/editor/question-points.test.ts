import { EditorState, type ChangeSpec } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { extractQuestions } from '../../src/core/reading/extract';
import { editorOptions } from '../../src/editor/editor-options';
import {
  marksAt,
  questionAtPoint,
  questionPoints,
  setQuestions,
} from '../../src/editor/question-points';
import { handMarkedNote } from '../core/note-text';
import { OPTIONS } from './editor-options';

vi.mock('obsidian', () => import('./obsidian'));

const ROOTS = ['question'];

function stateOf(doc: string): EditorState {
  return EditorState.create({ doc, extensions: [editorOptions.of(OPTIONS), questionPoints] });
}

/** The points of a state, with the marks that the text has there. */
function pointsOf(state: EditorState) {
  const found: { readonly at: number; readonly kind: string; readonly marks: unknown }[] = [];
  state.field(questionPoints).between(0, state.doc.length, (at, _to, { kind }) => {
    found.push({ at, kind, marks: marksAt(state, at, ROOTS) });
  });
  return found;
}

function readAnew(state: EditorState): EditorState {
  const questions = extractQuestions(state.doc.toString(), { roots: ROOTS });
  return state.update({ effects: setQuestions.of(questions) }).state;
}

function changed(state: EditorState, changes: ChangeSpec): EditorState {
  return state.update({ changes }).state;
}

/** A text with `|` where the points are expected. */
function shown(state: EditorState): string {
  const text = state.doc.toString();
  return pointsOf(state).reduceRight(
    (drawn, { at }) => `${drawn.slice(0, at)}|${drawn.slice(at)}`,
    text,
  );
}

describe('the points of questions', () => {
  it.each([
    ['為什麼？', '為什麼？|'],
    ['「為什麼？」他問。', '「為什麼？」|他問。'],
    ['**Why?** #question/inward', '**Why?**| #question/inward'],
    ['Why? So? Then.', 'Why?| So?| Then.'],
    ['`Why?`', '`Why?`'],
  ])('stand behind what closes the question: %s', (text, expected) => {
    expect(shown(stateOf(text))).toBe(expected);
  });

  it.each([
    ['text before it', 'A. Why? B.', { from: 0, insert: 'xyz' }, 'xyzA. Why?| B.'],
    ['text in it', 'A. Why? B.', { from: 4, insert: 'xyz' }, 'A. Wxyzhy?| B.'],
    ['a mark at it', 'Why?', { from: 4, insert: ' #question/skip' }, 'Why?| #question/skip'],
    ['a deletion behind it', 'Why? B.', { from: 4, to: 7 }, 'Why?|'],
    ['a deletion across it', 'A. Why? B. C?', { from: 2, to: 9 }, 'A.. C?|'],
  ])('stay with their question through %s', (_what, text, change, expected) => {
    expect(shown(changed(stateOf(text), change))).toBe(expected);
  });

  it('have the marks that the text has now', () => {
    const tagged = changed(stateOf('Why? Because.'), { from: 4, insert: ' #question/inward' });
    expect(pointsOf(tagged)[0]?.marks).toEqual([
      { root: 'question', stance: 'inward', stage: null, style: 'tag', from: 5, to: 21 },
    ]);
    const broken = changed(tagged, { from: 5, to: 6, insert: '' });
    expect(pointsOf(broken)[0]?.marks).toEqual([]);
  });

  it.each([
    '[A？ #question/inward B？](url)',
    '[[a|A？ #question/inward B？]] #question/inward',
    'A？\n#question/inward\n',
    '# A？\n#question/inward\n',
    'A？ [[b]] 📅 2026-01-01 #question/inward',
    '## "Why?!"」** [#question/inward x](y) **Why?** #question/inward [so](a)',
  ])('have the marks that are read there: %s', (text) => {
    expect(pointsOf(stateOf(text)).map(({ marks }) => marks)).toEqual(
      extractQuestions(text, { roots: ROOTS }).map(({ marks }) => marks),
    );
  });

  it('agree with a fresh reading once the text is read again, whatever was edited', () => {
    fc.assert(
      fc.property(
        handMarkedNote,
        fc.array(fc.record({ at: fc.nat(), length: fc.nat(12), insert: fc.string() })),
        (text, edits) => {
          const edited = edits.reduce((state, { at, length, insert }) => {
            const from = at % (state.doc.length + 1);
            return changed(state, {
              from,
              to: Math.min(from + length, state.doc.length),
              insert,
            });
          }, stateOf(text));
          // Between two readings, points are in order and in the text.
          const between = pointsOf(edited).map(({ at }) => at);
          expect(between).toEqual([...between].sort((a, b) => a - b));
          const now = edited.doc.toString();
          expect(pointsOf(readAnew(edited))).toEqual(
            extractQuestions(now, { roots: ROOTS }).map(({ markAt, kind, marks }) => ({
              at: markAt,
              kind,
              marks,
            })),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keep up with edits elsewhere without reading', () => {
    fc.assert(
      fc.property(handMarkedNote, fc.stringMatching(/^[a-z]{1,8}$/), (note, word) => {
        const state = stateOf(note);
        const moved = changed(state, { from: 0, insert: `${word} ${word}.\n\n` });
        const shift = moved.doc.length - state.doc.length;
        expect(pointsOf(moved).map(({ at }) => at)).toEqual(
          pointsOf(state).map(({ at }) => at + shift),
        );
      }),
    );
  });
});

describe('the question that is chosen', () => {
  it.each([
    ['|為什麼？ #question/inward', null],
    ['為什麼？| #question/inward', '為什麼？'],
    ['為什麼？ |#question/inward', '為什麼？'],
    ['為什麼？ #question/inward| 因為。', '為什麼？'],
    ['為什麼？ #question/inward 因|為。', null],
    ['Why? So?|', 'So?'],
  ])('is read from the text as it stands: %s', (drawn, expected) => {
    const at = drawn.indexOf('|');
    const state = stateOf(drawn.replace('|', ''));
    expect(questionAtPoint(state, at)?.text ?? null).toBe(expected);
  });
});
