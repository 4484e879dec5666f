/** Rows for tests of queries: a question with what the case is about, everything else plain. */
import { NoteQuestions } from '../../../src/core/index/note-questions';
import type { Question } from '../../../src/core/model/question';
import { type Filter, prepareRows, type Row } from '../../../src/core/query';

export interface RowSketch {
  readonly path?: string;
  readonly text?: string;
  readonly label?: string | null;
  readonly speaker?: string | null;
  readonly section?: readonly string[];
  /** `stance/stage` or `stance`; several are a conflict. */
  readonly marks?: readonly string[];
  readonly kind?: Question['kind'];
  readonly inScope?: boolean;
}

export function row(sketch: RowSketch = {}): Row {
  const question: Question = {
    start: 0,
    end: 4,
    markAt: 4,
    line: 1,
    text: sketch.text ?? 'Why?',
    kind: sketch.kind ?? 'body',
    section: sketch.section ?? [],
    label: sketch.label ?? null,
    speaker: sketch.speaker ?? null,
    group: 1,
    marks: (sketch.marks ?? []).map((mark) => {
      const [stance = '', ...stage] = mark.split('/');
      return {
        root: 'question',
        stance,
        stage: stage.length === 0 ? null : stage.join('/'),
        from: 5,
        to: 9,
        style: 'tag',
      };
    }),
  };
  const inScope = sketch.inScope ?? true;
  const questions = NoteQuestions.of([question]);
  const [same = question] = questions.all();
  return {
    question: same,
    entry: {
      path: sketch.path ?? 'Note.md',
      scope: { inScope, reason: inScope ? 'in' : 'tag-missing' },
      checkbox: inScope,
      questions,
    },
  };
}

/** The rows that fit, in their order. */
export function applyFilter(rows: readonly Row[], filter: Filter): readonly Row[] {
  return prepareRows(rows, { today: '2026-03-15' })(filter);
}
