import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_MARK_FORMAT } from '../../../src/core/model/mark';
import { Journal, KEPT_OPERATIONS } from '../../../src/vault/writing/journal';

vi.stubGlobal('window', globalThis);

const NOTE = { path: 'a.md', changes: [] };

let databases = 0;
let faults: string[];
let journal: Journal;

beforeEach(() => {
  databases += 1;
  faults = [];
  journal = new Journal(`journal ${databases}`, (reason) => faults.push(reason));
});

/** A finished operation on `path`. */
async function operate(path: string): Promise<number> {
  const id = await begin();
  await journal.record({ operation: id, path, edits: [editAt(3)] });
  await journal.finish(id);
  return id;
}

async function begin(): Promise<number> {
  const id = await journal.begin({ kind: 'marks', format: DEFAULT_MARK_FORMAT, notes: [NOTE] });
  if (id === null) throw new Error('no journal');
  return id;
}

function editAt(at: number) {
  return {
    at,
    before: '',
    after: ' #question/inward',
    lead: '為什麼？',
    trail: '',
    startsLine: true,
    endsLine: true,
  };
}

describe('the journal', () => {
  it('gives undo the last operation and redo the first one undone', async () => {
    const first = await operate('a.md');
    const second = await operate('b.md');
    expect((await journal.lastDone())?.id).toBe(second);
    expect(await journal.firstUndone()).toBeNull();
    await journal.setState(second, 'undone');
    await journal.setState(first, 'undone');
    expect(await journal.lastDone()).toBeNull();
    expect((await journal.firstUndone())?.id).toBe(first);
  });

  it('lets what was undone be made again after an operation that changed nothing', async () => {
    const first = await operate('a.md');
    await journal.setState(first, 'undone');
    await journal.finish(await begin());
    expect((await journal.firstUndone())?.id).toBe(first);
  });

  it('forgets what was undone when a new operation has changed something', async () => {
    const first = await operate('a.md');
    await journal.setState(first, 'undone');
    const second = await operate('b.md');
    expect(await journal.firstUndone()).toBeNull();
    expect(await journal.notesOf(first)).toEqual([]);
    expect((await journal.lastDone())?.id).toBe(second);
  });

  it('forgets an operation that changed nothing', async () => {
    await journal.finish(await begin());
    expect(await journal.lastDone()).toBeNull();
    expect(await journal.unfinished()).toEqual([]);
  });

  it('keeps what was recorded of others when it forgets one', async () => {
    const first = await operate('a.md');
    await journal.finish(await begin());
    expect(await journal.notesOf(first)).toHaveLength(1);
    const second = await operate('b.md');
    await journal.setState(second, 'undone');
    const third = await operate('c.md');
    const paths = async (id: number) => (await journal.notesOf(id)).map(({ path }) => path);
    expect(await paths(first)).toEqual(['a.md']);
    expect(await paths(second)).toEqual([]);
    expect(await paths(third)).toEqual(['c.md']);
  });

  it('does nothing about an operation that it does not know', async () => {
    await journal.setState(7, 'undone');
    await journal.discard(7, 'a.md');
    await journal.rename('x.md', 'y.md');
    expect(await journal.finish(7)).toBe(true);
    expect([await journal.lastDone(), await journal.firstUndone()]).toEqual([null, null]);
    expect(faults).toEqual([]);
  });

  it('keeps the last fifty', async () => {
    for (let n = 0; n < KEPT_OPERATIONS + 3; n += 1) await operate(`${n}.md`);
    const kept = [];
    for (let last = await journal.lastDone(); last; last = await journal.lastDone()) {
      kept.push(last.id);
      await journal.setState(last.id, 'undone');
    }
    expect(kept).toHaveLength(50);
    expect(Math.min(...kept)).toBe(4);
  });

  it('holds the plans of an operation that a crash left, and what was written of it', async () => {
    const id = await begin();
    await journal.record({ operation: id, path: 'a.md', edits: [editAt(4)] });
    const after = new Journal(`journal ${databases}`, (reason) => faults.push(reason));
    const [left] = await after.unfinished();
    expect(left).toMatchObject({ id, state: 'running', task: { notes: [{ path: 'a.md' }] } });
    expect(await after.notesOf(id)).toMatchObject([{ path: 'a.md', edits: [{ at: 4 }] }]);
  });

  it('takes a record back whose write did not happen', async () => {
    const id = await begin();
    await journal.record({ operation: id, path: 'a.md', edits: [] });
    await journal.discard(id, 'a.md');
    expect(await journal.notesOf(id)).toEqual([]);
  });

  it('follows a renamed note', async () => {
    const id = await operate('a.md');
    await journal.rename('a.md', 'b/c.md');
    expect((await journal.notesOf(id)).map(({ path }) => path)).toEqual(['b/c.md']);
  });

  it('follows the notes of a renamed folder, and no others', async () => {
    const ids = [await operate('a/b.md'), await operate('a/c/d.md'), await operate('ab/e.md')];
    await journal.rename('a', 'z');
    const paths = await Promise.all(ids.map(async (id) => (await journal.notesOf(id))[0]?.path));
    expect(paths).toEqual(['z/b.md', 'z/c/d.md', 'ab/e.md']);
  });

  it('follows renames in what an operation has still to do', async () => {
    await begin();
    await journal.rename('a.md', 'b.md');
    expect((await journal.unfinished())[0]?.task.notes).toEqual([{ ...NOTE, path: 'b.md' }]);
  });

  it('follows renames in what a rewrite has still to do, and leaves its other notes', async () => {
    const notes = [{ path: 'a/b.md', keepsMarks: true }, { path: 'ab.md' }] as const;
    const formats = { from: DEFAULT_MARK_FORMAT, to: DEFAULT_MARK_FORMAT };
    await journal.begin({ kind: 'rewrite', ...formats, setting: DEFAULT_MARK_FORMAT, notes });
    await journal.rename('a', 'z');
    expect((await journal.unfinished())[0]?.task).toEqual({
      kind: 'rewrite',
      ...formats,
      setting: DEFAULT_MARK_FORMAT,
      notes: [{ path: 'z/b.md', keepsMarks: true }, { path: 'ab.md' }],
    });
  });

  it('keeps the notes of different operations apart, whatever their paths', async () => {
    const ids = [await operate('\uffff.md'), await operate('A.md'), await operate('文/章.md')];
    const paths = await Promise.all(
      ids.map(async (id) => (await journal.notesOf(id)).map((n) => n.path)),
    );
    expect(paths).toEqual([['\uffff.md'], ['A.md'], ['文/章.md']]);
  });

  it('reports a database that fails once, and lets work go on without it', async () => {
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = () => {
      throw new Error('blocked by the browser');
    };
    try {
      expect(
        await journal.begin({ kind: 'marks', format: DEFAULT_MARK_FORMAT, notes: [] }),
      ).toBeNull();
      expect(await journal.record({ operation: 1, path: 'a.md', edits: [] })).toBe(false);
      expect(await journal.finish(1)).toBe(false);
      expect([await journal.lastDone(), await journal.firstUndone()]).toEqual([null, null]);
      expect([await journal.unfinished(), await journal.notesOf(1)]).toEqual([[], []]);
    } finally {
      indexedDB.open = open;
    }
    expect(faults).toEqual(['blocked by the browser']);
    expect(await operate('a.md')).toBe(1);
  });

  it('does not keep work waiting for a database that never answers', async () => {
    const impatient = new Journal('blocked', (reason) => faults.push(reason), 300);
    const open = indexedDB.open.bind(indexedDB);
    const silent: IDBOpenDBRequest = Reflect.construct(IDBOpenDBRequest, []);
    indexedDB.open = () => silent;
    try {
      expect(await impatient.lastDone()).toBeNull();
      const before = performance.now();
      expect(await impatient.lastDone()).toBeNull();
      expect(performance.now() - before).toBeLessThan(200);
    } finally {
      indexedDB.open = open;
    }
    expect(faults).toEqual(['The database does not answer.']);
  });

  it('is asked again once a database has answered after all', async () => {
    const name = `blocked ${databases}`;
    // Whoever opens the database waits until it is deleted, and that waits for this connection.
    const connection = await openDB(name);
    const deleted = deleteDB(name);
    const impatient = new Journal(name, (reason) => faults.push(reason), 100);
    expect(await impatient.lastDone()).toBeNull();
    expect(faults).toEqual(['The database does not answer.']);
    connection.close();
    await deleted;
    const task = { kind: 'marks', format: DEFAULT_MARK_FORMAT, notes: [NOTE] } as const;
    await vi.waitFor(async () => expect(await impatient.begin(task)).not.toBeNull(), {
      timeout: 20_000,
    });
  });

  it('opens again after it was closed', async () => {
    const id = await operate('a.md');
    await journal.close();
    expect((await journal.lastDone())?.id).toBe(id);
  });
});
