/** What made-up notes say: sentences and questions in three scripts, put together from short lists. */
import type { Random } from './random';

export interface Phrases {
  readonly titles: readonly string[];
  readonly labels: readonly string[];
  readonly headings: readonly string[];
  /** A sentence that asks nothing. */
  readonly statement: (random: Random) => string;
  /** A sentence that asks, with its question mark. */
  readonly question: (random: Random) => string;
  /** What stands between two sentences of a paragraph. */
  readonly gap: string;
}

const EN = {
  subjects: ['The tide table', 'A patient gardener', 'Our second draft', 'The old harbour crane'],
  verbs: ['changes', 'remembers', 'explains', 'slows down', 'outlives', 'reshapes'],
  objects: ['the shape of the bay', 'every promise in the plan', 'what the map leaves out'],
  ends: [
    'before anyone notices',
    'when the light is low',
    'more often than it should',
    'by itself',
  ],
  askers: ['Why does', 'How can', 'When would', 'In which case does'],
  things: ['a slow method', 'the smallest sample', 'an honest mistake', 'a borrowed idea'],
  asked: ['beat the fast one', 'tell us so much', 'survive a second look', 'feel like our own'],
};

const TRADITIONAL = {
  subjects: ['山腳的測站', '第二版草稿', '夜班的編輯', '這份手抄的地圖'],
  verbs: ['改寫了', '記住了', '忽略了', '慢慢磨平了', '重新排列了'],
  objects: ['河口的形狀', '計畫裡的每個承諾', '我們習慣的順序', '舊資料的邊角'],
  ends: ['卻沒有人發現', '像潮水一樣準時', '比預期早了三年', '只因為一次筆誤'],
  askers: ['為什麼', '在什麼條件下', '要等到什麼時候', '究竟要付出多少代價'],
  things: ['最慢的方法', '一個誠實的錯誤', '借來的想法', '最小的樣本'],
  asked: ['反而走得最遠', '能說明這麼多事', '經得起第二次檢查', '會變成自己的語言'],
  again: (time: string) => `到了第${time}次還是一樣`,
};

const SIMPLIFIED = {
  subjects: ['码头的老吊车', '第三次访谈', '图书馆的借阅卡', '那台旧收音机'],
  verbs: ['改变了', '保存了', '打断了', '悄悄延长了', '解释了'],
  objects: ['街区的节奏', '我们对距离的感觉', '原来的分类', '没有写完的笔记'],
  ends: ['却很少有人提起', '比我们想的更早', '像回声一样', '只剩下一个日期'],
  askers: ['为什么', '怎样才能让', '如果没有人记录', '凭什么认为'],
  things: ['慢的办法', '一次小小的失误', '别人的比喻', '最短的样本'],
  asked: ['会走得更远', '说明这么多问题', '经得起再看一遍', '变成自己的语言'],
  again: (time: string) => `到了第${time}次还是一样`,
};

function chinese(lists: typeof TRADITIONAL): Pick<Phrases, 'statement' | 'question' | 'gap'> {
  return {
    statement: (random) =>
      `${random.pick(lists.subjects)}${random.pick(lists.verbs)}${random.pick(lists.objects)}，${random.pick(lists.ends)}。`,
    question: (random) =>
      `${random.pick(lists.askers)}${random.pick(lists.things)}${random.pick(lists.asked)}，${lists.again(String(random.below(9999) + 1))}？`,
    gap: '',
  };
}

const ENGLISH: Phrases = {
  titles: ['Tide notes', 'Draft', 'Harbour log', 'Reading', 'Interview', 'Garden', 'Plan'],
  labels: ['Core question', 'Follow-up', 'Open points', 'Limits', 'What to ask next'],
  headings: ['Background', 'What we saw', 'Method', 'Loose ends', 'Next week'],
  statement: (random) =>
    `${random.pick(EN.subjects)} ${random.pick(EN.verbs)} ${random.pick(EN.objects)} ${random.pick(EN.ends)}.`,
  question: (random) =>
    `${random.pick(EN.askers)} ${random.pick(EN.things)} ${random.pick(EN.asked)} in case ${String(random.below(9999) + 1)}?`,
  gap: ' ',
};

/** English, Traditional and Simplified Chinese, a third of the notes each. */
export const LANGUAGES: readonly Phrases[] = [
  ENGLISH,
  {
    titles: ['潮汐筆記', '草稿', '訪談', '讀書摘記', '田野', '週報', '想法'],
    labels: ['核心問題', '進階追問', '映射問題', '重新定義問題', '路徑選擇'],
    headings: ['背景', '觀察', '方法', '未完的線', '下一步'],
    ...chinese(TRADITIONAL),
  },
  {
    titles: ['码头笔记', '草稿', '访谈', '读书摘记', '日志', '周报', '想法'],
    labels: ['核心问题', '追问', '资源问题', '定义问题', '路径选择'],
    headings: ['背景', '观察', '方法', '未完的线', '下一步'],
    ...chinese(SIMPLIFIED),
  },
];
