import type { Editor, TFile } from 'obsidian';
import { describe, expect, it, vi } from 'vitest';
import { askFirst, isOtherOpen, openInstead } from '../../../src/ui/editor/suggest-order';

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

describe('another plugin’s list that is open', () => {
  const place = { editor: {} as unknown as Editor, file: {} as unknown as TFile };

  function workspaceOf(textContent: string, isOpen = true) {
    const close = vi.fn();
    const trigger = vi.fn();
    const open = { isOpen, close, suggestEl: { textContent } };
    const ours = {};
    const editorSuggest = { suggests: [ours, open], currentSuggest: open, trigger };
    return { workspace: { editorSuggest }, ours, open, close, trigger };
  }

  it('gives way to the trigger where nothing in it fits, and all are asked anew', () => {
    const { workspace, ours, close, trigger } = workspaceOf('due date, priority');
    expect(isOtherOpen(workspace, ours)).toBe(true);
    expect(openInstead(workspace, ours, ';;', place)).toBe(true);
    expect(close).toHaveBeenCalledOnce();
    expect(trigger).toHaveBeenCalledWith(place.editor, place.file, true);
  });

  it.each([
    ['something in it fits', workspaceOf(';; two semicolons')],
    ['it is not open', workspaceOf('due date', false)],
  ])('keeps its turn where %s', (_what, { workspace, ours, close }) => {
    expect(openInstead(workspace, ours, ';;', place)).toBe(false);
    expect(close).not.toHaveBeenCalled();
  });

  it('is none where ours is the one that is open', () => {
    const { workspace, open, close } = workspaceOf('');
    expect(isOtherOpen(workspace, open)).toBe(false);
    expect(openInstead(workspace, open, ';;', place)).toBe(false);
    expect(close).not.toHaveBeenCalled();
  });

  it.each([
    ['nothing is known of lists', {}],
    ['their owner is none', { editorSuggest: null }],
    ['none has the turn', { editorSuggest: { suggests: [own], currentSuggest: null } }],
    ['what has it is of another kind', { editorSuggest: { suggests: [own], currentSuggest: 1 } }],
    [
      'it can’t be closed',
      { editorSuggest: { suggests: [own], currentSuggest: { isOpen: true } } },
    ],
  ])('is left alone where %s', (_what, workspace) => {
    expect(isOtherOpen(workspace, own ?? {})).toBe(false);
    expect(openInstead(workspace, own ?? {}, ';;', place)).toBe(false);
  });
});
