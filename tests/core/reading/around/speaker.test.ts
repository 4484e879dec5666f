import { describe, expect, it } from 'vitest';
import { BlockSpans } from '../../../../src/core/markdown/block-spans';
import { LeadInReader } from '../../../../src/core/reading/around/lead-in';
import { soundOf } from '../../../../src/core/reading/around/person-name';
import { findSpeakers, type Turn } from '../../../../src/core/reading/around/speaker';

function turnsOf(text: string): readonly Turn[] {
  const spans = new BlockSpans(text, ['question']);
  const reader = new LeadInReader(text, spans);
  let from = 0;
  return text.split('\n').flatMap((line) => {
    spans.enter(from, from + line.length);
    const leadIn = reader.read(from, from + line.length);
    from += line.length + 1;
    return leadIn ? [{ leadIn, isHeading: false, section: 0 }] : [];
  });
}

describe('who speaks', () => {
  const note = 'Nayib: Why?\nSetup: none.';

  it('is nobody known by one turn alone', () => {
    expect([...findSpeakers(note, turnsOf(note)).keys()]).toEqual([]);
  });

  it('is whoever the note names as an asker', () => {
    const names = findSpeakers(note, turnsOf(note), new Set(['Nayib']));
    expect([...names.keys()]).toEqual(['Nayib']);
  });
});

describe('how a name sounds', () => {
  it.each([
    ['主持人', 'role'],
    ['Speaker 2', 'role'],
    ['Lex Fridman', 'full'],
    ['歐陽明', 'full'],
    ['林小姐', 'full'],
    ['張總監', 'full'],
    ['Lex', 'short'],
    ['唐鳳', 'short'],
    ['老王', 'short'],
    ['米爸', 'full'],
    ['閃電', 'possible'],
    ['Data Padding', 'possible'],
    ['RAM', 'possible'],
    ['我', 'talk'],
    ['莊', 'talk'],
    ['柯P', 'talk'],
    ['Host', 'talk'],
    ['問', 'asks'],
    ['Q1', 'asks'],
    ['A', 'answers'],
    ['總結', 'none'],
    ['適用場景', 'none'],
    ['部門總監', 'none'],
    ['路線 B', 'none'],
    ['高效性', 'possible'],
    ['IS BACK. MICHAEL', 'none'],
  ] as const)('%s', (name, sound) => {
    expect(soundOf(name, true)).toBe(sound);
  });

  it('takes A for somebody where nobody asks as Q', () => {
    expect(soundOf('A', false)).toBe('talk');
  });
});
