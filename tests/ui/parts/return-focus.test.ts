// A modal that is forgotten gives the keyboard to whichever editor has the window's selection: each file that makes one
// has it given back.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const UI = path.resolve(import.meta.dirname, '../../../src/ui');

/** A modal of Obsidian's, made or extended; what extends one of ours has it from there. */
const MAKES_ONE = /new ConfirmationModal\(|extends (?:Fuzzy|)(?:Suggest|)Modal\b/;

it('every modal gives the keyboard back to what had it', () => {
  const files = readdirSync(UI, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ file, source: readFileSync(path.join(UI, file), 'utf8') }))
    .filter(({ source }) => MAKES_ONE.test(source));
  expect(files.length).toBeGreaterThan(10);
  const forgotten = files.filter(
    ({ source }) => !/returnKeyboard\((?:this|question)\);/.test(source),
  );
  expect(forgotten.map(({ file }) => file)).toEqual([]);
});
