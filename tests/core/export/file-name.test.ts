// Names of new files: none that some system can't have, none that is there already.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  folderFault,
  folderParts,
  freeFileName,
  nameFault,
  nameInFolder,
  withEnding,
} from '../../../src/core/export';

describe('the name of a new file', () => {
  it.each([
    ['Questions 2026-11-29.csv', null],
    ['問題 2026-11-29.csv', null],
    ['a’b (c) [d] #1.md', null],
    ['', 'empty'],
    ['a/b.csv', 'character'],
    ['a\\b.csv', 'character'],
    ['Why?.csv', 'character'],
    ['a:b', 'character'],
    ['a\nb', 'character'],
    ['.hidden.csv', 'edge'],
    ['..', 'edge'],
    ['a. ', 'edge'],
    [' a', 'edge'],
    ['con.csv', 'device'],
    ['LPT1.tar.csv', 'device'],
    ['console.csv', null],
    [`${'a'.repeat(300)}.csv`, 'long'],
    [`${'問'.repeat(80)}.csv`, 'long'],
  ] as const)('%j: %s', (name, fault) => {
    expect(nameFault(name)).toBe(fault);
  });

  it.each([
    ['', null],
    ['/', null],
    ['Exports', null],
    ['/Exports//2026/', null],
    ['a/../b', 'edge'],
    ['.obsidian/plugins', 'edge'],
    ['a/b?', 'character'],
  ] as const)('in the folder %j: %s', (path, fault) => {
    expect(folderFault(path)).toBe(fault);
  });

  it('has its folder’s parts without what is none', () => {
    expect(folderParts('/Exports// 2026 /')).toEqual(['Exports', '2026']);
  });

  it.each([
    ['Questions', 'Questions.csv'],
    ['Questions.csv', 'Questions.csv'],
    ['Questions.CSV', 'Questions.csv'],
    [' v1.2 ', 'v1.2.csv'],
    ['a.json', 'a.json.csv'],
    ['.csv', '.csv.csv'],
    ['', '.csv'],
  ])('%j typed is %s', (typed, name) => {
    expect(withEnding(typed, 'csv')).toBe(name);
  });

  it.each([
    [[], 'a.csv'],
    [['b.csv'], 'a.csv'],
    [['A.CSV'], 'a 1.csv'],
    [['a.csv', 'a 1.csv', 'a 3.csv'], 'a 2.csv'],
  ])('beside %j is %s', (there, name) => {
    const taken = new Set(there.map(nameInFolder));
    expect(freeFileName('a.csv', (each) => taken.has(nameInFolder(each)))).toBe(name);
  });

  it('is never one that is there, and as good a name as the one asked for', () => {
    const stem = fc.string({
      unit: fc.constantFrom('a', 'A', '問', 'é', 'e\u0301', ' ', '.', '1'),
    });
    fc.assert(
      fc.property(stem, fc.array(stem), fc.nat({ max: 30 }), (typed, others, numbered) => {
        const name = withEnding(typed, 'csv');
        fc.pre(nameFault(name) === null);
        const there = [
          ...others.map((each) => withEnding(each, 'csv')),
          ...Array.from({ length: numbered }, (_, at) =>
            at === 0 ? name : `${name.slice(0, -4)} ${at}.csv`,
          ),
        ];
        const taken = new Set(there.map(nameInFolder));
        const free = freeFileName(name, (each) => taken.has(nameInFolder(each)));
        expect(taken.has(nameInFolder(free))).toBe(false);
        expect(free.endsWith('.csv')).toBe(true);
        expect(free.startsWith(name.slice(0, -4))).toBe(true);
        expect([null, 'long']).toContain(nameFault(free));
      }),
    );
  });
});
