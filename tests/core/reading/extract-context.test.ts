import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { extractQuestions } from '../../../src/core/reading/extract';
import type { Question } from '../../../src/core/model/question';

/** Tables write a note in one line: `⏎` is a line feed. */
function read(note: string): readonly Question[] {
  return extractQuestions(note.replaceAll('⏎', '\n'));
}

describe('sections', () => {
  it.each([
    ['為什麼？', [[]]],
    ['# 甲⏎為什麼？', [['甲']]],
    [
      '# 甲⏎## 乙⏎為什麼？⏎## 丙⏎真的？',
      [
        ['甲', '乙'],
        ['甲', '丙'],
      ],
    ],
    [
      '# 甲⏎### 乙⏎為什麼？⏎## 丙⏎真的？',
      [
        ['甲', '乙'],
        ['甲', '丙'],
      ],
    ],
    ['# 甲⏎# 乙⏎為什麼？', [['乙']]],
    ['# 為什麼？⏎真的？', [[], ['為什麼？']]],
    ['甲⏎===⏎乙⏎---⏎為什麼？', [['甲', '乙']]],
    ['▋甲⏎⏎為什麼？⏎⏎▋乙⏎⏎真的？', [['甲'], ['乙']]],
    [
      '▋第一部分⏎⏎▋1. 甲⏎⏎為什麼？⏎⏎▋2. 乙⏎⏎真的？⏎⏎▋第二部分⏎⏎好嗎？',
      [['第一部分', '1. 甲'], ['第一部分', '2. 乙'], ['第二部分']],
    ],
    ['【甲】⏎⏎▋乙⏎⏎為什麼？', [['甲', '乙']]],
    ['# 甲⏎▋乙⏎⏎為什麼？⏎⏎# 丙⏎真的？', [['甲', '乙'], ['丙']]],
    ['■ 甲⏎⏎為什麼？⏎⏎■ 乙⏎⏎真的？', [['甲'], ['乙']]],
    ['◎ 甲⏎⏎為什麼？', [['甲']]],
    ['① 甲⏎⏎為什麼？⏎⏎② 乙⏎⏎真的？', [['甲'], ['乙']]],
    ['**甲**⏎⏎為什麼？⏎⏎**乙**⏎⏎真的？', [['甲'], ['乙']]],
    ['## **甲** [乙](a.md) `丙`⏎為什麼？', [['甲 乙 丙']]],
    ['## 甲 #question/inward⏎為什麼？', [[], ['甲']]],
    ['## [[甲|乙]]⏎為什麼？', [['乙']]],
    ['### 唐鳳：⏎為什麼？', [[]]],
    ['### 適用場景：⏎為什麼？', [['適用場景：']]],
    ['## 甲⏎### 唐鳳：⏎為什麼？⏎### Setup:⏎真的？', [['甲'], ['甲', 'Setup:']]],
    ['# 甲⏎- 一項⏎  - 為什麼？', [['甲']]],
  ] as const)('of %s', (note, sections) => {
    expect(read(note).map(({ section }) => section)).toEqual(sections);
  });
});

describe('labels', () => {
  it.each([
    ['核心問題：⏎⏎為什麼？', ['核心問題']],
    ['核心問題:⏎為什麼？', ['核心問題']],
    ['核心問題：為什麼？', ['核心問題']],
    ['核心問題： ⏎⏎為什麼？⏎⏎真的？⏎⏎—⏎⏎好嗎？', ['核心問題', '核心問題', null]],
    ['**核心問題：**⏎⏎為什麼？', ['核心問題']],
    ['**問**：為什麼？', ['問']],
    ['問：為什麼？⏎答：真的？', ['問', '答']],
    ['Q: Why?⏎A: Why not?', ['Q', 'A']],
    ['Core question: Why?', ['Core question']],
    ['進階追問：⏎⏎為什麼？', ['進階追問']],
    ['核心問題：⏎⏎為什麼？⏎⏎## 下一節⏎⏎真的？', ['核心問題', null]],
    ['核心問題：⏎⏎為什麼？⏎⏎▋下一節⏎⏎真的？', ['核心問題', null]],
    ['核心問題：⏎⏎為什麼？⏎⏎他沒有回答。⏎⏎真的？', ['核心問題', null]],
    ['核心問題：⏎⏎他先想了想。⏎⏎為什麼？', ['核心問題']],
    ['核心問題：⏎⏎- 為什麼？⏎- 真的？', ['核心問題', '核心問題']],
    ['甲組問題：⏎⏎為什麼？⏎⏎乙組問題：⏎⏎真的？', ['甲組問題', '乙組問題']],
    ['核心問題：為什麼？真的？⏎⏎好嗎？', ['核心問題', '核心問題', null]],
    ['So: what now?⏎⏎1. Who is it for?', [null, null]],
    ['- 問老師：有嗎？⏎- 沒有嗎？', ['問老師', null]],
    ['他說：⏎⏎為什麼？', [null]],
    ['我想問的是：為什麼？', [null]],
    ['我：為什麼？', [null]],
    ['老師曰：「為什麼？」', [null]],
    ['作者反問：「為什麼？」', [null]],
    ['反問：為什麼？', ['反問']],
    ['結論：為什麼？', ['結論']],
    ['案例 2：為什麼？', ['案例 2']],
    ['**Q: Why?**', ['Q']],
    ['例如：為什麼？', [null]],
    ['https://example.com 為什麼？', [null]],
    ['12:30 為什麼？', [null]],
    ['這是一句很長很長很長很長很長的引言：為什麼？', [null]],
    // The title of a callout may lead in.
    ['> [!question] **問題六**：我們如何反思？', ['問題六']],
    ['> [!note] Summary: why?⏎> And how?', ['Summary', null]],
    // What asks nothing ends a label that waits; in a list under it, it does not.
    [
      '路上只聽見一聲嘆息：⏎⏎「你還是來了。」⏎⏎我轉過身。街上沒有人。⏎⏎回到家，我洗了碗。⏎⏎這算不算是夢呢？',
      [null],
    ],
    ['核心問題：⏎⏎他先想了想。⏎⏎又坐了一會。⏎⏎為什麼？', [null]],
    ['Things to ask:⏎- Bring tea.⏎- Who pays?', ['Things to ask']],
    // A clause that stands above a list names it.
    ['我們要了解的是：⏎- 它能否轉換？', ['我們要了解的是']],
    ['What we want to know:⏎⏎1. Who pays?', ['What we want to know']],
    ['Things to ask next week:⏎- Who pays?', ['Things to ask next week']],
    ['我們要了解的是：⏎⏎它能否轉換？', [null]],
    // Names of nobody.
    ['適用場景：上班。⏎⏎適用場景：下班。誰會用到它？', ['適用場景']],
    ['Motivation: a.⏎⏎Motivation: b. Who needs it?', ['Motivation']],
  ] as const)('of %s', (note, labels) => {
    expect(read(note).map(({ label }) => label)).toEqual(labels);
  });
});

describe('speakers', () => {
  it.each([
    ['**Lex Fridman:** Why?', ['Lex Fridman']],
    ['**Lex Fridman**: Why?', ['Lex Fridman']],
    ['Lex: Why?⏎⏎Ilya: I see.⏎⏎Lex: Really?', ['Lex', 'Lex']],
    ['Lex: Why?⏎⏎Ilya: Why not?⏎⏎Lex: Really?', ['Lex', 'Ilya', 'Lex']],
    ['### 唐鳳：⏎為什麼？', ['唐鳳']],
    ['### Audrey Tang:⏎Why?⏎⏎And how?', ['Audrey Tang', 'Audrey Tang']],
    ['### 唐鳳：⏎為什麼？⏎⏎### 胡貝蒂：⏎真的？', ['唐鳳', '胡貝蒂']],
    ['唐鳳：為什麼？⏎⏎胡貝蒂：因為。⏎⏎唐鳳：真的？', ['唐鳳', '唐鳳']],
    ['主持人：為什麼？', ['主持人']],
    ['Lex Fridman (00:12:33)⏎⏎Why?', ['Lex Fridman']],
    ['Lex Fridman (00:12:33):⏎Why?', ['Lex Fridman']],
    ['[00:12:33] Lex: Why?', ['Lex']],
    ['Speaker 0: 00:00:01⏎⏎Why?⏎⏎Speaker 1: 00:00:04⏎⏎Why not?', ['Speaker 0', 'Speaker 1']],
    ['主持人（00:12:33）：為什麼？', ['主持人']],
    ['### 唐鳳：⏎為什麼？⏎⏎## 第二場⏎⏎真的？', ['唐鳳', null]],
    ['Summary: Why?⏎⏎Summary: How?', [null, null]],
    ['核心問題：為什麼？⏎⏎核心問題：真的？', [null, null]],
    ['Q: Why?⏎A: So.⏎Q: How?⏎A: Thus.', [null, null]],
    ['主持人（00:12:33）：為什麼？⏎⏎延伸：真的？', ['主持人', '主持人']],
    ['- **Lex Fridman:** Why?⏎⏎Really?', ['Lex Fridman', null]],
    // Whoever is named as others are.
    ['主持人：為什麼？⏎⏎我：沒想過。你呢？', ['主持人', '我']],
    ['媽媽：吃飽沒？⏎我：飽了，妳呢？⏎媽媽：我也是。', ['媽媽', '我']],
    ['**You:** Why?⏎⏎**ChatGPT:** Shall I?⏎⏎**You:** And how?', ['You', 'ChatGPT', 'You']],
    ['A：為什麼？⏎B：你呢？⏎A：真的？', ['A', 'B', 'A']],
    ['Q：為什麼？⏎A：為什麼不？⏎Q：真的？⏎A：是。', [null, null, null]],
    [
      'A: Red?⏎B: Blue?⏎C: Green?⏎D: Grey?⏎⏎A: Up?⏎B: Down?⏎C: In?⏎D: Out?',
      new Array(8).fill(null),
    ],
    ['甲：為什麼？⏎乙：你呢？⏎甲：我不知道。', ['甲', '乙']],
    ['P1: Why?⏎⏎I: Why not?⏎⏎P1: I see.', ['P1', 'I']],
    ['記者：您會參選嗎？⏎柯P：你說呢？⏎記者：所以會？', ['記者', '柯P', '記者']],
    ['訪談者：為什麼？⏎受訪者A：你覺得呢？', ['訪談者', '受訪者A']],
    ['王小明：為什麼？⏎⏎陳忠義：你呢？⏎⏎王小明：我不知道。', ['王小明', '陳忠義']],
    ['理由一：為什麼？⏎理由二：真的？⏎⏎理由一：好嗎？', [null, null, null]],
    ['王小明（記者）：為什麼？⏎⏎李四：你呢？⏎⏎王小明：好。', ['王小明', '李四']],
    [
      '**記者：您最近在忙什麼？**⏎⏎林懷民：排新舞。⏎⏎**記者：什麼時候演出？**⏎⏎林懷民：明年。你要來嗎？',
      ['記者', '記者', '林懷民'],
    ],
    ['SPEAKER_00: Why?⏎⏎SPEAKER_01: Why not?', ['SPEAKER_00', 'SPEAKER_01']],
    ['[SPEAKER_00]: Why?⏎⏎[SPEAKER_01]: Why not?', ['SPEAKER_00', 'SPEAKER_01']],
    // Names and times alone in their lines.
    ['王小明 00:12⏎你好嗎？⏎⏎陳大文 00:15⏎我很好。你呢？', ['王小明', '陳大文']],
    ['Speaker 1  0:05⏎Why?⏎⏎Speaker 2  0:12⏎Why not?', ['Speaker 1', 'Speaker 2']],
    ['说话人1 00:00:03⏎为什么？⏎⏎说话人2 00:00:09⏎你呢？', ['说话人1', '说话人2']],
    ['**主持人** 00:12⏎為什麼？', ['主持人']],
    ['Tom | 00:12⏎Why?', ['Tom']],
    ['[00:01:02] **Tom**⏎Why?', ['Tom']],
    ['### 張老師 00:01:20⏎為什麼？', ['張老師']],
    ['李四 (00:15)⏎我很好。你呢？', ['李四']],
    ['00:00 Intro⏎05:12 Scaling⏎⏎Why?', [null]],
    ['Intro 00:00⏎Scaling 05:12⏎⏎Why?', [null]],
    ['Lunch 12:30⏎Who comes?', [null]],
    ['## Standup 10:00⏎Why?', [null]],
    ['[12/03/2024, 09:14:22] Anna: Why?', ['Anna']],
    ['12/03/2024, 09:14 - Anna: Why?', ['Anna']],
    ['【00:03:21】王小明：為什麼？', ['王小明']],
    // A name comes again where nothing is asked any more.
    ['Lex: Why?⏎⏎Ilya: I see.⏎⏎Lex: So it goes.', ['Lex']],
    ['為什麼？', [null]],
    // Nobody goes on behind a heading, a list or a callout.
    [
      '## One⏎⏎Ann: Who are you?⏎⏎Bob: A baker.⏎⏎Ann: Why?⏎⏎## Notes⏎⏎Summary: what did we learn?',
      ['Ann', 'Ann', null],
    ],
    ['Ann: Who?⏎⏎Bob: Me.⏎⏎Ann: I see.⏎⏎## Two⏎⏎What now?⏎⏎Bob: Shall we?', ['Ann', null, 'Bob']],
    ['- Ann: Who?⏎- Bob: Me.⏎- Ann: Why?⏎- Note: what now?', ['Ann', 'Ann', null]],
    ['> [!quote] 記者：為什麼？⏎⏎那是什麼？', ['記者', null]],
    ['主持人：為什麼？⏎⏎■ 第二場⏎⏎延伸：真的？', ['主持人', null]],
    // Labels that come again and again name nobody.
    ['適用場景：上班。⏎⏎適用場景：下班。誰會用到它？', [null]],
    ['總結：上班。⏎⏎總結：下班。⏎⏎誰會用到它？', [null]],
    ['Motivation: a.⏎⏎Motivation: b. Who needs it?', [null]],
    ['**Data Padding:** put space.⏎⏎What happens next?', [null]],
    ['**Brain Dump:** all of it.⏎⏎What is left?', [null]],
    ['### Underlying Question:⏎⏎Is it so?', [null]],
    ['### 適用場景：⏎⏎誰會用到它？', [null]],
    ['- 檢查項：有嗎？⏎- 修復方式：補上。⏎- 檢查項：好了嗎？', [null, null]],
    ['Cause: a leak.⏎⏎Fix: a seal.⏎⏎Cause: which one?', [null]],
    ['Java: is it fast?⏎⏎Kotlin: short.⏎⏎Java: old?', [null, null]],
    ['Audience: who needs it?⏎⏎Goal: more.', [null]],
    ['Host: example.org⏎⏎Is it up?', [null]],
    ['周期：一年。⏎⏎程序：先報名。⏎⏎周期：多久？', [null]],
    ['部門總監：誰管？⏎⏎部門總監：誰來？', [null, null]],
    ['路線 B：誰走？⏎⏎路線 C：誰來？⏎⏎路線 B：然後呢？', [null, null, null]],
    ['RAM: 16 GB.⏎⏎RAM: enough?', [null]],
    ['C:\\Users\\me⏎⏎D:\\Data⏎⏎C:\\Users\\you⏎⏎Is it there?', [null]],
    ['Client: SYN.⏎⏎Server: ACK.⏎⏎Client: done?', [null]],
    // Names of people, by how they are put together.
    ['Anna: Why?⏎⏎Anna: How?', ['Anna', 'Anna']],
    ['**Audrey Tang:** Why?', ['Audrey Tang']],
    ['王老師：懂嗎？⏎⏎王老師：真的？', ['王老師', '王老師']],
    ['歐陽明：去嗎？⏎⏎林小姐：好。⏎⏎歐陽明：走吧？', ['歐陽明', '歐陽明']],
    ['張總監：誰管？⏎⏎陳經理：我。⏎⏎張總監：你？', ['張總監', '張總監']],
    ['約翰·史密斯：為什麼？⏎⏎老王：你呢？⏎⏎約翰·史密斯：好。', ['約翰·史密斯', '老王']],
    // Whoever is asked by somebody without a name.
    [
      '問：你會擔心嗎？⏎⏎莊：不會。誰會知道呢？⏎⏎問：之後呢？⏎⏎莊：再看吧，好嗎？',
      [null, '莊', null, '莊'],
    ],
    // Names of nobody's list, by how people talk.
    [
      'Nayib: I came. Did you?⏎⏎Kaya: I did. Why?⏎⏎Nayib: I wondered.⏎⏎Kaya: You did?⏎⏎Nayib: I did.',
      ['Nayib', 'Kaya', 'Kaya'],
    ],
  ] as const)('of %s', (note, speakers) => {
    expect(read(note).map(({ speaker }) => speaker)).toEqual(speakers);
  });

  it('are no labels', () => {
    expect(read('Lex: Why?⏎⏎Lex: How?').map(({ label }) => label)).toEqual([null, null]);
  });
});

describe('groups', () => {
  it.each([
    ['是甲？是乙？還是丙？', [1, 1, 1]],
    ['是甲？⏎是乙？', [1, 1]],
    ['是甲？⏎⏎還是乙？', [1, 1]],
    ['是甲？我不知道。是乙？', [1, 2]],
    ['是甲？⏎⏎我不知道。⏎⏎是乙？', [1, 2]],
    ['是甲？⏎⏎---⏎⏎是乙？', [1, 2]],
    ['是甲？⏎⏎—⏎⏎是乙？', [1, 2]],
    ['是甲？⏎⏎## 丙⏎⏎是乙？', [1, 2]],
    ['## 是甲？⏎⏎是乙？', [1, 2]],
    ['- 是甲？⏎- 是乙？', [1, 2]],
    ['是甲？⏎⏎> 是乙？', [1, 2]],
    ['甲問題：是甲？⏎⏎乙問題：是乙？', [1, 2]],
    ['我不知道。是甲？是乙？', [1, 1]],
    ['• 甲？• 乙？', [1, 1]],
    ['| 甲？ | 乙？ |⏎|---|---|', [1, 2]],
    ['Why? Or how? I see. And when?', [1, 1, 2]],
    ['是甲？ #question/inward 是乙？', [1, 1]],
  ] as const)('of %s', (note, groups) => {
    expect(read(note).map(({ group }) => group)).toEqual(groups);
  });
});

describe('text and line', () => {
  it.each([
    ['甲。⏎⏎為什麼模型，⏎⏎而人類？', 3, '為什麼模型，而人類？'],
    ['Why do⏎we ask?', 1, 'Why do we ask?'],
    ['Why **do** *we* `ask` [now](a.md)?', 1, 'Why do we ask now?'],
    ['> Why do⏎> we ask?', 1, 'Why do we ask?'],
    ['為什麼 %% 祕密 %%要問？', 1, '為什麼 要問？'],
    ['為什麼[^1]要問？', 1, '為什麼要問？'],
    ['你讀過 [[某篇|那篇]] 嗎？', 1, '你讀過 那篇 嗎？'],
    ['snake_case 是什麼？', 1, 'snake_case 是什麼？'],
    ['A &amp; B?', 1, 'A & B?'],
    ['<code>a &lt; <b>b</b></code> 是什麼？', 1, 'a < b 是什麼？'],
    ['第一行，<br>第二行？', 1, '第一行，第二行？'],
  ] as const)('of %s', (note, line, text) => {
    expect(read(note).map((question) => [question.line, question.text])).toEqual([[line, text]]);
  });
});

const folder = path.resolve(import.meta.dirname, '../../../../shared/vault');
const articles = existsSync(folder)
  ? readdirSync(folder).filter((name) => name.endsWith('.md'))
  : [];

describe.runIf(articles.length > 0)('the sample article beside the project', () => {
  const questions = articles.flatMap((name) =>
    extractQuestions(readFileSync(path.join(folder, name), 'utf8')),
  );

  it('has thirty questions, all in reach', () => {
    expect(questions).toHaveLength(30);
  });

  it('has each labelled question under its label', () => {
    const labels: { label: string; count: number }[] = [];
    for (const { label } of questions) {
      const last = labels.at(-1);
      if (label === null) continue;
      if (last?.label === label) last.count += 1;
      else labels.push({ label, count: 1 });
    }
    expect(labels).toEqual([
      { label: '現象', count: 1 },
      { label: '核心問題', count: 2 },
      { label: '進階追問', count: 2 },
      { label: '類比問題', count: 2 },
      { label: '演化之謎', count: 2 },
      { label: '重新定義問題', count: 4 },
      { label: '資源效率問題', count: 2 },
      { label: '映射問題', count: 3 },
      { label: '模型類比', count: 1 },
      { label: '算力瓶頸', count: 1 },
      { label: '路徑選擇', count: 2 },
      { label: '核心問題', count: 2 },
    ]);
  });

  it('has two headings that ask, one quoted question and two in passing', () => {
    const kinds = questions.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'heading')).toHaveLength(2);
    expect(kinds.filter((kind) => kind === 'quoted')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'embedded')).toHaveLength(2);
  });

  it('has no speakers', () => {
    expect(questions.every(({ speaker }) => speaker === null)).toBe(true);
  });
});
