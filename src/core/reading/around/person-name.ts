/** How a name that stands before a colon sounds: like a person's, like a role's, like a kind of text's. */
import { chineseNameOf, isFamilyName } from '../../words/chinese-name';
import { isGivenName } from '../../words/given-name';
import { isLabelWord } from '../../words/label-word';

/**
 * - `role`: whoever has it speaks (`主持人`, `Interviewer`, `Speaker 2`);
 * - `full`: a person's name and nothing else's (`Lex Fridman`, `陳忠義`, `王老師`);
 * - `short`: a person's, or a word (`Lex`, `唐鳳`);
 * - `possible`: written as names are (`Nayib Bukele`, `Data Padding`, `米爸`, `適用場景`);
 * - `talk`: a name only where people talk (`我`, `B`, `甲`, `P1`, `Host`);
 * - `asks`, `answers`: `Q` and `問`, `A`;
 * - `none`: a kind of text.
 */
export type NameSound =
  'role' | 'full' | 'short' | 'possible' | 'talk' | 'asks' | 'answers' | 'none';

const ROLE =
  /^(?:主持人?|主[講讲席]人?|[記记]者|[訪访採采][談谈問问訪访]?[者員员]|受[訪访採采試试][訪访]?[者人]|[來来][賓宾]|嘉[賓宾]|[觀观聽听][眾众]|[學学]生|同[學学]|老[師师]|教授|[與与][會会]者|[編编][輯辑]|[發发]言人|[說说][話话]人|[講讲][者師师]|旁白|interviewer|interviewee|moderator|narrator|respondent|announcer)(?:[\s_-]*(?:\d+|[a-z甲乙丙丁]))?$|^(?:person|voice|user|caller|student|teacher|client|patient|expert|panelist|unknown|host|guest|participant|speaker|audience)[\s_-]*(?:\d+|[a-z])$/i;
/** Roles that name other things as well: `Host: example.org`, `Client: sends a packet`. */
const TALK_ROLE =
  /^(?:host|guest|participant|speaker|audience|user|human|assistant|chatgpt|claude|caller|student|teacher|client|customer|patient|expert|doctor|therapist|coach|boss|manager|mom|mum|dad|mother|father|son|daughter|wife|husband|friend|man|woman|boy|girl|waiter)$/i;
/** Longer ones are told by their family names. */
const CHINESE_NAME = /^[\u3400-\u9fff]{2,3}$/;
const LATIN_NAME = /^[A-Z][\p{L}'’-]*\.?(?: (?:[A-Z][\p{L}.'’-]*|de|van|von|der|bin|al)){0,3}$/u;
/** `IS BACK. MICHAEL`: the end of what somebody else said. */
const SENTENCE_END = /\p{L}{4,}\. /u;
/** Whoever is spoken of and to; one character; a letter, with a number or without; both scripts: `柯P`, `Amy 老師`. */
const TALK_NAME =
  /^(?:[我你您他她佢伊][們们]?|[\u3400-\u9fff]|i|me|you|he|she|we|they|[a-z]{1,2}\d{0,3}|[\u3400-\u9fff]{1,2}[a-z]{1,2}|[a-z][a-z.'’-]* ?(?:老師|老师|教授|先生|小姐|同[學学]|[哥姐姊總总]))$/i;
const PRONOUN = /^(?:[我你您他她佢伊][們们]?|i|me|you|he|she|we|they)$/i;
const ASKS = /^(?:q\d*|[問问])$/i;
const ANSWERS = /^a\d*$/i;
const LETTER = /^[a-z]$/i;
const ALL_CAPITALS = /^[A-Z]{1,4}$/;

/** How `name` sounds. `isAnswered`: a `Q` stands in the note as well, so `A` is the answer. */
export function soundOf(name: string, isAnswered: boolean): NameSound {
  if (ROLE.test(name)) return 'role';
  if (ASKS.test(name)) return 'asks';
  if (isAnswered && ANSWERS.test(name)) return 'answers';
  if (isLabelWord(name)) return 'none';
  if (TALK_ROLE.test(name) || LETTER.test(name)) return 'talk';
  const chinese = chineseNameOf(name);
  if (chinese !== 'none') return chinese;
  if (LATIN_NAME.test(name) && !SENTENCE_END.test(name)) return latinSoundOf(name);
  if (CHINESE_NAME.test(name)) return PRONOUN.test(name) ? 'talk' : 'possible';
  return TALK_NAME.test(name) ? 'talk' : 'none';
}

function latinSoundOf(name: string): NameSound {
  if (PRONOUN.test(name)) return 'talk';
  const [first = '', ...others] = name.split(' ');
  if (!isGivenName(first) || ALL_CAPITALS.test(first)) return 'possible';
  return others.length > 0 ? 'full' : 'short';
}

/** Whether `name` may be a person's or a role's. */
export function looksLikeName(name: string): boolean {
  const sound = soundOf(name, true);
  return sound !== 'none' && sound !== 'talk' && sound !== 'asks' && sound !== 'answers';
}

/** Whether `name` stands for somebody, and names nobody and nothing by itself. */
export function isPronoun(name: string): boolean {
  return PRONOUN.test(name);
}

/** Whether `name` is one letter: somebody who speaks, or one of the answers to choose from. */
export function isLetter(name: string): boolean {
  return LETTER.test(name);
}

/** Whether `name` is a family name alone, as interviews shorten whoever is asked. */
export function isShortened(name: string): boolean {
  return isFamilyName(name);
}

/** Whether `name` stands for whoever asks, without naming anybody. */
export function isAsking(name: string): boolean {
  return ASKS.test(name);
}
