import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractQuestions } from '../../src/core/reading/extract';
import { placeHiddenMarks } from '../../src/editor/rendered-place';

/** The rendered text with `|` at each place. */
function placed(rendered: string, source: string): string {
  return placeHiddenMarks(rendered, extractQuestions(source)).reduceRight(
    (drawn, { at }) => `${drawn.slice(0, at)}|${drawn.slice(at)}`,
    rendered,
  );
}

const MARK = '%% #question/inward %%';

describe('the places of marks in comments', () => {
  it.each([
    ['a paragraph', `為什麼？ ${MARK} 因為。`, '為什麼？  因為。', '為什麼？|  因為。'],
    ['bold', `**Why so** slow? ${MARK}`, 'Why so slow?', 'Why so slow?|'],
    ['quotes', `「為什麼？」 ${MARK}他問。`, '「為什麼？」 他問。', '「為什麼？」| 他問。'],
    ['lines', `為什麼模型，\n這麼慢？ ${MARK}`, '為什麼模型，這麼慢？', '為什麼模型，這麼慢？|'],
    ['a link', `Is [this](https://example.org/?q=Why?) it? ${MARK}`, 'Is this it?', 'Is this it?|'],
    [
      'one of two alike',
      `Why? And then: why? Why? ${MARK}`,
      'Why? And then: why? Why?',
      'Why? And then: why? Why?|',
    ],
    ['a list', `- A?\n- B? ${MARK}\n- C?`, 'A?\nB?\nC?', 'A?\nB?|\nC?'],
    [
      'marks of the tag style',
      'Why? #question/inward',
      'Why? #question/inward',
      'Why? #question/inward',
    ],
    ['a text that does not have it', `Why? ${MARK}`, 'Something else.', 'Something else.'],
    ['nothing', '', '', ''],
  ])('in %s', (_what, source, rendered, expected) => {
    expect(placed(rendered, source)).toBe(expected);
  });

  it.each('()（）[]［］{}｛｝【】〔〕〖〗「」『』“”‘’«»｢｣〝〞《》〈〉'.match(/../gu) ?? [])(
    'stand behind what closes the question: %s',
    (pair) => {
      const open = pair.charAt(0);
      const close = pair.charAt(1);
      const rendered = `${open}為什麼會這樣？${close} 他問。`;
      expect(placed(rendered, rendered.replace(' ', ` ${MARK} `))).toBe(
        `${open}為什麼會這樣？${close}| 他問。`,
      );
    },
  );

  it('are behind question marks, in order, whatever was rendered', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('為什麼', 'Why', '？', '?', ' ', '」', '。', '\n')),
        (parts) => {
          const rendered = parts.join('');
          const source = rendered.replace(/[?？]+」?/g, (end) => `${end} ${MARK} `);
          const places = placeHiddenMarks(rendered, extractQuestions(source)).map(({ at }) => at);
          expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
          for (const at of places) expect(rendered.slice(0, at)).toMatch(/[?？]」*$/);
        },
      ),
      { numRuns: 500 },
    );
  });
});
