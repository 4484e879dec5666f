/** The sample vault is what a newcomer sees first: it has every case there is, and its links lead somewhere. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { findNotes } from '../../../scripts/cli/notes/find-notes';
import { readFrontmatter } from '../../../scripts/cli/notes/frontmatter';
import { scan, type ScannedNote } from '../../../scripts/cli/notes/scan';
import { noteName } from '../../../src/core/query/columns/row';
import { isConflict, isSkipped, markOf, SKIP } from '../../../src/core/model/question';
import { DEFAULT_TAXONOMY } from '../../../src/core/model/taxonomy';
import { stageKey } from '../../../src/core/model/stage-key';
import { unknownCells } from '../../../src/core/query';

const notes: ScannedNote[] = [];

beforeAll(async () => {
  for await (const note of scan(['sample-vault'], { roots: ['question'] }, failAt))
    notes.push(note);
});

function failAt(trouble: unknown): never {
  throw new Error(JSON.stringify(trouble));
}

describe('the sample vault', () => {
  it('has articles, and notes that lack the tag, the tick or both', () => {
    const reasons = new Map<string, number>();
    for (const { entry } of notes) {
      reasons.set(entry.scope.reason, (reasons.get(entry.scope.reason) ?? 0) + 1);
    }
    expect(Object.fromEntries(reasons)).toEqual({
      in: 5,
      'checkbox-off': 2,
      'tag-missing': 2,
      'tag-missing-and-checkbox-off': 6,
    });
  });

  it('has questions in every note but the one that shows those of the others', () => {
    const quiet = notes.filter(({ entry }) => entry.questions.all().length === 0);
    expect(quiet.map(({ path }) => path)).toEqual(['sample-vault/Week in questions.md']);
  });

  it('has marks of every stage, in both styles, a skipped question and a conflict', () => {
    const questions = notes.flatMap(({ entry }) => entry.questions.all());
    const marks = questions.flatMap((question) => question.marks);
    const [skips, known] = [true, false].map((skip) =>
      marks.filter(({ stance }) => (stance === SKIP) === skip),
    );
    const byStage = new Map(known?.map((mark) => [stageKey(mark), 1]));
    expect(unknownCells({ byStage }, DEFAULT_TAXONOMY)).toEqual([]);
    expect(skips?.map(({ stage }) => stage)).toEqual([null, null]);
    expect(new Set(marks.map(({ style }) => style))).toEqual(new Set(['tag', 'comment']));
    const stages = new Set(questions.map((question) => markOf(question)?.stage));
    for (const stage of DEFAULT_TAXONOMY.stances.flatMap((stance) => stance.stages)) {
      expect(stages).toContain(stage.id);
    }
    expect(questions.filter(isSkipped)).toHaveLength(2);
    expect(questions.filter((question) => isConflict(question))).toHaveLength(1);
  });

  it('has no link that leads nowhere', async () => {
    const names = new Set(notes.map(({ path }) => noteName(path)));
    for await (const { path } of findNotes(['sample-vault'], failAt)) {
      const text = readFileSync(path, 'utf8');
      for (const [, target] of text.matchAll(/\[\[([^\]|#]+)/g)) expect(names).toContain(target);
      expect(text.startsWith('---') === (readFrontmatter(text) !== null)).toBe(true);
    }
  });
});
