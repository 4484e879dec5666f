/**
 * Which lead-ins of a note name who speaks. A name that comes again and again does; so does one with a
 * time stamp, a role, or a full name in bold; a word that names a kind of text (`問題`, `Summary`) never. Words
 * that are names only in talk (`我`, `B`, `甲`, `P1`) name somebody where others answer.
 */
import { isLabelWord } from './label-word';
import type { LeadIn } from './lead-in';

export interface Turn {
  readonly leadIn: LeadIn;
  /** From a heading such as `### 唐鳳：`. */
  readonly isHeading: boolean;
}

const ROLE =
  /^(?:主持人?|主[講讲席]人?|[記记]者|[訪访採采][談谈問问訪访]?[者員员]|受[訪访採采試试][訪访]?[者人]|[來来][賓宾]|嘉[賓宾]|[觀观聽听][眾众]|[學学]生|同[學学]|老[師师]|教授|[與与][會会]者|[編编][輯辑]|[發发]言人|[說说][話话]人|[講讲][者師师]|旁白|host|interviewer|interviewee|guest|moderator|audience|narrator|participant|respondent|speaker|announcer)(?:[\s_-]*(?:\d+|[a-z甲乙丙丁]))?$|^(?:person|voice|user|caller|student|teacher|client|patient|expert|panelist|unknown)[\s_-]*(?:\d+|[a-z])$/i;
const CHINESE_NAME = /^[\u3400-\u9fff·．・]{2,8}$/;
const LATIN_NAME = /^[A-Z][\p{L}'’-]*\.?(?: (?:[A-Z][\p{L}.'’-]*|de|van|von|der|bin|al)){0,3}$/u;
/** Whoever is spoken of and to; one character; a letter, with a number or without; both scripts: `柯P`, `Amy 老師`. */
const TALK_NAME =
  /^(?:[我你您他她佢伊][們们]?|[\u3400-\u9fff]|i|me|you|he|she|we|they|[a-z]{1,2}\d{0,3}|[\u3400-\u9fff]{1,6}\s?[a-z\d]{1,3}|[a-z][a-z.'’-]* ?[\u3400-\u9fff]{1,4})$/i;
const PRONOUN = /^(?:[我你您他她佢伊][們们]?|i|me|you|he|she|we|they)$/i;
const ASKS = /^q\d*$/i;
const ANSWERS = /^a\d*$/i;
const LETTER = /^[a-z]$/i;
/** More one-letter names than talk two or three people are the answers to choose from in a test. */
const MOST_LETTERS = 3;
/** `羅密歐（驚）`, `王小明（記者）`: the person, and a remark. */
const REMARK = /\s*[（(][^（()）]*[)）]$/;

/** The speakers' names by the lead-ins' names. */
export type SpeakerNames = ReadonlyMap<string, string>;

/** The names among `turns` that are speakers'. Each name is judged once, however often it comes. */
export function findSpeakers(turns: readonly Turn[]): SpeakerNames {
  const persons = new Map<string, string>();
  const counts = new Map<string, number>();
  const forms = turns.map(formOf);
  const named = turns.map(({ leadIn: { name } }) => {
    const person = persons.get(name) ?? personOf(name);
    persons.set(name, person);
    counts.set(person, (counts.get(person) ?? 0) + 1);
    return person;
  });
  const isAnswered = [...counts.keys()].some((name) => ASKS.test(name));
  const names = new Set([...counts.keys()].filter(looksLikeName));
  const mayTalk = new Set(
    [...counts.keys()].filter(
      (name) => names.has(name) || (isTalkName(name) && !(isAnswered && ANSWERS.test(name))),
    ),
  );
  const people = new Set<string>();
  turns.forEach((turn, at) => {
    const person = named[at] ?? '';
    if (!names.has(person) || people.has(person)) return;
    if (isSpeaker(turn, person, counts.get(person) ?? 0)) people.add(person);
  });
  if (people.size === 0) {
    for (const name of findTalkers(named, forms, mayTalk)) people.add(name);
  }
  // In a transcript, whoever speaks only once is still a speaker, if introduced as the others are.
  const known = new Set(forms.filter((_, at) => people.has(named[at] ?? '')));
  named.forEach((person, at) => {
    if (mayTalk.has(person) && known.has(forms[at] ?? -1)) people.add(person);
  });
  return new Map([...persons].filter(([, person]) => people.has(person)));
}

/** Whether `name` may be a person's or a role's. */
export function looksLikeName(name: string): boolean {
  if (ROLE.test(name)) return true;
  return (
    !isLabelWord(name) && (CHINESE_NAME.test(name) || LATIN_NAME.test(name)) && !isLetter(name)
  );
}

/** Whether `name` stands for somebody, and names nobody and nothing by itself. */
export function isPronoun(name: string): boolean {
  return PRONOUN.test(name);
}

function isTalkName(name: string): boolean {
  return TALK_NAME.test(name) && !ASKS.test(name) && !isLabelWord(name);
}

function isLetter(name: string): boolean {
  return LETTER.test(name) || ASKS.test(name) || ANSWERS.test(name);
}

function personOf(name: string): string {
  const person = name.replace(REMARK, '');
  return person !== name && !isLabelWord(person) ? person : name;
}

/** How a name is written where its turn begins. */
function formOf({ leadIn: { isAlone, isBold, isTimed }, isHeading }: Turn): number {
  return (isHeading ? 1 : isAlone ? 2 : 0) + (isBold ? 4 : 0) + (isTimed ? 8 : 0);
}

/** Whether one who looks like a person speaks, by this turn and by how many turns there are. */
function isSpeaker({ leadIn, isHeading }: Turn, name: string, count: number): boolean {
  const { isAlone, isBold, isTimed } = leadIn;
  if (ROLE.test(name)) return true;
  if (isTimed) return leadIn.isSure || count > 1;
  if (isHeading) return count > 1 || name.length <= 4 || name.includes(' ');
  if (isAlone && !isBold) return count > 2;
  if (count > 1) return true;
  return isBold && LATIN_NAME.test(name) && name.includes(' ');
}

/** Those who take turns in one form: somebody speaks, somebody else, and the first again. */
function findTalkers(
  persons: readonly string[],
  forms: readonly number[],
  mayTalk: ReadonlySet<string>,
): ReadonlySet<string> {
  const byForm = new Map<number, string[]>();
  persons.forEach((person, at) => {
    if (!mayTalk.has(person)) return;
    const form = forms[at] ?? -1;
    const names = byForm.get(form);
    if (names) names.push(person);
    else byForm.set(form, [person]);
  });
  const talkers = new Set<string>();
  for (const names of byForm.values()) {
    const distinct = [...new Set(names)];
    const letters = distinct.filter((name) => LETTER.test(name)).length;
    if (letters > MOST_LETTERS || !distinct.some(isTalkName) || !takesTurns(names)) continue;
    for (const name of distinct) talkers.add(name);
  }
  return talkers;
}

function takesTurns(names: readonly string[]): boolean {
  const last = new Map<string, number>();
  return names.some((name, at) => {
    const before = last.get(name);
    last.set(name, at);
    return before !== undefined && before < at - 1;
  });
}
