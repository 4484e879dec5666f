/**
 * How a value of each field finds the questions that fit it among columns. Values fold as texts do (`foldText`). The
 * compiler asks for a finder of every field of the language.
 */
import { QUESTION_KINDS } from '../../model/question';
import { BETWEEN_TITLES, FLAGS, kindBit } from '../columns/columns';
import { foldText } from '../columns/folded-text';
import { stagesBefore } from '../columns/stage-before';
import { readAfter } from '../language/after-value';
import {
  FOLDER_ALONE,
  isValue,
  SECTION_ALONE,
  type AskableField,
  type Field,
  type IsValue,
} from '../language/fields';
import { readDateRange, isWithinRange } from '../language/date-range';
import { folderOf } from '../../model/path';
import { partsOfKey } from '../../model/stage-key';
import {
  byCode,
  byFlags,
  byNote,
  byPosition,
  findIn,
  notAny,
  stageTest,
  stringAt,
  type Finder,
  not,
} from './find';
import type { StageAskers } from './stage-askers';
import { fillRun } from '../columns/run-bounds';

/** What finders have to know beside the value. */
export interface FindContext {
  /** The day that spans such as `this-month` are reckoned from, `YYYY-MM-DD`. */
  readonly today: string;
  /** Who asks the stages that the filter looks for by `lacks:`. */
  readonly stageAskers: StageAskers;
}

export const FIELD_FINDERS: {
  readonly [field in Field]: (value: string, context: FindContext) => Finder;
} = {
  stance: (value) => {
    const wanted = foldText(value);
    return byCode('stages', (key) => key !== null && foldText(partsOfKey(key).stance) === wanted);
  },
  stage: (value) => byCode('stages', stageTest(value)),
  label: (value) => byCode('labels', sameText(value)),
  speaker: (value) => byCode('speakers', sameText(value)),
  asker: (value) => byCode('askers', sameText(value)),
  section: (value) => {
    const wanted = foldText(value);
    if (value.startsWith(SECTION_ALONE)) return underTrail(wanted);
    return ({ sections }, hits) =>
      findIn(sections.titles, wanted, (at) => fillRun(hits, sections.firsts, at));
  },
  kind: (value) => {
    const wanted = foldText(value);
    const bits = QUESTION_KINDS.filter((kind) => kind === wanted).reduce(
      (sum, kind) => sum | kindBit(kind),
      0,
    );
    return byPosition(({ kinds }, at) => ((kinds[at] ?? 0) & bits) !== 0);
  },
  is: (value) => {
    const wanted = foldText(value);
    return isValue(wanted) ? byFlags(...IS_FLAGS[wanted]) : () => undefined;
  },
  has: (value) => hasPart(value) ?? (() => undefined),
  missing: (value) => {
    const has = hasPart(value);
    if (has) return not(has);
    if (!value.includes('/')) return () => undefined;
    const isThatStage = stageTest(value);
    return (columns, hits) => notAny(columns, hits, byCode('stages', isThatStage));
  },
  lacks: (value, { stageAskers }) => {
    const asking = stageAskers.get(value);
    return byPosition(({ askers }, at) => {
      const code = askers[at] ?? 0;
      return code !== 0 && asking?.has(code) === false;
    });
  },
  after: (value) => {
    const { stage, within } = readAfter(value);
    const isThatStage = stageTest(stage);
    const known: (boolean | undefined)[] = [];
    return (columns, hits) => {
      const { codes } = columns;
      stagesBefore(columns, within).forEach((code, at) => {
        if (code !== 0 && (known[code] ??= isThatStage(codes.textOf(code)))) hits[at] = 1;
      });
    };
  },
  note: (value) => {
    const wanted = foldText(value);
    return byNote(({ paths, names }, at) => paths[at] === wanted || stringAt(names, at) === wanted);
  },
  path: (value) => {
    const wanted = foldText(value);
    return byNote(({ paths }, at) => paths[at]?.includes(wanted) === true);
  },
  folder: (value) => {
    if (value.endsWith(FOLDER_ALONE)) {
      const own = foldText(value.slice(0, -FOLDER_ALONE.length));
      return byNote(({ paths }, at) => folderOf(paths[at] ?? '') === own);
    }
    const wanted = foldText(value.endsWith('/') ? value : `${value}/`);
    return byNote(({ paths }, at) => wanted === '/' || paths[at]?.startsWith(wanted) === true);
  },
  tag: (value) => {
    const wanted = foldText(value.replace(/^#/, ''));
    return byNote((columns, at) => columns.facts.hasTag(at, wanted));
  },
  prop: (value) => {
    const equals = value.indexOf('=');
    const name = equals === -1 ? value : value.slice(0, equals);
    const wanted = equals === -1 ? null : value.slice(equals + 1);
    return byNote((columns, at) => columns.facts.propertyFits(at, name, wanted));
  },
  date: (value, { today }) => {
    const range = readDateRange(value, today);
    if (!range) return () => undefined;
    const known: (boolean | undefined)[] = [];
    return byNote((columns, at) => {
      const code = columns.facts.days[at] ?? 0;
      if (code === 0) return false;
      return (known[code] ??= isWithinRange(columns.codes.textOf(code) ?? '', range));
    });
  },
  text: (value) => {
    const wanted = foldText(value);
    return (columns, hits) => {
      const { firsts, words, sections, names } = columns;
      findIn(words, wanted, (at) => (hits[at] = 1));
      findIn(sections.titles, wanted, (at) => fillRun(hits, sections.firsts, at));
      findIn(names, wanted, (at) => fillRun(hits, firsts, at));
    };
  },
};

/** The flags looked at, and what they are to be. */
const IS_FLAGS: { readonly [value in IsValue]: readonly [mask: number, wanted: number] } = {
  tagged: [FLAGS.marked | FLAGS.skipped, FLAGS.marked],
  untagged: [FLAGS.marked, 0],
  conflict: [FLAGS.conflict, FLAGS.conflict],
  skipped: [FLAGS.skipped, FLAGS.skipped],
};

/** Which questions have a part. One that says «not a question» has no stance and no stage. */
const PARTS: { readonly [part in AskableField]: Finder } = {
  stance: byFlags(...IS_FLAGS.tagged),
  stage: byPosition(
    ({ flags, stages, codes }, at) =>
      ((flags[at] ?? 0) & FLAGS.skipped) === 0 &&
      partsOfKey(codes.textOf(stages[at] ?? 0) ?? '').stage !== '',
  ),
  label: byCode('labels', (text) => text !== null),
  speaker: byCode('speakers', (text) => text !== null),
  asker: byCode('askers', (text) => text !== null),
  section: ({ sections }, hits) => {
    for (let at = 0; at < sections.titles.starts.length - 1; at++) {
      if (stringAt(sections.titles, at) !== '') {
        fillRun(hits, sections.firsts, at);
      }
    }
  },
  date: byNote((columns, at) => (columns.facts.days[at] ?? 0) !== 0),
  'date-property': byNote((columns, at) => columns.facts.saidDays[at] === 1),
};

function hasPart(value: string): Finder | null {
  const wanted = foldText(value);
  const found = Object.entries(PARTS).find(([part]) => part === wanted);
  return found ? found[1] : null;
}

function sameText(value: string): (text: string | null) => boolean {
  const wanted = foldText(value);
  return (text) => foldText(text ?? '') === wanted;
}

/** Questions of the very section, its trail written as in the language. */
function underTrail(wanted: string): Finder {
  const mark = foldText(SECTION_ALONE);
  return ({ sections }, hits) => {
    for (let at = 0; at < sections.titles.starts.length - 1; at++) {
      const trail = stringAt(sections.titles, at).replaceAll(BETWEEN_TITLES, ` ${mark}`);
      if (mark + trail === wanted) fillRun(hits, sections.firsts, at);
    }
  };
}
