/**
 * `npm run compare-prose -- <folder>`: prints the question marks on which the extractor and mdast disagree
 * whether they stand in prose, over all Markdown files of a folder: how many by reason, and each one that no
 * listed reason explains. Fails where one in a thousand or more is unexplained.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compareProse } from '../tests/core/markdown/compare-prose';

const folder = process.argv[2];
if (folder === undefined) {
  console.error('Which folder? npm run compare-prose -- <folder>');
  process.exitCode = 1;
} else {
  process.exitCode = compareFolder(folder);
}

function compareFolder(root: string): number {
  let marks = 0;
  let unexplained = 0;
  const byReason = new Map<string, number>();
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith('.md'),
  );
  for (const entry of files) {
    const file = path.join(entry.parentPath, entry.name);
    const text = readFileSync(file, 'utf8');
    marks += text.match(/[?？]/g)?.length ?? 0;
    for (const { at, seenBy, reason } of compareProse(text)) {
      if (reason === null) {
        unexplained += 1;
        const around = text.slice(Math.max(0, at - 40), at + 20);
        console.log(`${file}:${at} seen by ${seenBy}: ${JSON.stringify(around)}`);
      } else {
        byReason.set(reason, (byReason.get(reason) ?? 0) + 1);
      }
    }
  }
  for (const [reason, count] of byReason) console.log(`${String(count).padStart(6)}  ${reason}`);
  console.log(`${files.length} files, ${marks} marks, ${unexplained} unexplained`);
  return unexplained * 1000 < Math.max(marks, 1) ? 0 : 1;
}
