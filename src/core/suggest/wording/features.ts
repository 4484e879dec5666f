/**
 * What the model of wordings sees of a question: named features, each with how much it counts. Names begin with
 * where the words stand. The weights were made for exactly these: whoever changes a feature trains them anew.
 */
import { foldText } from '../../text/fold-text';
import { AFTER, BEFORE, type WordedQuestion } from './worded-question';
import { LastTexts } from './last-texts';
import { notionsOf } from './notions';
import { clausesOf, isChinese, wordPairs, runsOf, stemOf, type Clause } from './tokens';

export type Features = ReadonlyMap<string, number>;

/** Of the names of words, those that the user's own tags teach. */
const TAUGHT = /^(?:[qsfe]|lf):/;

/** Notions in the question count more than single words: there are few, and each was chosen. */
const NOTION = 2;
/** Words of the answer beyond its first three. */
const ANSWER_WORD = 0.5;
/** Of the answer: in units, and in words. */
const ANSWER_UNITS = 60;
const ANSWER_WORDS = 12;
const ANSWER_NOTION_UNITS = 80;
const SPEAKER = 0.5;
/** In units: what a question ends with. None that was judged is a tenth as long. */
const LONGEST = 4000;
/** So much longer an English word is than a Chinese character. */
const WORD_LENGTH = 2.2;

const SENTENCE = /[^。!?\n.]*[。!?\n.]|[^。!?\n.]+$/g;
const QUESTION = /[^。!?\n.]*\?/g;
/** The line that names who speaks next. */
const SPEAKER_BEFORE = /\n[^\n]{1,60}:\**\s*$/;
/** What closes the question, and then a line that names who answers, or a name before the answer. */
const SPEAKER_AFTER = /^["'」』”’)\s*_]*\n+(?:[^\n]{1,60}:\**\s*\n+|[^\n:]{1,60}:\**\s)/;
const ENDS_TURN = /^["'」』”’)\s*_]*\n/;
const STARTS_TURN = /\n\s*$|:\**\s*$/;
const OPENS_QUOTE = /["“「『]\s*$/;
const ENDS_IN_QUESTION = /\?["'」』”’]?\s*$/;
const QUESTION_SOON = /^[^?]{0,60}\?/;
const STARTS_LINE_MARKED = /[*#]\s*$|^#+ /m;
const LINE_START_UNITS = 20;
const CLOSING = /[?"'」』”’)\s]+$/;
const CLAUSE_BREAKS = [',', '。', '、', '—'];

export function featuresOf(asked: WordedQuestion): Features {
  const { clauses, words, notions, lastNotions } = lastRead.of(asked.text);
  const features = new Map(words);
  const add = addingTo(features);
  const before = foldText((asked.before ?? '').slice(-BEFORE));
  const after = foldText((asked.after ?? '').slice(0, AFTER));
  addAround(add, before, after);
  for (const notion of notions) add(`C:${notion}`, NOTION);
  for (const notion of lastNotions) add(`CL:${notion}`, NOTION);
  addShape(add, { asked, before, after, clauses });
  return features;
}

/**
 * The names of features that the user's own tags teach: words of the question itself, whole or as stems, how it begins
 * and ends, and its notions.
 */
export function ownFeaturesOf(text: string): readonly string[] {
  const { words, notions } = lastRead.of(text);
  return [
    ...[...words.keys()].filter((name) => TAUGHT.test(name)),
    ...notions.map((notion) => `C:${notion}`),
  ];
}

/** What is read of a question's own text. */
interface ReadQuestion {
  readonly clauses: readonly Clause[];
  readonly words: Features;
  readonly notions: readonly string[];
  readonly lastNotions: readonly string[];
}

/** Of each question the model is asked right behind the user's own tags. */
const lastRead = new LastTexts(readQuestion, 1);

function readQuestion(text: string): ReadQuestion {
  const folded = foldText(text.slice(-LONGEST));
  const clauses = clausesOf(folded);
  const words = new Map<string, number>();
  addWords(addingTo(words), clauses);
  const lastNotions = notionsOf(lastClause(folded));
  return { clauses, words, notions: notionsOf(folded), lastNotions };
}

type Add = (name: string, value?: number) => void;

function addingTo(features: Map<string, number>): Add {
  return (name, value = 1) => {
    if (value > (features.get(name) ?? 0)) features.set(name, value);
  };
}

function addWords(add: Add, clauses: readonly Clause[]): void {
  const words = clauses.flat();
  const last = clauses[clauses.length - 1] ?? [];
  for (const clause of clauses) {
    for (const run of runsOf(clause, 3, 4)) add(`q:${run}`);
    for (const pair of wordPairs(clause, 4)) add(`k:${pair}`);
  }
  for (const word of words) if (!isChinese(word)) add(`s:${stemOf(word)}`);
  if (clauses.length > 1) for (const run of runsOf(last, 2, 3)) add(`l:${run}`);
  for (let size = 1; size <= 4; size++) {
    add(`f:${words.slice(0, size).join(' ')}`);
    add(`e:${words.slice(-size).join(' ')}`);
    if (size <= 3) add(`lf:${last.slice(0, size).join(' ')}`);
  }
}

function addAround(add: Add, before: string, after: string): void {
  const told = before.replace(SPEAKER_BEFORE, '\n');
  const sentence = lastOf(told, SENTENCE);
  for (const notion of notionsOf(sentence)) add(`CB:${notion}`);
  const asking = lastOf(before, QUESTION);
  if (asking !== '') for (const notion of notionsOf(asking)) add(`CP:${notion}`);
  if (after.trim() === '') return;
  const answer = after.replace(SPEAKER_AFTER, '');
  const words = clausesOf(answer.slice(0, ANSWER_UNITS)).flat().slice(0, ANSWER_WORDS);
  for (let size = 1; size <= 3; size++) add(`af:${words.slice(0, size).join(' ')}`);
  for (const run of runsOf(words, 2, 2)) add(`a:${run}`, ANSWER_WORD);
  for (const notion of notionsOf(answer.slice(0, ANSWER_NOTION_UNITS))) add(`CA:${notion}`);
}

interface AroundQuestion {
  readonly asked: WordedQuestion;
  readonly before: string;
  readonly after: string;
  readonly clauses: readonly Clause[];
}

function addShape(add: Add, { asked, before, after, clauses }: AroundQuestion): void {
  const words = clauses.flat();
  const language = words.some(isChinese) ? 'z' : 'e';
  const length = language === 'z' ? asked.text.length : words.length * WORD_LENGTH;
  add(`length:${Math.min(9, Math.floor(Math.log2(length + 1) * 1.5))}`);
  add(`length:${language}${Math.min(7, Math.floor(Math.log2(length + 1)))}`);
  add(`language:${language}`);
  add(`clauses:${Math.min(5, clauses.length)}`);
  add(`speaker:${isNamed(asked.speaker) ? 1 : 0}`, SPEAKER);
  if (isNamed(asked.label)) add('label');
  if (after !== '') add(ENDS_TURN.test(after) ? 'turn:ends' : 'turn:goes on');
  if (QUESTION_SOON.test(after)) add('question:next');
  if (before === '') return;
  if (STARTS_TURN.test(before)) add('turn:starts');
  if (OPENS_QUOTE.test(before)) add('quoted');
  if (ENDS_IN_QUESTION.test(before)) add('question:before');
  add(`questions:${Math.min(3, before.split('?').length - 1)}`);
  if (STARTS_LINE_MARKED.test(before.slice(-LINE_START_UNITS))) add('line:marked');
}

function isNamed(name: string | null | undefined): boolean {
  return name !== null && name !== undefined && name !== '';
}

/** The last match that has more than blanks. */
function lastOf(text: string, pattern: RegExp): string {
  const found = (text.match(pattern) ?? []).filter((each) => each.trim() !== '');
  return found[found.length - 1] ?? '';
}

/** From the last comma on, or the whole, with what closes it. */
function lastClause(folded: string): string {
  const end = folded.replace(CLOSING, '');
  return folded.slice(
    Math.max(...CLAUSE_BREAKS.map((character) => end.lastIndexOf(character))) + 1,
  );
}
