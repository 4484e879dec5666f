/**
 * Packs of notes as the index's cache holds them: one record for many notes, with a sum that tells one that is not as it
 * was written.
 */
export interface KeptNote {
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly mtime: number;
  /** In bytes. */
  readonly size: number;
  /** Whether it is wanted at every start, and not only once the whole vault is asked for. */
  readonly own: boolean;
  /** Its questions as `packQuestions` gives them. */
  readonly packed: string;
  /** How many tags under the roots belong to none of them. */
  readonly strays: number;
}

/** Notes of one pack: few enough that unpacking them is no long task. */
export const PACK_SIZE = 250;

export interface Pack {
  readonly key: string;
  /** 1 for notes that are wanted at every start; the others need not be looked at then. */
  readonly own: 0 | 1;
  readonly paths: readonly string[];
  readonly mtimes: readonly number[];
  readonly sizes: readonly number[];
  readonly packed: readonly string[];
  readonly strays: readonly number[];
  /** By which a pack that is not as it was written is known: nobody looks into its questions before they are wanted. */
  readonly sum: number;
}

/** Notes in packs, those that are wanted at every start apart from the others. */
export function packsOf(key: string, notes: readonly KeptNote[]): readonly Pack[] {
  return ([1, 0] as const).flatMap((own) => {
    const some = notes.filter((note) => note.own === (own === 1));
    const packs = Array.from({ length: Math.ceil(some.length / PACK_SIZE) }, (_, at) =>
      some.slice(at * PACK_SIZE, (at + 1) * PACK_SIZE),
    );
    return packs.map((pack) => {
      const content = {
        key,
        own,
        paths: pack.map(({ path }) => path),
        mtimes: pack.map(({ mtime }) => mtime),
        sizes: pack.map(({ size }) => size),
        packed: pack.map(({ packed }) => packed),
        strays: pack.map(({ strays }) => strays),
      };
      return { ...content, sum: sumOf(content) };
    });
  });
}

/**
 * A sum by which a pack that was cut short or mixed up is known: FNV-1a, 32 bits, over the length and some sixteen
 * UTF-16 units of each string. Summing up all of them took a quarter of the time of a start.
 */
function sumOf({ key, own, paths, mtimes, sizes, packed, strays }: Omit<Pack, 'sum'>): number {
  let sum = 0x811c9dc5;
  const add = (text: string): void => {
    const stride = 1 + (text.length >> 4);
    sum = Math.imul(sum ^ text.length, 0x01000193);
    for (let at = 0; at < text.length; at += stride) {
      sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
    }
  };
  add(key);
  add(mtimes.join());
  add(sizes.join());
  add(strays.join());
  add(String(own));
  paths.forEach(add);
  packed.forEach(add);
  return sum;
}

/** Whether a pack with so many notes of use is to be merged with others. */
export function isSmall(notes: number): boolean {
  return notes < PACK_SIZE / 2;
}

export function notesOf({ own, paths, mtimes, sizes, packed, strays }: Pack): readonly KeptNote[] {
  return paths.map((path, at) => ({
    path,
    own: own === 1,
    mtime: mtimes[at] ?? -1,
    size: sizes[at] ?? -1,
    packed: packed[at] ?? '',
    strays: strays[at] ?? 0,
  }));
}

/** Whether it is a pack as it was written. */
export function isPack(value: unknown): value is Pack {
  if (typeof value !== 'object' || value === null) return false;
  const { key, own, paths, mtimes, sizes, packed, strays } = value as Partial<
    Record<keyof Pack, unknown>
  >;
  return (
    typeof key === 'string' &&
    (own === 0 || own === 1) &&
    isListOf('string', paths) &&
    isListOf('number', mtimes, paths.length) &&
    isListOf('number', sizes, paths.length) &&
    isListOf('string', packed, paths.length) &&
    isListOf('number', strays, paths.length) &&
    (value as Pack).sum === sumOf(value as Pack)
  );
}

function isListOf(type: 'string' | 'number', value: unknown, length?: number): value is unknown[] {
  return (
    Array.isArray(value) &&
    (length === undefined || value.length === length) &&
    value.every((item) => typeof item === type)
  );
}
