// Operations that stop with the plugin.
import { describe, expect, it, vi } from 'vitest';

import { NOTE, MARKED, vault, journal, operations, writer, start, add, tagAll } from './started';

vi.mock('obsidian', () => import('../../obsidian'));

describe('with the plugin', () => {
  const PATHS = ['a.md', 'b.md', 'c.md'];

  it('a change to many notes stops before the next, and is offered at the next start', async () => {
    const notes = PATHS.map((path) => tagAll(add(path, NOTE), NOTE));
    let stopping = Promise.resolve();
    const outcomes = await writer.writeAll(notes, {
      onProgress: () => {
        stopping = operations.stop();
      },
    });
    await stopping;
    expect(outcomes).toHaveLength(1);
    expect(PATHS.map((path) => vault.text(path))).toEqual([MARKED, NOTE, NOTE]);
    start();
    const [found] = await operations.recovery.interrupted();
    expect(found).toMatchObject({ total: 3, reached: 1 });
    if (found) await operations.recovery.resume(found.operation);
    expect(PATHS.map((path) => vault.text(path))).toEqual([MARKED, MARKED, MARKED]);
  });

  it('a note that is being written is written before anything else is let go of', async () => {
    const file = add('a.md', NOTE);
    const { app } = vault;
    const process = app.vault.process.bind(app.vault);
    const isWriting = new Promise<void>((resolve) => {
      app.vault.process = async (...values) => {
        resolve();
        await new Promise((goOn) => setTimeout(goOn, 5));
        return process(...values);
      };
    });
    void writer.writeAll([tagAll(file, NOTE)]);
    await isWriting;
    await operations.stop();
    expect(vault.text('a.md')).toBe(MARKED);
    expect(await journal.unfinished()).toEqual([]);
  });

  it('what waits for its turn does nothing', async () => {
    const running = writer.writeAll([tagAll(add('a.md', NOTE), NOTE)], {
      onProgress: () => void operations.stop(),
    });
    const waiting = writer.writeAll(['b.md', 'c.md'].map((path) => tagAll(add(path, NOTE), NOTE)));
    await Promise.all([running, waiting]);
    expect(PATHS.map((path) => vault.text(path))).toEqual([MARKED, NOTE, NOTE]);
  });
});
