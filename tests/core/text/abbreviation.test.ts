import { describe, expect, it } from 'vitest';
import { isSentenceEnd } from '../../../src/core/text/abbreviation';

/** Whether the full stop before `|` ends a sentence; the next text is what follows over spaces and brackets. */
function ends(marked: string): boolean {
  const at = marked.indexOf('|') - 1;
  const text = marked.replace('|', '');
  const next = text.slice(at + 1).search(/[^\s()[\]"”*]/);
  return isSentenceEnd(text, at, next === -1 ? -1 : at + 1 + next);
}

describe('a full stop ends a sentence', () => {
  it.each([
    ['at the end of the text', 'It works.|'],
    ['at the end of the text, whatever it is behind', 'Ask the dr.|'],
    ['before a capital', 'It works.| Why not'],
    ['behind a bracket, before a small letter', '(it works).| why'],
    ['behind a capital that is an initial, before a sign', 'George W.| —'],
    ['behind an abbreviation with a capital, before Chinese', 'Acme Inc.| 為什麼'],
    ['behind a single small letter, before Chinese', 'at point b.| 為什麼'],
    ['behind a number that emphasis stands before', 'It is **5.| Why'],
    ['behind a number that an abbreviation stands before', 'See fig. 3.| Why'],
    ['behind a number that is the second word', 'x 1.| Why'],
    ['behind what only ends like initials', 'See abc.d.| Tolkien'],
    ['behind what only starts like initials', 'See j.rolling.| Tolkien'],
    ['before a word of no language', 'It works.| ??'],
    ['before Chinese', 'It works.| 為什麼'],
    ['behind a bracket', '(it works).| Why'],
    ['behind nothing', '。 .| Why'],
    ['behind an abbreviation that may end one, before a word that starts one', 'pens etc.| Why'],
    ['behind initials, before such a word', 'in the U.S.| Why'],
    ['behind initials of other letters, before such a word', 'by J.R.R.| Does he'],
    ['behind a single capital, before such a word', 'Plan B.| Why'],
    ['behind an abbreviation that may end one, before Chinese', 'pens etc.| 為什麼'],
    ['behind an abbreviation that may end one, before a sign', 'pens etc.| —'],
    ['in text without capitals, before a word that starts one', 'some tea.| do you'],
    ['in text without capitals, before an aside', 'some tea.| [laughs] ok'],
    ['in text without capitals, before an aside in round brackets', 'some tea.| (laughs) ok'],
    ['where the space was forgotten', 'pay taxes.|Do you'],
    ['behind a number that is no count', 'It is 5.| Why'],
    ['behind a number of four digits', 'In\n2024.| Why'],
    ['behind a word of seven letters', 'the generals.| Why'],
  ])('%s', (_where, marked) => {
    expect(ends(marked)).toBe(true);
  });

  it.each([
    ['behind a title', 'Did Dr.| Smith'],
    ['behind a title in capitals', 'DID DR.| SMITH'],
    ['behind an abbreviation that never ends one', 'tools, e.g.| Hammers'],
    ['behind the longest of these', 'approx.| Five'],
    ['behind an abbreviation that may end one, before a name', 'Acme Inc.| Paris'],
    ['behind initials, before a name', 'by J.R.R.| Tolkien'],
    ['behind a single capital, before a name', 'George W.| Bush'],
    ['behind a single capital, before Chinese', 'George W.| 布希'],
    ['before a word that only begins like one that starts a sentence', 'Acme Inc.| Isabel'],
    ['before an abbreviation that reads like such a word', 'by J.R.R.| A. Tolkien'],
    ['before a small letter', 'a word.| then'],
    ['before a small letter behind brackets', '(so) a word.| then'],
    ['behind two letters, before a small word that starts one', 'go to it.| why'],
    ['before a small letter without a space', 'See example.|is it'],
    ['behind two letters in text without capitals', 'to mr.| why'],
    ['behind an abbreviation that may end one, in text without capitals', 'pens etc.| do you'],
    ['within a number', 'It is 3.|5 now'],
    ['within an address', 'See a.|com now'],
    ['within a name', 'Use Node.|js now'],
    ['within a name with capitals', 'Use Node.|Js now'],
    ['between capitals', 'The U.|Is it'],
    ['behind a single letter and before a capital', 'so a.|Is it'],
    ['before a comma', 'etc.|, Why'],
    ['before a colon', 'etc.|: Why'],
    ['behind a count at the start of the text', '1.| Why'],
    ['behind a count at the start of a line', 'So\n12.| Why'],
    ['behind a count behind a carriage return', 'So\r12.| Why'],
    ['behind a count behind emphasis and spaces', 'So\n** 123.| Why'],
    ['behind a count behind a bullet', 'So • 1.| Why'],
    ['behind a count behind the end of a sentence', 'So! 1.| Why'],
  ])('not %s', (_where, marked) => {
    expect(ends(marked)).toBe(false);
  });
});
