/**
 * A corpus of notes for measuring: made by kind from a fixed seed, so that every run reads the same bytes.
 * Notes are 0.2–200 kB long, most of them short, as in a vault.
 */

export interface Corpus {
  readonly kind: string;
  /** Each a note in UTF-8. */
  readonly notes: readonly Uint8Array[];
  readonly bytes: number;
}

type Random = () => number;

interface Kind {
  readonly name: string;
  /** A paragraph, list, code block…, with the line ends behind it. */
  readonly block: (random: Random) => string;
}

const CHINESE =
  '模型 資料 訓練 研究 問題 方法 這個 我們 他們 可以 因為 所以 學習 效率 人類 經驗 判斷 品味 答案 過程 開始 需要 一個 沒有 知道 時間 不同 重要 理解 想法'.split(
    ' ',
  );
const ENGLISH =
  'the a model of data and research is question we they learn with from experience taste answer process time which different important idea because people could never always between system'.split(
    ' ',
  );
const CODE = [
  'const a = b ? c : d;',
  'if (x) {',
  '  return y[0];',
  '}',
  'for (const item of items) {',
  '  // why?',
  '}',
];

function pick<T>(random: Random, items: readonly [T, ...T[]] | readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

function times(random: Random, least: number, most: number, make: () => string): readonly string[] {
  return Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, make);
}

function chineseClause(random: Random): string {
  return times(random, 3, 9, () => pick(random, CHINESE)).join('');
}

function chineseSentence(random: Random, asks = 0.12): string {
  const clauses = times(random, 1, 4, () => chineseClause(random)).join('，');
  return random() < asks ? `為什麼${clauses}？` : `${clauses}。`;
}

function englishSentence(random: Random, asks = 0.1): string {
  const words = times(random, 6, 22, () => pick(random, ENGLISH)).join(' ');
  return random() < asks ? `Why ${words}?` : `So ${words}.`;
}

const KINDS: readonly Kind[] = [
  {
    name: 'Chinese prose',
    block: (random) => `${times(random, 2, 7, () => chineseSentence(random)).join('')}\n\n`,
  },
  {
    name: 'English prose',
    block: (random) => `${times(random, 3, 8, () => englishSentence(random)).join(' ')}\n\n`,
  },
  {
    name: 'one clause a line',
    block: (random) =>
      random() < 0.1
        ? '—\n\n核心問題：\n\n'
        : `${times(random, 2, 6, () => chineseClause(random)).join('，\n\n')}${random() < 0.2 ? '？' : '。'}\n\n`,
  },
  {
    name: 'Chinese transcript',
    block: (random) =>
      `### ${pick(random, ['唐鳳', '胡貝蒂', '保經榮'])}：\n${times(random, 1, 4, () => chineseSentence(random, 0.2)).join('')}\n\n`,
  },
  {
    name: 'English transcript',
    block: (random) =>
      `${pick(random, ['Pieter', 'Stephanie', 'Andreas'])}: ${times(random, 1, 8, () => englishSentence(random, 0.15)).join(' ')}\n\n`,
  },
  {
    name: 'documentation with code',
    block: (random) =>
      random() < 0.4
        ? `\`\`\`ts\n${times(random, 4, 30, () => pick(random, CODE)).join('\n')}\n\`\`\`\n\n`
        : `## ${pick(random, ENGLISH)}\n\n${times(random, 1, 4, () => englishSentence(random, 0.04)).join(' ')} Use \`a ? b\` or [this](https://example.com/?q=1).\n\n`,
  },
  {
    name: 'lists and links',
    block: (random) =>
      `${times(random, 3, 12, () => `- ${random() < 0.3 ? '[ ] ' : ''}${chineseClause(random)} [[${pick(random, CHINESE)}|${pick(random, CHINESE)}]]${random() < 0.15 ? '？' : ''}`).join('\n')}\n\n`,
  },
  {
    name: 'notes that ask nothing',
    block: (random) =>
      random() < 0.5
        ? `${times(random, 2, 7, () => chineseSentence(random, 0)).join('')}\n\n`
        : `# ${pick(random, ENGLISH)}\n\n${times(random, 2, 7, () => englishSentence(random, 0)).join(' ')}\n\n`,
  },
];

/** A corpus of each kind, about `bytes` long each. */
export function makeCorpora(bytes: number): readonly Corpus[] {
  const encoder = new TextEncoder();
  return KINDS.map(({ name, block }, index) => {
    const random = seeded(index + 1);
    const notes: Uint8Array[] = [];
    let total = 0;
    while (total < bytes) {
      // Lengths are spread evenly over their magnitudes.
      const wanted = 200 * 1000 ** random();
      let text = random() < 0.5 ? '---\ntags:\n  - note\n---\n' : '';
      while (text.length < wanted / 2) text += block(random);
      const note = encoder.encode(text);
      notes.push(note);
      total += note.length;
    }
    return { kind: name, notes, bytes: total };
  });
}

/** Numbers from 0 to 1 that a seed fixes (mulberry32). */
function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
