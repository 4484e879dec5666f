/**
 * `npm run make-chinese-variants`: writes the table by which Traditional and Simplified Chinese compare, from
 * OpenCC's dictionaries of single characters. A test says when the table and the package disagree.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chineseVariantsSource } from './chinese-variants';

const file = fileURLToPath(new URL('../src/core/text/chinese-variants.ts', import.meta.url));
writeFileSync(file, chineseVariantsSource());
console.log(file);
