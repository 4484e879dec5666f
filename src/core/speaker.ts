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

/** A turn as it is judged. */
interface Named extends Turn {
  /** Whose name it is: the lead-in's without a remark. */
  readonly person: string;
  /** How the name is written where the turn begins. */
  readonly form: number;
}

/** The names among `turns` that are speakers'. */
export function findSpeakers(turns: readonly Turn[]): SpeakerNames {
  const persons = new Map<string, string>();
  const counts = new Map<string, number>();
  const all = turns.map((turn): Named => {
    const { name } = turn.leadIn;
    const person = persons.get(name) ?? personOf(name);
    persons.set(name, person);
    counts.set(person, (counts.get(person) ?? 0) + 1);
    return { ...turn, person, form: formOf(turn) };
  });
  const people = new Set<string>();
  for (const turn of all) {
    const { person } = turn;
    if (!people.has(person) && isSpeaker(turn, counts.get(person) ?? 0)) people.add(person);
  }
  const isAnswered = [...counts.keys()].some((name) => ASKS.test(name));
  const mayTalk = new Set(
    [...counts.keys()].filter(
      (name) => looksLikeName(name) || (isTalkName(name) && !(isAnswered && ANSWERS.test(name))),
    ),
  );
  const talking = all.filter(({ person }) => mayTalk.has(person));
  if (people.size === 0) for (const name of findTalkers(talking)) people.add(name);
  // In a transcript, whoever speaks only once is still a speaker, if introduced as the others are.
  const forms = new Set(all.filter(({ person }) => people.has(person)).map(({ form }) => form));
  for (const { person, form } of talking) if (forms.has(form)) people.add(person);
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

function formOf({ leadIn: { isAlone, isBold, isTimed }, isHeading }: Turn): number {
  return (isHeading ? 1 : isAlone ? 2 : 0) + (isBold ? 4 : 0) + (isTimed ? 8 : 0);
}

function isSpeaker({ leadIn, isHeading, person: name }: Named, count: number): boolean {
  if (!looksLikeName(name)) return false;
  const { isAlone, isBold, isTimed } = leadIn;
  if (ROLE.test(name)) return true;
  if (isTimed) return leadIn.isSure || count > 1;
  if (isHeading) return count > 1 || name.length <= 4 || name.includes(' ');
  if (isAlone && !isBold) return count > 2;
  if (count > 1) return true;
  return isBold && LATIN_NAME.test(name) && name.includes(' ');
}

/** Those who take turns in one form: somebody speaks, somebody else, and the first again. */
function findTalkers(turns: readonly Named[]): Set<string> {
  const byForm = new Map<number, string[]>();
  for (const { person, form } of turns) {
    const names = byForm.get(form);
    if (names) names.push(person);
    else byForm.set(form, [person]);
  }
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
