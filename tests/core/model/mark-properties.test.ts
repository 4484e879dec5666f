import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractQuestions } from '../../../src/core/reading/extract';
import { DEFAULT_MARK_FORMAT, formatMark, type MarkFormat } from '../../../src/core/model/mark';
import { planMark, planRewrite } from '../../../src/core/model/mark-edits';
import { readMarks } from '../../../src/core/model/mark-reading';
import type { MarkStyle, MarkValue, PlacedMark, Question } from '../../../src/core/model/question';
import { DEFAULT_TAXONOMY } from '../../../src/core/model/taxonomy';
import { applyEdits, mapOffset, type TextEdit } from '../../../src/core/model/text-edit';
import { handMarkedNote, tidyNote, unmarkedNote } from '../note-text';
import { obsidianTags } from '../obsidian-tags';

const root = DEFAULT_MARK_FORMAT.root;

const values: readonly MarkValue[] = [
  { stance: 'skip', stage: null },
  ...DEFAULT_TAXONOMY.stances.flatMap(({ id, stages }) => [
    { stance: id, stage: null },
    ...stages.map((stage) => ({ stance: id, stage: stage.id })),
  ]),
];
const value = fc.constantFrom(...values);
const format = fc
  .constantFrom<MarkStyle>('tag', 'comment')
  .map((style): MarkFormat => ({ root, style }));

interface Place {
  readonly markAt: number;
  readonly marks: readonly PlacedMark[];
}

/** Every place a mark could go, found without the extractor: behind each run of terminators and its closers. */
function placesOf(text: string): readonly Place[] {
  return [...text.matchAll(/[?？][?？！!]*[」）』”")*]*/g)].map((match) => {
    const markAt = match.index + match[0].length;
    return { markAt, marks: readMarks(text, markAt, [root]) };
  });
}

function placeAt(text: string, markAt: number): Place {
  return { markAt, marks: readMarks(text, markAt, [root]) };
}

function apply(text: string, edits: readonly TextEdit[]): string {
  const result = applyEdits(text, edits);
  if (!result.ok) throw new Error(`${result.code} at ${result.edit.from}`);
  return result.text;
}

/** Sets the mark of the `nth` place (counted round). Null where the note has no place. */
function setAt(text: string, markAt: number, to: MarkValue | null, as: MarkFormat): string {
  return apply(text, planMark(text, placeAt(text, markAt), to, as));
}

const onPlace = (note: fc.Arbitrary<string>) =>
  note
    .map((text) => ({ text, places: placesOf(text) }))
    .filter(({ places }) => places.length > 0)
    .chain(({ text, places }) =>
      fc.constantFrom(...places).map((place) => ({ text, place, markAt: place.markAt })),
    );

describe('one mark in any note', () => {
  it('set, then cleared, gives the bytes before', () => {
    fc.assert(
      fc.property(onPlace(unmarkedNote), value, format, format, (at, mark, as, later) => {
        const marked = setAt(at.text, at.markAt, mark, as);
        expect(marked).not.toBe(at.text);
        expect(setAt(marked, at.markAt, null, later)).toBe(at.text);
      }),
      { numRuns: 2000 },
    );
  });

  it('set, changed and changed back in other styles, then cleared, gives the bytes before', () => {
    fc.assert(
      fc.property(
        onPlace(unmarkedNote),
        fc.array(fc.tuple(value, format), { minLength: 2, maxLength: 5 }),
        ({ text, markAt }, steps) => {
          const marked = steps.reduce((now, [mark, as]) => setAt(now, markAt, mark, as), text);
          expect(readMarks(marked, markAt, [root])).toHaveLength(1);
          expect(setAt(marked, markAt, null, DEFAULT_MARK_FORMAT)).toBe(text);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('set twice is set once, whatever was written by hand before', () => {
    fc.assert(
      fc.property(onPlace(handMarkedNote), value, format, format, (at, mark, as, again) => {
        const once = setAt(at.text, at.markAt, mark, as);
        const marks = readMarks(once, at.markAt, [root]);
        expect(marks).toHaveLength(1);
        expect(marks[0]).toMatchObject(mark);
        expect(planMark(once, placeAt(once, at.markAt), mark, again)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('never touches a byte that is not a mark or a space beside it', () => {
    const changed = fc.oneof(value, fc.constant(null));
    fc.assert(
      fc.property(onPlace(handMarkedNote), changed, format, ({ text, place }, mark, as) => {
        for (const edit of planMark(text, place, mark, as)) {
          const last = place.marks.at(-1);
          expect(edit.from).toBeGreaterThanOrEqual(place.markAt);
          expect(edit.to).toBeLessThanOrEqual((last?.to ?? place.markAt) + 1);
          const own = place.marks.map(({ from, to }) => text.slice(from, to));
          const besides = own.reduce((rest, of) => rest.replace(of, ''), edit.expected);
          expect(besides.trim()).toBe('');
          const written = mark === null ? '' : edit.insert;
          const [kept = ''] = own;
          const tags = mark === null ? [] : [formatMark(mark, as), kept];
          expect(tags.concat('')).toContain(written.trim());
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is read by Obsidian as exactly that tag, and makes no other', () => {
    fc.assert(
      fc.property(onPlace(unmarkedNote), value, format, ({ text, markAt }, mark, as) => {
        const tags = [...obsidianTags(setAt(text, markAt, mark, as))];
        const own = tags.indexOf(formatMark(mark, { root, style: 'tag' }).slice(1));
        expect(own).toBeGreaterThanOrEqual(0);
        tags.splice(own, 1);
        expect(tags).toEqual(obsidianTags(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('set over one that was typed badly leaves the tag that was meant', () => {
    fc.assert(
      fc.property(onPlace(handMarkedNote), value, ({ text, markAt }, mark) => {
        const once = setAt(text, markAt, mark, DEFAULT_MARK_FORMAT);
        const [placed] = readMarks(once, markAt, [root]);
        const written = once.slice(markAt, placed?.to);
        const [tag] = obsidianTags(once.slice(markAt));
        if (!written.includes('%%'))
          expect(tag?.toLowerCase().replace(/\/+$/, '')).toBe(
            formatMark(mark, DEFAULT_MARK_FORMAT).slice(1),
          );
      }),
      { numRuns: 1000 },
    );
  });

  it('in the other style and back gives the same bytes', () => {
    fc.assert(
      fc.property(onPlace(unmarkedNote), value, format, ({ text, markAt }, mark, as) => {
        const other: MarkFormat = { root, style: as.style === 'tag' ? 'comment' : 'tag' };
        const marked = setAt(text, markAt, mark, as);
        const rewritten = apply(marked, planRewrite(marked, placeAt(marked, markAt), root, other));
        expect(rewritten).not.toBe(marked);
        expect(readMarks(rewritten, markAt, [root])).toMatchObject([
          { ...mark, style: other.style },
        ]);
        const back = apply(rewritten, planRewrite(rewritten, placeAt(rewritten, markAt), root, as));
        expect(back).toBe(marked);
      }),
      { numRuns: 1000 },
    );
  });
});

/** A mark inside a name or a question may leave a space where it stood. */
function withoutSpaces(name: string): string {
  return name.replace(/\s/g, '');
}

describe('all questions that the extractor finds', () => {
  const options = { root, unmarked: false };
  const choices = fc.array(fc.option(value), { minLength: 1 });
  const tagAll = fc.tuple(unmarkedNote, choices, format);
  const tagTidy = fc.tuple(tidyNote, choices, format);

  it('finds some in such notes at all', () => {
    const found = fc.sample(unmarkedNote, 200).flatMap((text) => extractQuestions(text, options));
    expect(found.length).toBeGreaterThan(200);
  });

  /** Tags some of a note's questions and reads it again. */
  function retell([text, picks, as]: readonly [string, readonly (MarkValue | null)[], MarkFormat]) {
    const before = extractQuestions(text, options);
    const wanted = before.map((_, at) => picks[at % picks.length] ?? null);
    const edits = before.flatMap((of, at) => planMark(text, of, wanted[at] ?? null, as));
    return { before, wanted, edits, after: extractQuestions(apply(text, edits), options) };
  }

  it('are found again after tagging, at the same places, with the marks that were set', () => {
    fc.assert(
      fc.property(tagAll, (choice) => {
        const { before, wanted, edits, after } = retell(choice);
        const expected = before.map((of, at) => ({
          end: mapOffset(of.end, edits, 'before'),
          mark: wanted[at] ?? null,
        }));
        const found = after.map(({ end, marks: [mark] }) => ({
          end,
          mark: mark ? { stance: mark.stance, stage: mark.stage } : null,
        }));
        expect(found).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('read the same after tagging: kind, start, section, label, speaker and group', () => {
    fc.assert(
      fc.property(tagTidy, (choice) => {
        const { before, edits, after } = retell(choice);
        const told = (of: Question, start: number) => ({
          start,
          kind: of.kind,
          text: withoutSpaces(of.text),
          section: of.section.map(withoutSpaces),
          label: of.label,
          speaker: of.speaker,
          group: of.group,
        });
        expect(after.map((of) => told(of, of.start))).toEqual(
          before.map((of) => told(of, mapOffset(of.start, edits))),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('give the bytes before back when all their marks are cleared', () => {
    fc.assert(
      fc.property(tagAll, ([text, picks, as]) => {
        const before = extractQuestions(text, options);
        const edits = before.flatMap((of, at) =>
          planMark(text, of, picks[at % picks.length] ?? null, as),
        );
        const marked = apply(text, edits);
        const back = extractQuestions(marked, options).flatMap((of) =>
          planMark(marked, of, null, as),
        );
        expect(apply(marked, back)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});
