import { describe, expect, it } from 'vitest';
import { extractQuestions } from '../../../src/core/reading/extract';
import { askerIn, passageAround } from '../../../src/ui/review/review-passage';

describe('the passage around a question', () => {
  it.each([
    ['its paragraph', 'Far.\n\nBefore. Why? Behind.\nMore.\n\nFar.', 'Before.', 'Behind.\nMore.'],
    ['its paragraph with Windows line ends', 'Far.\r\n\r\nA. Why?\r\n\r\nFar.', 'A.', ''],
    ['the lines of its list', '- One.\n- Why?\n- Two.\n', '- One.\n-', '- Two.'],
    ['nothing where only signs stand there', '## Why?\n\nText.', '', ''],
    ['its part of a quotation', '> Far.\n>\n> Near. Why?\n>\n> Far.', '> Near.', ''],
    ['nothing of the properties right above it', '---\na: b\n\nc: d\n---\nNear. Why?', 'Near.', ''],
    ['nothing of Windows properties', '---\r\na: b\r\n---\r\nWhy? Behind.', '', 'Behind.'],
    ['nothing of a byte order mark', '\ufeffNear. Why?', 'Near.', ''],
    [
      'its paragraph without its own mark and those of others',
      'Who? #question/inward Nobody. Why? #question/outward/limits Behind.\nHow? %% #question/skip %% End.',
      'Who? Nobody.',
      'Behind.\nHow? End.',
    ],
    ['nothing where only its mark stands there', 'Why? #question/inward\n', '', ''],
    [
      'its paragraph with the tags that are none',
      'A #tag. Why? So #it is.',
      'A #tag.',
      'So #it is.',
    ],
    ['all, at both ends of a note', 'Before. Why? Behind.', 'Before.', 'Behind.'],
  ])('is %s', (_name, text, above, below) => {
    const read = extractQuestions(text);
    const [question] = read.filter((each) => each.text === 'Why?');
    expect(question && passageAround(text, question, read)).toEqual({ above, below });
  });

  it('is cut off where it is long, and never within a sign', () => {
    const text = `${'𠮷'.repeat(200)}。 Why? ${'𠮷'.repeat(200)}`;
    const start = text.indexOf('Why?');
    const { above, below } = passageAround(text, { start, end: start + 4 }, []);
    expect([above.length, below.length]).toEqual([240, 241]);
    expect(above).toMatch(/^…𠮷+。$/u);
    expect(below).toMatch(/^𠮷+…$/u);
  });
});

it.each([
  ['the only asker', { askers: ['Ilya'] }, 'Ilya'],
  ['nobody', {}, null],
])('%s asks, by the properties', (_name, properties, asker) => {
  const text = '---\na: b\n---\n\nWhy?\n';
  const [question] = extractQuestions(text);
  expect(question && askerIn({ text, question }, 'askers', () => properties)).toBe(asker);
});
