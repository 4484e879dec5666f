/**
 * Which lead-ins of a note name who speaks. A name that sounds like a person's does where it comes again,
 * with a time stamp, in a heading, or in full and in bold; a role does. Any other name has to earn it: by
 * taking turns with somebody. A word that names a kind of text (`問題`, `Summary`) never does.
 */
import type { LeadIn } from './lead-in';
import { isAsking, isLetter, isPronoun, isShortened, soundOf } from './person-name';
import { isPersonSound, readTalk, type Named, type NamedTurn, type Talk } from './talk';

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
  const isAnswered = turns.some(({ leadIn }) => isAsking(leadIn.name));
  const names = new Map<string, Named>();
  const persons = new Map<string, Named>();
  const forms = new Map<number, NamedTurn[]>();
  const named = turns.map((turn): Named => {
    const { name, to } = turn.leadIn;
    let own = names.get(name);
    if (!own) {
      const person = personOf(name);
      own = persons.get(person) ?? { person, sound: soundOf(person, isAnswered), count: 0 };
      persons.set(person, own);
      names.set(name, own);
    }
    own.count += 1;
    const form = formOf(turn);
    let same = forms.get(form);
    if (!same) forms.set(form, (same = []));
    same.push({ named: own, section: turn.section, from: to });
    return own;
  });
  const people = new Set<string>([...persons.keys()].filter((person) => askers.has(person)));
  const talks = new Map([...forms].map(([form, same]) => [form, readTalk(text, same)]));
  turns.forEach((turn, at) => {
    const own = named[at];
    if (!own || people.has(own.person)) return;
    const takesTurns = talks.get(formOf(turn))?.talkers.has(own.person) === true;
    if (isSpeaker(turn, own, takesTurns)) people.add(own.person);
  });
  for (const [form, same] of forms) {
    const talk = talks.get(form);
    if (talk) for (const name of findTalkers(same, talk, people)) people.add(name);
  }
  const found = new Map<string, string>();
  for (const [name, { person }] of names) if (people.has(person)) found.set(name, person);
  return found;
}

function personOf(name: string): string {
  const person = name.replace(REMARK, '');
  return person !== name && soundOf(person, true) !== 'none' ? person : name;
}

/** How a name is written where its turn begins. */
function formOf({ leadIn: { isAlone, isBold, isTimed }, isHeading }: Turn): number {
  return (isHeading ? 1 : isAlone ? 2 : 0) + (isBold ? 4 : 0) + (isTimed ? 8 : 0);
}

/** Whether one whose name sounds like a person's speaks, by this turn and by how many turns there are. */
function isSpeaker(
  { leadIn, isHeading }: Turn,
  { person, sound, count }: Named,
  takesTurns: boolean,
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
  const names = new Set(turns.map(({ named }) => named));
  const distinct = [...names].map(({ person }) => person);
  const isTest = distinct.filter((name) => isLetter(name)).length > MOST_LETTERS;
  const isOfKnown = [...names].some(
    ({ person, sound }) => isPersonSound(sound) && people.has(person),
  );
  const isTalk = talk.talkers.size > 0 && !isTest;
  const mayTalk = (name: string): boolean => isPronoun(name) || isLetter(name);
  const hasTalker = isTalk && distinct.some((name) => talk.talkers.has(name) && mayTalk(name));
  const speaks = ({ person: name, sound }: Named): boolean => {
    switch (sound) {
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
      case 'role':
      case 'asks':
      case 'answers':
      case 'none':
        return false;
    }
  };
  return [...names].filter(speaks).map(({ person }) => person);
}
