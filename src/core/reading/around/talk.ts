/**
 * Whether those who are named in one form take turns. Labels come again and again as well (`Cause:`, `Fix:`,
 * `Cause:`), but seldom one after another under one heading and without anybody saying `I` or `you`.
 */
import type { NameSound } from './person-name';

/** A name in a note. */
export interface Named {
  readonly person: string;
  readonly sound: NameSound;
  /** How many turns it opens. */
  count: number;
}

/** A name where a turn begins. */
export interface NamedTurn {
  readonly named: Named;
  /** Counts the headings above it. */
  readonly section: number;
  /** Where what is said starts. */
  readonly from: number;
}

export interface Talk {
  /** Somebody, somebody else, the first again, no heading between: the first, and who spoke in between. */
  readonly talkers: ReadonlySet<string>;
  /** At least half of the turns are opened by names that sound like persons'. */
  readonly isOfPersons: boolean;
  /** Nearly all of them are. */
  readonly isAll: boolean;
  /** Few names, many turns, and people speak of themselves and to each other. */
  readonly isDense: boolean;
  /** People speak of themselves or to each other. */
  readonly isPersonal: boolean;
}

const PERSONAL = /\b(?:I|my|me|you|your|we|yo|usted|creo|je|vous|ich|wir)\b|[我你您妳咱]/;
/** How much of what is said is looked at. */
const GLANCE = 100;
/** More turns than this tell no more. */
const MOST_GLANCES = 60;
const LEAST_PERSONAL = 0.3;
const LEAST_RETURNS = 3;
/** Who returns so often talks, also of other things, or in a language that is not looked for. */
const MANY_RETURNS = 20;
const LEAST_PERSONAL_OF_MANY = 0.15;
const LARGEST_SHARE_OF_RETURNS = 0.7;
/** At least so many turns a name, in a talk of names that are not known to be persons'. */
const LEAST_TURNS = 2.5;

/** What the turns of one form, in order, tell. */
export function readTalk(text: string, turns: readonly NamedTurn[]): Talk {
  const talkers = new Set<string>();
  const last = new Map<Named, number>();
  let returns = 0;
  let persons = 0;
  let others = 0;
  let labels = 0;
  let position = 0;
  /** Where the section begins. */
  let first = 0;
  let section = -1;
  let previous: Named | null = null;
  for (const { named, section: own } of turns) {
    const { sound } = named;
    if (isPersonSound(sound)) persons += 1;
    else if (sound === 'none') labels += 1;
    else if (sound === 'possible') others += 1;
    if (own !== section) first = position;
    section = own;
    if (sound === 'none' || sound === 'answers') continue;
    const before = last.get(named) ?? position;
    if (before >= first && before < position - 1) {
      talkers.add(named.person);
      if (previous) talkers.add(previous.person);
      returns += 1;
    }
    previous = named;
    last.set(named, position);
    position += 1;
  }
  // Where all are known, nobody has to show it.
  const personal = talkers.size > 0 && persons < position ? sharePersonal(text, turns) : 0;
  const isPersonal = personal >= LEAST_PERSONAL;
  const goesOn =
    returns >= MANY_RETURNS &&
    (personal >= LEAST_PERSONAL_OF_MANY || returns >= position * LARGEST_SHARE_OF_RETURNS);
  const isDense =
    (goesOn || (isPersonal && returns >= LEAST_RETURNS)) &&
    position >= last.size * LEAST_TURNS &&
    labels * 4 <= position;
  const isOfPersons = persons >= others;
  const isAll = persons >= (others + labels) * 3;
  return { talkers, isOfPersons, isAll, isDense, isPersonal };
}

/** Whether a name that sounds so is a person's or a role's. */
export function isPersonSound(sound: NameSound): boolean {
  return sound === 'role' || sound === 'full' || sound === 'short';
}

function sharePersonal(text: string, turns: readonly NamedTurn[]): number {
  const some = turns.slice(0, MOST_GLANCES);
  const personal = some.filter(({ from }) => PERSONAL.test(text.slice(from, from + GLANCE)));
  return personal.length / some.length;
}
