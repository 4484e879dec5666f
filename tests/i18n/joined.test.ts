/** Things in a line are joined as their language does it, so what joins them stands among the strings. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** What is typed and read again, or is no text of the interface. */
const TYPED = [
  'bases/new-base.ts',
  'settings/bindings.ts',
  'settings/setting-items.ts',
  'dashboard/model/drawing.ts',
];

it('no part of the interface joins things by the punctuation of one language', () => {
  const files = readdirSync('src/ui', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => path.replaceAll('\\', '/'));
  const joining = files.filter((path) =>
    /\.join\(['"`](?:[,;:、，；]|\. )/.test(readFileSync(join('src/ui', path), 'utf8')),
  );
  expect(joining.sort()).toEqual([...TYPED].sort());
});
