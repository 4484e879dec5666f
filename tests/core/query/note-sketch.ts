// Small notes for tests: questions in a few words, without reading a text.
import { NoteQuestions } from '../../../src/core/index/note-questions';
import type { NoteEntry } from '../../../src/core/index/question-index';
import { EXCLUDED } from '../../../src/core/model/scope';
import type { MarkValue, Question, QuestionKind } from '../../../src/core/model/question';

export interface Asked {
  readonly text: string;
  readonly tag?: string;
  readonly label?: string;
  readonly speaker?: string;
  readonly section?: string;
  readonly kind?: QuestionKind;
}

/** `tag` is `stance/stage`, or a stance; several, parted by spaces, are a conflict. */
export function question(asked: Asked, at: number): Question {
  const marks = (asked.tag ?? '').split(' ').filter((tag) => tag !== '');
  return {
    start: at,
    end: at + asked.text.length,
    markAt: at + asked.text.length,
    line: at + 1,
    text: asked.text,
    kind: asked.kind ?? 'body',
    section: asked.section === undefined ? [] : [asked.section],
    label: asked.label ?? null,
    speaker: asked.speaker ?? null,
    group: at,
    marks: marks.map((tag) => ({
      ...markValue(tag),
      root: 'question',
      from: 0,
      to: 0,
      style: 'tag',
    })),
  };
}

export function note(
  path: string,
  asked: readonly (Asked | string)[],
  options: { readonly inScope?: boolean; readonly excluded?: boolean } = {},
): NoteEntry {
  const inScope = options.inScope ?? true;
  const scope: NoteEntry['scope'] = { inScope, reason: inScope ? 'in' : 'tag-missing' };
  return {
    path,
    scope: options.excluded === true ? EXCLUDED : scope,
    checkbox: inScope,
    questions: NoteQuestions.of(
      asked.map((each, at) => question(typeof each === 'string' ? { text: each } : each, at * 100)),
    ),
  };
}

function markValue(tag: string): MarkValue {
  const [stance = '', stage = null] = tag.split('/');
  return { stance, stage };
}
