import { describe, expect, it } from 'vitest';
import {
  findPendingMark,
  findPendingPlace,
  planPendingMark,
} from '../../../src/core/marks/pending-mark';
import { planReversal, recordEdits } from '../../../src/core/marks/recorded-edit';
import { applyEdits } from '../../../src/core/model/text-edit';

describe('a mark that is being typed', () => {
  it.each([
    ['為什麼？ #', ''],
    ['為什麼？#', ''],
    ['為什麼？ #q', ''],
    ['為什麼？ #question', ''],
    ['為什麼？ #question/', ''],
    ['為什麼？ #question/inw', 'inw'],
    ['為什麼？ #Question/inward/d', 'inward d'],
    ['Why?” #qu', ''],
    ['為什麼？#q', ''],
    ['「為什麼？」#question/inw', 'inw'],
    ['**Why?** #question/', ''],
    ['為什麼？;;', ''],
    ['為什麼？;;根本', '根本'],
    ['Why? ;;dif', 'dif'],
    ['Why?! ;;', ''],
    ['為什麼？；；', ''],
    ['為什麼？；；根本', '根本'],
    ['Why?;;real limits', 'real limits'],
    ['Why?;;real ', 'real'],
  ])('is seen in “%s”, searching “%s”', (line, query) => {
    expect(findPendingMark(line, 'question', ';;')).toMatchObject({ query });
  });

  it.each([
    ['a tag behind a statement', '因為。 #q'],
    ['a tag without a space behind a statement', '因為。#q'],
    ['a tag without a space behind a word', '為什麼？因為#q'],
    ['one sign alone behind a statement', '因為。 #'],
    ['a second sign', '為什麼？ ##'],
    ['another tag', '為什麼？ #quiz'],
    ['a finished mark and a space', '為什麼？ #question/inward '],
    ['a trigger in a statement', 'for (;;'],
    ['a trigger and a space', '為什麼？;; '],
    ['a trigger and a text that goes on', '為什麼？;;根本  差異'],
    ['a sentence between', '為什麼？因為 #q'],
    ['nothing', ''],
  ])('is not seen in %s', (_what, line) => {
    expect(findPendingMark(line, 'question', ';;')).toBeNull();
  });

  it.each(['為什麼？;;', '為什麼？', 'Why? ', ''])(
    'is not seen in %j where the trigger is switched off',
    (line) => {
      expect(findPendingMark(line, 'question', '')).toBeNull();
    },
  );

  /** What was typed reaches from `^` to `|`, and its mark goes to `@`. */
  it.each([
    'Why?@ ^;;|',
    'Why?@^;;|Because.',
    'A? B?@ ^;;|',
    'A? #ask/inward B?@ ^;;|',
    'A?@ ^;;| B?',
    'Why?@ ^#ask/inward|',
    'Why?@ ^;;| #question/inward',
  ])('has its place behind the question before it: %s', (notation) => {
    const place = notation.replace('@', '');
    const typedFrom = place.indexOf('^');
    const text = place.replace('^', '');
    const found = findPendingPlace(text.replace('|', ''), typedFrom, text.indexOf('|'), 'ask');
    expect(found).toBe(notation.indexOf('@'));
  });

  it.each([
    '^;;| Why?',
    'So. ^;;| Why?',
    'Why? Because. ^;;|',
    'Why?\n^;;|',
    'Why? ^;;| #ask/inward',
    'Why? #ask/inward ^;;|',
    '你去嗎 ^;;|',
  ])('has none in %j', (place) => {
    const typedFrom = place.indexOf('^');
    const text = place.replace('^', '');
    const found = findPendingPlace(text.replace('|', ''), typedFrom, text.indexOf('|'), 'ask');
    expect(found).toBeNull();
  });

  const value = { stance: 'inward', stage: 'anomaly' };
  const tag = '#question/inward/anomaly';

  /** `|` is the cursor; what was typed reaches back from it to `^`. */
  it.each([
    ['為什麼？ ^#q|', `為什麼？ ${tag}`],
    ['為什麼？^;;|', `為什麼？ ${tag}`],
    ['為什麼？^#ques|', `為什麼？ ${tag}`],
    ['為什麼？^#question/inw|因為。', `為什麼？ ${tag} 因為。`],
    ['Why?^#q| Because.', `Why? ${tag} Because.`],
    ['為什麼？^;;觀察|因為。', `為什麼？ ${tag} 因為。`],
    ['為什麼？ ^;;|因為。', `為什麼？ ${tag} 因為。`],
    ['Why?^;;| Because.', `Why? ${tag} Because.`],
    ['為什麼？^；；根本|', `為什麼？ ${tag}`],
    ['Why?^;;real lim|', `Why? ${tag}`],
    ['Why? ^;;|Because.', `Why? ${tag} Because.`],
    ['「為什麼？」 ^#question/|', `「為什麼？」 ${tag}`],
    ['- [ ] Why? ^;;| ^block', `- [ ] Why? ${tag} ^block`],
    ['A.\n\nWhy? ^#q|\n\nB.', `A.\n\nWhy? ${tag}\n\nB.`],
  ])('becomes whole: %s', (typed, expected) => {
    expect(complete(typed)).toBe(expected);
  });

  it.each(['`Why?` ^;;|', '```\nWhy? ^;;|\n```', '因為。 ^;;|', 'Why? ^;;| #question/inward'])(
    'is refused where no question ends: %s',
    (typed) => {
      expect(complete(typed)).toBeNull();
    },
  );

  function planAt(text: string, from: number, cursor: number) {
    const markAt = findPendingPlace(text, from, cursor, 'question');
    const format = { root: 'question', style: 'tag' } as const;
    return markAt === null ? null : planPendingMark(text, markAt, from, cursor, value, format);
  }

  const both = ['bloom', 'question'];

  /** The marks of other roots stay where they are, and the new one stands where one that is written otherwise would. */
  it.each([
    ['Why? ^;;| #bloom/analyze', `Why? #bloom/analyze ${tag}`],
    ['Why?^;;| #bloom/analyze', `Why? #bloom/analyze ${tag}`],
    ['為什麼？^;;| #bloom/analyze 因為。', `為什麼？ #bloom/analyze ${tag} 因為。`],
    ['Why? ^;;| #question/inward', null],
    ['Why? ^;;| #bloom/analyze #question/inward', null],
  ])('is the mark of its own root beside those of others: %s', (typed, expected) => {
    const cursor = typed.indexOf('|') - 1;
    const from = typed.indexOf('^');
    const text = typed.replace('^', '').replace('|', '');
    const markAt = findPendingPlace(text, from, cursor, 'question', both);
    const format = { root: 'question', style: 'tag' } as const;
    const plan =
      markAt === null ? null : planPendingMark(text, markAt, from, cursor, value, format, both);
    if (!plan || 'code' in plan) {
      expect(plan).toBe(expected);
      return;
    }
    expect(apply(text, [plan.edit])).toBe(expected);
    const clean = text.slice(0, from).trimEnd() + text.slice(cursor);
    expect(apply(clean, [plan.mark])).toBe(expected);
  });

  it.each([
    ['text stands between', 'Why? So ;;', 4],
    ['no question ends', 'So  ;;', 2],
    ['a sentence ends that has no sign', '你去嗎 ;;', 3],
    ['a question ends that has its mark', 'Why? ;; #question/inward', 4],
  ])('is not planned at a place where %s', (_what, text, markAt) => {
    const from = text.indexOf(';;');
    const format = { root: 'question', style: 'tag' } as const;
    expect(planPendingMark(text, markAt, from, from + 2, value, format)).toBeNull();
  });

  it('says why it can’t be written', () => {
    const format = { root: 'question', style: 'comment' } as const;
    expect(planPendingMark('Why?;;-Why?', 4, 4, 6, value, format)).toEqual({ code: 'disturbs' });
  });

  function complete(typed: string): string | null {
    const cursor = typed.lastIndexOf('|') - 1;
    const from = typed.indexOf('^');
    const text = typed.replace('^', '').replace(/\|(?=[^|]*$)/, '');
    const plan = planAt(text, from, cursor);
    if (!plan || 'code' in plan) return plan?.code ?? null;
    const result = applyEdits(text, [plan.edit]);
    return result.ok ? result.text : result.code;
  }

  /** Of the text with what was typed: what is left of it once the mark is taken back. */
  it.each([
    ['為什麼？^;;|', '為什麼？'],
    ['為什麼？ ^#ques|', '為什麼？'],
    ['為什麼？^#ques|', '為什麼？'],
    ['為什麼？^;;觀察|因為。', '為什麼？因為。'],
    ['Why? ^;;|Because.', 'Why? Because.'],
    ['- [ ] Why? ^;;| ^block\n', '- [ ] Why? ^block\n'],
    ['甲？ #question/skip\n乙？^;;|\n丙？', '甲？ #question/skip\n乙？\n丙？'],
  ])('is taken back with what called for it: %s', (typed, expected) => {
    const cursor = typed.lastIndexOf('|') - 1;
    const from = typed.indexOf('^');
    const text = typed.replace('^', '').replace(/\|(?=[^|]*$)/, '');
    const plan = planAt(text, from, cursor);
    if (!plan || 'code' in plan) throw new Error('No mark is planned.');
    const written = apply(text, [plan.edit]);
    const reversal = planReversal(written, recordEdits([plan.mark], written));
    expect(apply(written, reversal.edits)).toBe(expected);
    expect(reversal.lost).toEqual([]);
  });

  function apply(text: string, edits: Parameters<typeof applyEdits>[1]): string {
    const result = applyEdits(text, edits);
    if (!result.ok) throw new Error(result.code);
    return result.text;
  }
});
