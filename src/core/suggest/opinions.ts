/** What each source says of a question, out of what is remembered of the vault; a source that knows nothing is silent. */
import { foldText } from '../text/fold-text';
import type { Opinion, Source, Why } from './opinion';
import type { Alike } from './same-text';
import type { Prior } from './prior';
import { less, smoothed, totalOf, type StageCounts } from './stage-counts';
import { sharedName, type Shared, type TagMemory } from './tag-memory';
import type { OpenQuestion } from './tagged-question';
import type { WordedQuestion } from './wording/worded-question';
import { CLASSES, isShipped, NONE } from './wording/stage-classes';
import { evaluateModel } from './wording/evaluate';
import { featuresOf } from './wording/features';
import { shippedModel } from './wording/shipped-model';
import type { Stances } from '../model/taxonomy';

/** Counts speak as if so many questions like all others had been tagged beside them. */
const SMOOTHING = { same: 0.5, shared: 1.5, inNote: 1.5, before: 6 };

/** What the vault's tags say. Stages that `prior` does not have are left out. */
export function opinionsFrom(
  memory: TagMemory,
  question: OpenQuestion,
  prior: Prior,
): readonly Opinion[] {
  return Object.values(REMEMBERED)
    .map((opinionOf) => opinionOf(memory, question, prior))
    .filter((opinion) => opinion !== null);
}

type OpinionOf = (memory: TagMemory, question: OpenQuestion, prior: Prior) => Opinion | null;

const sharing =
  (by: Shared): OpinionOf =>
  (memory, question, prior) =>
    sharedOpinion(memory, question, by, prior);

/** The sources that ask what is remembered of the vault. */
const REMEMBERED: { readonly [source in Exclude<Source, 'wording'>]: OpinionOf } = {
  same: sameOpinion,
  label: sharing('label'),
  section: sharing('section'),
  asker: sharing('asker'),
  before: beforeOpinion,
  own: ownOpinion,
};

/** What the model that ships says; null where it does not know the taxonomy. */
export function wordingOpinion(asked: WordedQuestion, taxonomy: Stances): Opinion | null {
  if (!isShipped(taxonomy)) return null;
  const all = evaluateModel(shippedModel(), featuresOf(asked));
  const scores = new Map<string, number>();
  CLASSES.forEach((name, at) => {
    if (name !== NONE) scores.set(name, all[at] ?? 0);
  });
  return {
    source: 'wording',
    scores,
    whyOf: (stage) => (scores.has(stage) ? { source: 'wording' } : null),
  };
}

function sameOpinion(memory: TagMemory, question: OpenQuestion, prior: Prior): Opinion | null {
  const near = memory.same
    .alike(question.text)
    .map((each) => ({ ...each, counts: known(each.counts, prior) }))
    .filter(({ counts }) => counts.size > 0);
  const asked = foldText(question.text);
  const exact = near.filter(({ text }) => foldText(text) === asked);
  const isExact = exact.length > 0;
  // Beside the very same question those that are nearly the same say nothing.
  const alike = isExact ? exact : near;
  if (alike.length === 0) return null;
  // What shares less says less.
  const counts = new Map<string, number>();
  for (const each of alike) {
    for (const [stage, count] of each.counts) {
      counts.set(stage, (counts.get(stage) ?? 0) + count * each.share);
    }
  }
  const scores = smoothed(counts, prior, SMOOTHING.same);
  const whyOf = (stage: string) => whySame(alike, stage, isExact);
  if (!isExact) return { source: 'same', scores, whyOf };
  const evidence = new Map([...counts].map(([stage, count]) => [stage, count / SMOOTHING.same]));
  return { source: 'same', scores, evidence, whyOf };
}

function whySame(alike: readonly Alike[], stage: string, isExact: boolean): Why | null {
  const nearest = alike.find(({ counts }) => counts.has(stage));
  if (!nearest) return null;
  return {
    source: 'same',
    text: nearest.text,
    isExact,
    times: alike.reduce((sum, { counts }) => sum + (counts.get(stage) ?? 0), 0),
    of: alike.reduce((sum, { counts }) => sum + totalOf(counts), 0),
  };
}

function sharedOpinion(
  memory: TagMemory,
  question: OpenQuestion,
  by: Shared,
  prior: Prior,
): Opinion | null {
  const name = sharedName(question, by);
  if (name === null) return null;
  const inNote = known(memory.sharedIn(question.path, by, name), prior);
  const elsewhere = less(known(memory.shared(by, name), prior), inNote);
  if (inNote.size === 0 && elsewhere.size === 0) return null;
  const general = smoothed(elsewhere, prior, SMOOTHING.shared);
  return {
    source: by,
    scores: smoothed(inNote, general, SMOOTHING.inNote),
    whyOf: (stage) => {
      // The note itself says more than all others.
      const where = (inNote.get(stage) ?? 0) > 0 ? 'note' : 'elsewhere';
      const counts = where === 'note' ? inNote : elsewhere;
      const times = counts.get(stage) ?? 0;
      return times === 0 ? null : { source: by, name, where, times, of: totalOf(counts) };
    },
  };
}

function beforeOpinion(memory: TagMemory, question: OpenQuestion, prior: Prior): Opinion | null {
  const { previous } = question;
  if (!previous) return null;
  const isInGroup = previous.group === question.group;
  const counts = known(memory.after(previous.stage, isInGroup), prior);
  if (counts.size === 0) return null;
  return {
    source: 'before',
    scores: smoothed(counts, prior, SMOOTHING.before),
    whyOf: (stage) => {
      const times = counts.get(stage) ?? 0;
      return times === 0
        ? null
        : { source: 'before', isInGroup, stage: previous.stage, times, of: totalOf(counts) };
    },
  };
}

function ownOpinion(memory: TagMemory, question: OpenQuestion, prior: Prior): Opinion | null {
  const scores = memory.own.scores(question.text);
  if (scores === null) return null;
  const taught = new Map([...scores].filter(([stage]) => prior.has(stage)));
  const of = totalOf(memory.tags);
  return {
    source: 'own',
    scores: taught,
    whyOf: (stage) =>
      (taught.get(stage) ?? 0) > (prior.get(stage) ?? 0) ? { source: 'own', of } : null,
  };
}

/** Without stages that the taxonomy does not have any more. */
function known(counts: StageCounts, prior: Prior): StageCounts {
  return new Map([...counts].filter(([stage]) => prior.has(stage)));
}
