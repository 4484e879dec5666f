/** Writes a made-up vault to disk, with the times its notes have. Refuses a folder that holds anything. */
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeNotes, type MadeNote, type VaultOptions } from './generate';

export interface WrittenVault {
  readonly notes: number;
  readonly bytes: number;
  readonly articles: number;
  readonly questions: number;
  readonly marks: number;
}

/** Files written at one time. */
const AT_ONCE = 64;

export async function writeVault(folder: string, options: VaultOptions): Promise<WrittenVault> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new Error(`${folder} is not empty.`);
  // Obsidian, and what installs plugins, know a vault by it.
  await mkdir(path.join(folder, '.obsidian'));
  const sums = { notes: 0, bytes: 0, articles: 0, questions: 0, marks: 0 };
  const folders = new Set<string>();
  const write = async (note: MadeNote): Promise<void> => {
    const file = path.join(folder, note.path);
    const parent = path.dirname(file);
    if (!folders.has(parent)) {
      await mkdir(parent, { recursive: true });
      folders.add(parent);
    }
    const bytes = Buffer.from(note.text);
    await writeFile(file, bytes);
    await utimes(file, note.mtime / 1000, note.mtime / 1000);
    sums.notes += 1;
    sums.bytes += bytes.length;
    sums.articles += note.inScope ? 1 : 0;
    sums.questions += note.questions;
    sums.marks += note.marks;
  };
  const notes = makeNotes(options);
  const writeSome = async (): Promise<void> => {
    for (const note of notes) await write(note);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, writeSome));
  return sums;
}
