/**
 * The file of version 1, which knew one taxonomy: `taxonomy: { stances }`, nine of them and nine stages each at most,
 * and its root as `mark.root`. A file of that version is read as one taxonomy with the id of the one that ships, so
 * that two devices make the same of it.
 *
 * A vault may be open on a device that still has that version. For it the file goes on to hold `taxonomy` and
 * `mark.root`: what it can read of the taxonomy that is worked with, its first nine stances and stages. Such a device
 * says that the file is newer and works with the right words. What it does not know (`taxonomies`, `active`) it keeps
 * as it stands; so when it has saved, the file is of version 1 and has both, and what was changed there is what differs
 * between its part and the taxonomy's. That is merged into the taxonomy, and nothing beyond the ninth is lost. In a
 * file of version 2 that part says nothing; it is written anew at every save.
 */
import { isMarkRoot } from '../core/model/mark';
import { DEFAULT_TAXONOMY, type Taxonomy } from '../core/model/taxonomy';
import { isRecord, ownOf, type Data } from './data';
import { mergeSettings } from './merge';
import { readStances } from './read-taxonomies';
import { activeTaxonomy, editActive, type Taxonomies } from './taxonomies';

/** As many stances, and stages of one, as that version can read. */
const MOST = 9;

/** As much of a taxonomy as version 1 knew. */
type Known = Pick<Taxonomy, 'root' | 'stances'>;

/** `data` in the shape of version 2, with all that is unknown; what was version 1's is left out. */
export function raise(data: Data): Data {
  const { taxonomy, mark, ...rest } = data;
  const { root, ...marks } = isRecord(mark) ? mark : { root: mark };
  const parts = isRecord(mark)
    ? { ...rest, mark: marks }
    : mark === undefined
      ? rest
      : { ...rest, mark };
  if (Object.hasOwn(data, 'taxonomies')) return parts;
  if (taxonomy === undefined && root === undefined) return parts;
  const { id, name, root: usual, stances } = DEFAULT_TAXONOMY;
  const only = isRecord(taxonomy) ? taxonomy : taxonomy === undefined ? {} : { stances: taxonomy };
  return {
    ...parts,
    taxonomies: [{ stances, ...only, id, name, root: root === undefined ? usual : root }],
    active: id,
  };
}

/** The taxonomies as a device with version 1 left them, where one wrote the file last. */
export function withEdits(settings: Taxonomies, data: Data): readonly Taxonomy[] {
  const { version } = data;
  const isLater = typeof version === 'number' && version > 1;
  if (isLater || !Object.hasOwn(data, 'taxonomies')) return settings.taxonomies;
  const { taxonomies } = editActive(settings, (taxonomy) => {
    const given = knownOf(taxonomy);
    const { root, stances } = taxonomy;
    const merged = mergeSettings(given, { root, stances }, readKnown(data, given)).data;
    return { ...taxonomy, ...(isRecord(merged) ? readTaxonomy(merged, taxonomy) : {}) };
  });
  return taxonomies;
}

/** `data`, which is to be written, with what version 1 reads of it. */
export function withVersion1(data: Data, settings: Taxonomies): Data {
  const { root, stances } = knownOf(activeTaxonomy(settings));
  const marks = ownOf(data, 'mark');
  return { ...data, mark: { ...(isRecord(marks) ? marks : {}), root }, taxonomy: { stances } };
}

function knownOf({ root, stances }: Taxonomy): Known {
  const first = stances.slice(0, MOST);
  return {
    root,
    stances: first.map((stance) => ({
      ...stance,
      // It knew no stems: that it writes none takes none away.
      stages: stance.stages.slice(0, MOST).map(({ id, label, asks }) => ({ id, label, asks })),
    })),
  };
}

/** What version 1 wrote; what of it can't be read is as it was given. */
function readKnown(data: Data, given: Known): Known {
  const [mark, taxonomy] = [ownOf(data, 'mark'), ownOf(data, 'taxonomy')];
  return readTaxonomy(
    {
      root: isRecord(mark) ? mark.root : undefined,
      stances: isRecord(taxonomy) ? taxonomy.stances : undefined,
    },
    given,
  );
}

function readTaxonomy({ root, stances }: Data, before: Known): Known {
  return {
    root: typeof root === 'string' && isMarkRoot(root) ? root : before.root,
    stances: readStances(stances, before.stances).items,
  };
}
