import { describe, expect, it } from 'vitest';
import { sectionInNote } from '../../../src/ui/parts/question-section';

describe('the headings shown beside a note’s name', () => {
  it.each([
    ['a/Quiet rooms.md', ['Quiet rooms', 'Aldwick Street'], ['Aldwick Street']],
    ['a/quiet  Rooms.md', ['Quiet rooms'], []],
    ['ＡＩ 筆記.md', ['AI筆記', '資源'], ['資源']],
    ['Quiet rooms.md', ['Loud rooms', 'Quiet rooms'], ['Loud rooms', 'Quiet rooms']],
    ['Quiet rooms.md', ['Quiet rooms', 'Quiet rooms'], ['Quiet rooms']],
    ['Quiet rooms.md', [], []],
  ])('in %s below %j are %j', (path, section, shown) => {
    expect(sectionInNote(path, { section })).toEqual(shown);
  });
});
