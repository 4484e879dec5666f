import { describe, expect, it } from 'vitest';
import { askFirst } from '../../src/ui/editor/suggest-order';

const [tags, links, other, own] = ['tags', 'links', 'other', 'own'].map((name) => ({ name }));

describe('a suggester that is to be asked first', () => {
  it('goes before all others, whose order stays', () => {
    const suggests = [tags, links, other, own];
    askFirst({ editorSuggest: { suggests } }, own ?? {});
    expect(suggests).toEqual([own, tags, links, other]);
  });

  it('stays where it is first already', () => {
    const suggests = [own, tags];
    askFirst({ editorSuggest: { suggests } }, own ?? {});
    expect(suggests).toEqual([own, tags]);
  });

  it.each([
    ['there is no list', {}],
    ['the list’s owner is none', { editorSuggest: null }],
    ['the list is no array', { editorSuggest: { suggests: new Set([tags, own]) } }],
    ['it is not in the list', { editorSuggest: { suggests: [tags, links] } }],
  ])('changes nothing where %s', (_what, workspace) => {
    const before = structuredClone(workspace);
    askFirst(workspace, own ?? {});
    expect(workspace).toEqual(before);
  });
});
