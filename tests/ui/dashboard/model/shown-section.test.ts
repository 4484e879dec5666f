import { expect, it } from 'vitest';
import { shownSection } from '../../../../src/ui/dashboard/model/shown-section';

it.each([
  ['the innermost heading', ['River', 'City'], '', 'City'],
  ['the one that was searched for', ['River', 'City'], ' riv', 'River'],
  ['the innermost of several', ['River', 'River banks'], 'river', 'River banks'],
  ['the innermost where the search found something else', ['River', 'City'], 'why', 'City'],
  ['none where there is none', [], 'river', null],
  ['none where it is the note’s name', ['My talk'], '', null],
  ['the note’s name where that was searched for', ['My talk'], 'talk', 'My talk'],
])('a row names %s', (_, section, search, expected) => {
  expect(shownSection('notes/my talk.md', { section }, search === '' ? [] : ['odd', search])).toBe(
    expected,
  );
});
