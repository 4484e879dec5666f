/**
 * What is proposed for a question: the sources' opinions in one, with what each is worth. A stage's odds are those of
 * any question, times what each source says of this one against what it says of any, each raised to its weight. Tags
 * of the very same question are no opinion of its like: they are counted, and all else counts as one question beside
 * them.
 */
import { markOfKey } from '../model/stage-key';
import type { MarkValue } from '../model/question';
import { GHOST } from './ghost';
import type { Opinion, Source, Why } from './opinion';
import { JUDGED_SHARES } from './prior';
import { mayHaunt, trustIn, type SourceRecords } from './source-records';
import { rejectionOf } from './rejection';
import { totalOf } from './stage-counts';
import type { Prior } from './prior';
import { WITH_WORDING, WITHOUT_WORDING, type SourceWeights } from './source-weights';
import { NONE } from './wording/stage-classes';

export interface Proposal {
  readonly mark: MarkValue;
  /** Of proposals at 0.8, 0.8 are right. Those of a question sum to at most 1. */
  readonly probability: number;
  /** What speaks for it, the weightiest first. */
  readonly whys: readonly Why[];
  /** What spoke loudest for it; null where nothing is known of the question. */
  readonly lead: Source | null;
}

/** The first proposal where it is sure enough to stand by itself; null where none is. */
export type Ghost = (Proposal & { readonly lead: Source }) | null;

export interface Asking {
  readonly text: string;
  /** By stage key, in the taxonomy's order. */
  readonly prior: Prior;
  readonly opinions: readonly Opinion[];
  readonly records: SourceRecords;
  /** Hashes of `rejectionOf`. */
  readonly rejected: ReadonlySet<string>;
  /** As many are wanted; all unless told. */
  readonly most?: number;
  /** Those that ship, unless others are to be measured. */
  readonly weights?: SourceWeights;
}

/** What a source adds to a stage's score. */
interface Voice {
  readonly source: Source;
  readonly weight: number;
  readonly opinion: Opinion;
}

/** With this weight a source that speaks alone is believed as it says. */
const FULL = 1;
/** Below this a source's word is no less than that. */
const LEAST = 1e-4;

/** Stages that are not rejected, the likeliest first. */
export function proposalsFrom({
  text,
  prior,
  opinions,
  records,
  rejected,
  most = prior.size,
  weights = opinions.some(({ source }) => source === 'wording') ? WITH_WORDING : WITHOUT_WORDING,
}: Asking): readonly Proposal[] {
  const voices = opinions.map((opinion): Voice => ({
    source: opinion.source,
    weight: weightOf(weights[opinion.source], trustIn(records[opinion.source])),
    opinion,
  }));
  const likely = poolOf(
    prior,
    voices.filter(({ opinion }) => !opinion.evidence),
  );
  const shares = voices.reduce(withEvidence, likely);
  return [...shares]
    .filter(([stage]) => rejected.size === 0 || !rejected.has(rejectionOf(text, stage)))
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([stage, probability]) => ({
      mark: markOfKey(stage),
      probability,
      ...speakingFor(stage, voices, { prior, likely, shares }),
    }));
}

/** What a source has earned on this vault lets its word count in full, and not for more than it says. */
function weightOf(usual: number, trust: number): number {
  return trust < 1 ? usual * trust : Math.max(usual, Math.min(FULL, usual * trust));
}

export function ghostOf(proposals: readonly Proposal[], records: SourceRecords): Ghost {
  const [first] = proposals;
  if (!first || first.probability < GHOST || first.lead === null) return null;
  return mayHaunt(records[first.lead]) ? { ...first, lead: first.lead } : null;
}

/** By stage; what is missing to 1 is for «none». */
function poolOf(
  prior: ReadonlyMap<string, number>,
  voices: readonly Voice[],
): ReadonlyMap<string, number> {
  const wording = voices.find(({ source }) => source === 'wording');
  const none = wording ? (JUDGED_SHARES.get(NONE) ?? 0) : 0;
  const scores = [...prior].map(([stage, share]) => {
    const said = voices.map((voice) => voice.weight * ratioOf(voice.opinion, stage, prior));
    return Math.log(share * (1 - none)) + said.reduce((sum, each) => sum + each, 0);
  });
  if (wording) {
    const rest = 1 - [...wording.opinion.scores.values()].reduce((sum, each) => sum + each, 0);
    scores.push(Math.log(none) + wording.weight * Math.log(Math.max(LEAST, rest) / none));
  }
  const highest = Math.max(...scores);
  const sum = scores.reduce((all, score) => all + Math.exp(score - highest), 0);
  return new Map(
    [...prior.keys()].map((stage, at) => [stage, Math.exp((scores[at] ?? 0) - highest) / sum]),
  );
}

/** What is likely once the tags are counted that stand at the question itself elsewhere. */
export function withEvidence(
  likely: ReadonlyMap<string, number>,
  { weight, opinion: { evidence } }: Pick<Voice, 'weight' | 'opinion'>,
): ReadonlyMap<string, number> {
  if (!evidence) return likely;
  const total = 1 + weight * totalOf(evidence);
  return new Map(
    [...likely].map(([stage, share]) => [
      stage,
      (share + weight * (evidence.get(stage) ?? 0)) / total,
    ]),
  );
}

/** How much likelier a source finds a stage than it would of any question, as a logarithm. */
export function ratioOf(
  { source, scores }: Pick<Opinion, 'source' | 'scores'>,
  stage: string,
  prior: ReadonlyMap<string, number>,
): number {
  const score = scores.get(stage);
  // Of what it was never taught it says nothing.
  if (score === undefined) return 0;
  const usual = source === 'wording' ? JUDGED_SHARES.get(stage) : prior.get(stage);
  return Math.log(Math.max(LEAST, score) / Math.max(LEAST, usual ?? 0));
}

/** By stage: of any question, of this one but for what is counted, and of this one. */
interface Chances {
  readonly prior: ReadonlyMap<string, number>;
  readonly likely: ReadonlyMap<string, number>;
  readonly shares: ReadonlyMap<string, number>;
}

function speakingFor(
  stage: string,
  voices: readonly Voice[],
  chances: Chances,
): Pick<Proposal, 'whys' | 'lead'> {
  const loud = voices
    .map((voice) => ({ opinion: voice.opinion, said: saidFor(stage, voice, chances) }))
    .filter(({ said }) => said > 0)
    .sort((a, b) => b.said - a.said);
  return {
    whys: loud.map(({ opinion }) => opinion.whyOf(stage)).filter((why) => why !== null),
    lead: loud[0]?.opinion.source ?? null,
  };
}

/** How loud a source speaks for the stage. Tags of the very question come first where they weigh more than all else. */
function saidFor(
  stage: string,
  { opinion, weight }: Voice,
  { prior, likely, shares }: Chances,
): number {
  if (!opinion.evidence) return weight * ratioOf(opinion, stage, prior);
  const share = likely.get(stage) ?? 0;
  const counted = weight * (opinion.evidence.get(stage) ?? 0);
  if (counted > share) return Infinity;
  return Math.log((shares.get(stage) ?? 0) / share);
}
