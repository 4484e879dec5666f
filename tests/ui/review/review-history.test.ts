// The way back through a review: what was decided is found again where its note still has it, and the queue is told once.
import type { TFile } from 'obsidian';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { extractQuestions } from '../../../src/core/reading/extract';
import { questionKeys } from '../../../src/ui/review/question-key';
import { ReviewHistory, type ShownQuestion } from '../../../src/ui/review/review-history';
import { FakeVault } from '../../vault/fake-vault';

vi.mock('obsidian', () => import('../../vault/obsidian'));

const NOTES = {
  'a.md': 'Why a?\n\nHow a?\n',
  'b.md': 'Why b?\n',
  'c.md': 'Why c?\n',
};

let vault: FakeVault;
let told: string[];
let reads: string[];
let isClosed: boolean;
let history: ReviewHistory;

beforeEach(() => {
  vault = new FakeVault();
  for (const [path, text] of Object.entries(NOTES)) vault.add(path, text);
  told = [];
  reads = [];
  isClosed = false;
  history = new ReviewHistory({
    app: vault.app,
    queue: {
      leave: ({ note }) => told.push(`left ${String(note)}`),
      tagged: ({ note }) => told.push(`tagged ${String(note)}`),
      leftBehind: ({ note }) => told.push(`left behind ${String(note)}`),
      taggedBehind: ({ note }) => told.push(`tagged behind ${String(note)}`),
    },
    read: (file) => {
      reads.push(file.path);
      return Promise.resolve(readNow(file));
    },
    isClosed: () => isClosed,
  });
});

function readNow(file: Pick<TFile, 'path'>) {
  const text = vault.text(file.path);
  return { text, read: extractQuestions(text) };
}

/** The question at `at` of a note, as it is shown; `past` where it was decided before. */
function shown(path: string, at = 0, past: number | null = null): ShownQuestion {
  const file = vault.app.vault.getFileByPath(path);
  const note = Object.keys(NOTES).indexOf(path);
  if (!file) throw new Error(`There is no ${path}.`);
  const { text, read } = readNow(file);
  const question = read[at];
  if (!question) throw new Error(`There is no question ${String(at)} in ${path}.`);
  return { file, question, read, text, place: { note, key: questionKeys(read)[at] ?? 0 }, past };
}

async function found(first: number, step: 1 | -1): Promise<string | null> {
  const question = await history.find(first, step);
  return question && `${question.file.path}: ${question.question.text} ${String(question.past)}`;
}

describe('what was decided in a review', () => {
  it('is found again from there on, in either direction', async () => {
    history.decide(shown('a.md'), false);
    history.decide(shown('a.md', 1), true);
    history.decide(shown('b.md'), true);
    expect(history.length).toBe(3);
    expect(await found(2, -1)).toBe('b.md: Why b? 2');
    expect(await found(1, -1)).toBe('a.md: How a? 1');
    expect(await found(0, 1)).toBe('a.md: Why a? 0');
    expect(await found(-1, -1)).toBeNull();
    expect(await found(3, 1)).toBeNull();
  });

  it('is found where its note was renamed', async () => {
    history.decide(shown('b.md'), true);
    vault.rename('b.md', 'z.md');
    expect(await found(0, -1)).toBe('z.md: Why b? 0');
  });

  it('is found where it has moved in its note, and of several that read alike the same', async () => {
    vault.modify('a.md', 'Why a?\n\nHow a?\n\nWhy a?\n');
    history.decide(shown('a.md', 1), false);
    history.decide(shown('a.md', 2), false);
    vault.modify('a.md', 'New?\n\nWhy a?\n\nOther?\n\nHow a?\n\nWhy a?\n');
    expect((await history.find(0, 1))?.question.line).toBe(7);
    expect((await history.find(1, -1))?.question.line).toBe(9);
  });

  it('is passed over where its note is gone, or has no such words any more', async () => {
    history.decide(shown('a.md'), true);
    history.decide(shown('b.md'), true);
    history.decide(shown('c.md'), true);
    vault.delete('c.md');
    vault.modify('b.md', 'Why else?\n');
    expect(await found(2, -1)).toBe('a.md: Why a? 0');
    expect(reads).toEqual(['b.md', 'a.md']);
  });

  it('is looked for no further once nobody wants to know', async () => {
    history.decide(shown('a.md'), true);
    history.decide(shown('b.md'), true);
    isClosed = true;
    expect(await found(1, -1)).toBeNull();
    expect(reads).toEqual([]);
  });

  it('is told to the queue once, and again where what was left is tagged later', () => {
    history.decide(shown('a.md'), false);
    history.decide(shown('b.md'), true);
    expect(told).toEqual(['tagged 0', 'left 1']);
    history.decide(shown('b.md', 0, 1), true);
    expect(told).toHaveLength(2);
    history.decide(shown('b.md', 0, 1), false);
    history.decide(shown('b.md', 0, 1), false);
    history.decide(shown('a.md', 0, 0), false);
    expect(told).toEqual(['tagged 0', 'left 1', 'tagged behind 1']);
    history.decide(shown('a.md', 0, 0), true);
    history.decide(shown('a.md', 0, 0), true);
    history.decide(shown('a.md', 0, 0), false);
    expect(told.slice(3)).toEqual(['left behind 0', 'tagged behind 0']);
    expect(history.length).toBe(2);
  });
});
