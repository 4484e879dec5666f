import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../../src/core/markdown/block';
import { planStem } from '../../../src/core/marks/stem-line';
import { DEFAULT_MARK_FORMAT } from '../../../src/core/model/mark';
import { countedMark } from '../../../src/core/model/question';
import { applyEdits, type TextEdit } from '../../../src/core/model/text-edit';
import { extractQuestions } from '../../../src/core/reading/extract';
import { GAP } from '../../../src/core/text/gap';

const ROOTS = ['question'];
const VALUE = { stance: 'inward', stage: 'direction' };
const TAG = '#question/inward/direction';
const STEM = 'What if __ is wrong?';
const LINE = `What if ${GAP} is wrong? ${TAG}`;

/** The cursor is `|`; what is selected then stands between `⟦` and `⟧`. Null where nothing is planned. */
function write(marked: string, stem = STEM): string | null {
  const cursor = marked.indexOf('|');
  const text = marked.replace('|', '');
  const plan = planStem(text, cursor, stem, VALUE, DEFAULT_MARK_FORMAT, ROOTS);
  if (!plan) return null;
  const { from, to } = plan.select;
  const applied = applyEdits(text, [plan.edit]);
  if (!applied.ok) throw new Error(applied.code);
  const { text: after } = applied;
  return `${after.slice(0, from)}⟦${after.slice(from, to)}⟧${after.slice(to)}`;
}

const GAPPED = `What if ⟦${GAP}⟧ is wrong? ${TAG}`;

describe('a stem at the cursor', () => {
  it.each([
    ['an empty note', '|', GAPPED],
    ['an empty line between two', 'One.\n\n|\n\nTwo.', `One.\n\n${GAPPED}\n\nTwo.`],
    ['an empty line right below text', 'One.\n|\n\nTwo.', `One.\n\n${GAPPED}\n\nTwo.`],
    ['an empty line right above text', 'One.\n\n|\nTwo.', `One.\n\n${GAPPED}\n\nTwo.`],
    ['a line of spaces', 'One.\n\n  |  \n\nTwo.', `One.\n\n${GAPPED}\n\nTwo.`],
    ['the middle of a line', 'One and| a half.\n\nTwo.', `One and a half.\n\n${GAPPED}\n\nTwo.`],
    ['the note’s end', 'One.|', `One.\n\n${GAPPED}`],
    ['an empty item of a list', '- one\n- |', `- one\n- ${GAPPED}`],
    ['an empty item between two', '- one\n- |\n- two', `- one\n- ${GAPPED}\n- two`],
    ['the start of a line', '|One.\n\nTwo.', `One.\n\n${GAPPED}\n\nTwo.`],
    ['a line of spaces below', 'One.|\n  \nTwo.', `One.\n\n${GAPPED}\n  \nTwo.`],
    [
      'the first line below the properties',
      '---\na: 1\n---\n|One.\n\nTwo.',
      `---\na: 1\n---\nOne.\n\n${GAPPED}\n\nTwo.`,
    ],
    ...['>', '> ', '> > ', '-   ', '* ', '+ ', '10. ', '2) ', '- [ ] ', '- [x]  ', '> - '].map(
      (item): [string, string, string] => [
        `what is empty behind ${JSON.stringify(item)}`,
        `${item}|`,
        `${item}${GAPPED}`,
      ],
    ),
    ...['a.', '10:', '-', '#', '- [', '1234567890. '].map((text): [string, string, string] => [
      `behind ${JSON.stringify(text)}`,
      `${text}|`,
      `${text}\n\n${GAPPED}`,
    ]),
    ['a heading', '# Head|\n\nTwo.', `# Head\n\n${GAPPED}\n\nTwo.`],
    ['the properties', '---\ntags: [a|]\n---\nOne.\n', `---\ntags: [a]\n---\nOne.\n\n${GAPPED}`],
  ])('is written as a line of its own: %s', (_what, text, written) => {
    expect(write(text)).toBe(written);
  });

  it('goes behind the sentence that runs on over the lines below', () => {
    const text = '為什麼大家都在加速，|\n做出來的東西卻越來越像？\n\n他沒有回答。';
    expect(write(text)).toBe(
      `為什麼大家都在加速，\n做出來的東西卻越來越像？\n\n${GAPPED}\n\n他沒有回答。`,
    );
  });

  it('stands between questions that have marks, and takes none of them', () => {
    const text = 'Why? #question/skip\n\n|\n\nSo? #question/inward\n#other';
    expect(write(text)).toBe(text.replace('|', GAPPED));
    expect(write('Is it so, as he says?|\n#question/skip\n\nNo.')).toBe(
      `Is it so, as he says?\n#question/skip\n\n${GAPPED}\n\nNo.`,
    );
  });

  it('has the tag of its own root', () => {
    const text = 'Why? #ask/skip';
    const plan = planStem(text, 0, STEM, VALUE, { root: 'ask', style: 'tag' }, ['ask']);
    expect(plan && applyEdits(text, [plan.edit])).toEqual({
      ok: true,
      text: `${text}\n\n${LINE.replace('question', 'ask')}`,
    });
  });

  it.each(['|', 'One.|', 'One.|\nTwo.', '- |\n- two', 'One.\n|\nTwo.'])(
    'knows its tag apart, which can be taken back alone: %s',
    (marked) => {
      const text = marked.replace('|', '');
      const plan = planStem(text, marked.indexOf('|'), STEM, VALUE, DEFAULT_MARK_FORMAT, ROOTS);
      if (!plan) throw new Error('nothing is planned');
      const asked = { ...plan.edit, insert: plan.edit.insert.replace(` ${TAG}`, '') };
      const apply = (to: string, edit: TextEdit) => {
        const applied = applyEdits(to, [edit]);
        return applied.ok ? applied.text : applied.code;
      };
      expect(apply(apply(text, asked), plan.mark)).toBe(apply(text, plan.edit));
    },
  );

  it('leaves the cursor behind the question where it has no gap', () => {
    expect(write('|', 'Why so?')).toBe(`Why so?⟦⟧ ${TAG}`);
  });

  it.each([
    ['code', '```\nlet a;|\nlet b;\n```', `\`\`\`\nlet a;\nlet b;\n\`\`\`\n\n${GAPPED}`],
    ['a comment', '%%\nhidden|\n%%', `%%\nhidden\n%%\n\n${GAPPED}`],
  ])('goes behind %s, where it would not be read', (_what, text, written) => {
    expect(write(text)).toBe(written);
  });

  it.each([
    ['a callout, from its title', '> [!note] Title|\n> Body', '> [!note] Title\n> Body'],
    [
      'a callout with empty lines of its own',
      '> [!note] T|\n>\n> - a\n> - b',
      '> [!note] T\n>\n> - a\n> - b',
    ],
    ['a quotation', '> one|\n> two', '> one\n> two'],
    ['a quotation that ends empty', '> one|\n> ', '> one\n> '],
    ['a quotation whose last line has no sign', '> one|\ntwo', '> one\ntwo'],
    ['a list', '- one|\n- two\n  - three', '- one\n- two\n  - three'],
    ['a list that ends empty', '- one|\n- ', '- one\n- '],
    ['a list with numbers', '1. one|\n2. two', '1. one\n2. two'],
    ['tasks', '- [ ] one|\n- [x] two', '- [ ] one\n- [x] two'],
    ['a list with empty lines', '- one|\n\n- two\n\n  more', '- one\n\n- two\n\n  more'],
    ['an empty line of a list', '- one\n|\n- two', '- one\n\n- two'],
    ['a table, from its head', '|| a |\n| - |\n| b |', '| a |\n| - |\n| b |'],
    ['a heading with a line under it', 'Title|\n=====', 'Title\n====='],
    ['maths', '$$\na|\n\nb\n$$', '$$\na\n\nb\n$$'],
    ['code with empty lines', '```\na|\n\nb\n```', '```\na\n\nb\n```'],
    ['an empty line of code', '```\na\n|\nb\n```', '```\na\n\nb\n```'],
    ['indented code', '    a|\n\n    b', '    a\n\n    b'],
    ['raw HTML', '<div>\na|\n</div>', '<div>\na\n</div>'],
    ['a footnote', '[^1]: one|\n    two', '[^1]: one\n    two'],
  ])('goes behind the whole of %s', (_what, block, kept) => {
    for (const behind of ['', '\n', '\n\nTwo.', '\n\n# Head\n\nTwo.']) {
      const rest = behind === '\n' ? '\n' : behind;
      expect(write(`One.\n\n${block}${behind}`)).toBe(`One.\n\n${kept}\n\n${GAPPED}${rest}`);
    }
  });

  it('is not written where it would be read nowhere near', () => {
    expect(write('```\nlet a;|\nlet b;')).toBeNull();
  });

  it('counts as untagged with its gap, and as tagged once that is filled', () => {
    const [begun] = extractQuestions(LINE, { roots: ROOTS });
    expect(begun?.marks).toHaveLength(1);
    expect(begun && countedMark(begun)).toBeNull();
    const [asked] = extractQuestions(LINE.replace(GAP, 'it'), { roots: ROOTS });
    expect(asked && countedMark(asked)).toMatchObject(VALUE);
  });

  it('parts no block, wherever the cursor stands', () => {
    const pieces = [
      'One.',
      '- item',
      '  more',
      '1. first',
      '> quoted',
      '> [!note] Title',
      '> - item',
      '| a |',
      '| - |',
      '```',
      '$$',
      '<div>',
      '# Head',
      '[^1]: note',
      '',
      '',
    ];
    /** The blocks of a note, and the quotes, items and footnotes they stand in by the order these come in. */
    const blocksOf = (text: string) => {
      const containers = [0];
      const blocks: string[] = [];
      readBlocks(text, ({ kind, container, quotes, lines }) => {
        if (!containers.includes(container)) containers.push(container);
        const texts = Array.from({ length: lines.count }, (_, at) =>
          text.slice(lines.from(at), lines.to(at)),
        );
        const place = `${kind} ${quotes} ${containers.indexOf(container)}`;
        // The lines of a paragraph stand each for itself.
        if (kind === 'paragraph' && container === 0) blocks.push(...texts);
        else blocks.push(`${place} ${texts.join('/')}`);
      });
      return blocks;
    };
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }),
        fc.nat(),
        (lines, where) => {
          const text = lines.join('\n');
          const at = where % (text.length + 1);
          const plan = planStem(text, at, STEM, VALUE, DEFAULT_MARK_FORMAT, ROOTS);
          const applied = plan && applyEdits(text, [plan.edit]);
          if (!applied?.ok) return;
          expect(blocksOf(applied.text).filter((each) => each !== LINE)).toEqual(blocksOf(text));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('changes no other question, wherever the cursor stands', () => {
    const pieces = [
      'One.',
      'Why so?',
      'Is it, ',
      '- item',
      '> quoted?',
      '# Head',
      '',
      '',
      '核心問題：',
      '是嗎？',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }),
        fc.nat(),
        (lines, where) => {
          const text = lines.join('\n');
          const plan = planStem(
            text,
            where % (text.length + 1),
            STEM,
            VALUE,
            DEFAULT_MARK_FORMAT,
            ROOTS,
          );
          if (!plan) return;
          const applied = applyEdits(text, [plan.edit]);
          if (!applied.ok) throw new Error(applied.code);
          const texts = (of: string) =>
            extractQuestions(of, { roots: ROOTS }).map((each) => each.text);
          const after = texts(applied.text);
          const added = after.indexOf(`What if ${GAP} is wrong?`);
          expect(after.filter((_, at) => at !== added)).toEqual(texts(text));
          expect(applied.text.slice(plan.select.from, plan.select.to)).toBe(GAP);
        },
      ),
    );
  });
});
