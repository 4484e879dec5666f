import { describe, expect, it } from 'vitest';
import { noteProperties, PropertyNames } from '../../../src/core/export';

describe('the properties that notes have', () => {
  it('stand by how many have them, then by name, those that differ in case once', () => {
    const names = new PropertyNames();
    names.add({ Status: 'done', date: '2026-01-01' });
    names.add({ status: 'open', b: 1 });
    names.add({ date: null, STATUS: '' });
    names.add({ a: 1 });
    names.add({});
    expect(names.commonest()).toEqual(['Status', 'date', 'a', 'b']);
  });

  it('are read in whatever case the note has them, the very name first', () => {
    const { names, valueOf } = noteProperties(['Status'], (path) =>
      path === 'none.md'
        ? null
        : {
            tags: [],
            created: null,
            properties:
              path === 'both.md' ? { status: 'lower', Status: 'very' } : { STATUS: ['a', 'b'] },
          },
    );
    expect(names).toEqual(['Status']);
    expect(valueOf('a.md', 'Status')).toEqual(['a', 'b']);
    expect(valueOf('both.md', 'Status')).toBe('very');
    expect(valueOf('a.md', 'constructor') ?? null).toBeNull();
    expect(valueOf('none.md', 'Status') ?? null).toBeNull();
  });
});
