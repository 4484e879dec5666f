/**
 * Which lead-ins of a note name who speaks. A name that sounds like a person's does where it comes again,
 * with a time stamp, in a heading, or in full and in bold; a role does. Any other name has to earn it: by
 * taking turns with somebody. A word that names a kind of text (`問題`, `Summary`) never does.
 */
import type { LeadIn } from './lead-in';
import { isAsking, isLetter, isPronoun, isShortened, soundOf, type NameSound } from './person-name';
import { isPersonSound, readTalk, type NamedTurn, type Talk } from './talk';

export interface Turn {
  readonly leadIn: LeadIn;
  /** From a heading such as `### 唐鳳：`. */
  readonly isHeading: boolean;
  /** Counts the headings above it. */
  readonly section: number;
}

/** The speakers' names by the lead-ins' names. */
export type SpeakerNames = ReadonlyMap<string, string>;

/** More one-letter names than talk two or three people are the answers to choose from in a test. */
const MOST_LETTERS = 3;
/** `羅密歐（驚）`, `王小明（記者）`, `Stephan –`: the person, and a remark or a dash before the time. */
const REMARK = /\s*(?:[（(][^（()）]*[)）]|[-–—|｜])$/;

const NOBODY: ReadonlySet<string> = new Set();

/**
 * The names among `turns` that are speakers'. Each name is judged once, however often it comes. `askers`: who
 * is known to speak in the note.
 */
export function findSpeakers(
  text: string,
  turns: readonly Turn[],
  askers: ReadonlySet<string> = NOBODY,
): SpeakerNames {
  const persons = new Map<string, string>();
  const sounds = new Map<string, NameSound>();
  const counts = new Map<string, number>();
  const forms = new Map<number, NamedTurn[]>();
  const isAnswered = turns.some(({ leadIn }) => isAsking(leadIn.name));
  const named = turns.map((turn): NamedTurn => {
    const { name, to } = turn.leadIn;
    const person = persons.get(name) ?? personOf(name);
    persons.set(name, person);
    const sound = sounds.get(person) ?? soundOf(person, isAnswered);
    sounds.set(person, sound);
    counts.set(person, (counts.get(person) ?? 0) + 1);
    const namedTurn = { person, sound, section: turn.section, from: to };
    const form = formOf(turn);
    const same = forms.get(form);
    if (same) same.push(namedTurn);
    else forms.set(form, [namedTurn]);
    return namedTurn;
  });
  const people = new Set<string>([...counts.keys()].filter((person) => askers.has(person)));
  const talks = new Map([...forms].map(([form, same]) => [form, readTalk(text, same)]));
  turns.forEach((turn, at) => {
    const { person, sound } = named[at] ?? {};
    if (person === undefined || sound === undefined || people.has(person)) return;
    const talk = talks.get(formOf(turn));
    const count = counts.get(person) ?? 0;
    if (isSpeaker(turn, { person, sound, count, takesTurns: talk?.talkers.has(person) === true })) {
      people.add(person);
    }
  });
  for (const [form, same] of forms) {
    const talk = talks.get(form);
    if (talk) for (const name of findTalkers(same, talk, people)) people.add(name);
  }
  return new Map([...persons].filter(([, person]) => people.has(person)));
}

function personOf(name: string): string {
  const person = name.replace(REMARK, '');
  return person !== name && soundOf(person, true) !== 'none' ? person : name;
}

/** How a name is written where its turn begins. */
function formOf({ leadIn: { isAlone, isBold, isTimed }, isHeading }: Turn): number {
  return (isHeading ? 1 : isAlone ? 2 : 0) + (isBold ? 4 : 0) + (isTimed ? 8 : 0);
}

interface NameInNote {
  readonly person: string;
  readonly sound: NameSound;
  readonly count: number;
  readonly takesTurns: boolean;
}

/** Whether one whose name sounds like a person's speaks, by this turn and by how many turns there are. */
function isSpeaker(
  { leadIn, isHeading }: Turn,
  { person, sound, count, takesTurns }: NameInNote,
): boolean {
  const { isAlone, isBold, isTimed, isSure } = leadIn;
  if (sound === 'role') return true;
  if (isTimed && isSure && (sound === 'talk' || sound === 'possible')) return count > 2;
  if (sound !== 'full' && sound !== 'short') return false;
  if (takesTurns) return true;
  if (isTimed) return isSure || count > 1;
  if (isHeading) return true;
  if (isAlone && !isBold) return count > 2;
  const isLatin = /^[A-Z]/.test(person);
  if (count > 1) return isLatin || sound === 'full';
  return isBold && isLatin && sound === 'full';
}

/** Who else of one form speaks, beside `people`. */
function findTalkers(
  turns: readonly NamedTurn[],
  talk: Talk,
  people: ReadonlySet<string>,
): readonly string[] {
  const names = new Map(turns.map(({ person, sound }) => [person, sound]));
  const distinct = [...names.keys()];
  const isTest = distinct.filter((name) => isLetter(name)).length > MOST_LETTERS;
  const isOfKnown = turns.some(({ person, sound }) => people.has(person) && isPersonSound(sound));
  const isTalk = talk.talkers.size > 0 && !isTest;
  const mayTalk = (name: string): boolean => isPronoun(name) || isLetter(name);
  const hasTalker = isTalk && distinct.some((name) => talk.talkers.has(name) && mayTalk(name));
  return distinct.filter((name) => {
    switch (names.get(name)) {
      case 'full':
      case 'short':
        return isTalk && (isOfKnown || hasTalker || talk.isDense);
      case 'possible':
        if (talk.isDense) return true;
        if (!isTalk) return false;
        if (!isOfKnown) return hasTalker && talk.isPersonal;
        return talk.isAll || (talk.isOfPersons && talk.talkers.has(name));
      case 'talk':
        if (isPronoun(name)) return isOfKnown || hasTalker;
        if (!isTalk) return false;
        if (isShortened(name)) return true;
        return talk.talkers.has(name) && (isOfKnown || hasTalker || talk.isPersonal);
      default:
        return false;
    }
  });
}
