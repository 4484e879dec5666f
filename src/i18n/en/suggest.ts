/** Strings of suggestions: what speaks for a stage. */
import { counted, formatted, plural } from './count';

/** Where it is said of which stage, it ends in that. */
const were = (times: number, stage: string | null) =>
  stage === null ? '' : ` ${plural(times, 'was', 'were')} ${stage}`;

const part = (times: number, of: number) => `${formatted(times)} of ${formatted(of)}`;

export const suggest = () => ({
  word: 'suggested',
  why: {
    /** What questions have in common, as `shared` puts it behind their number. */
    shares: {
      label: (name: string) => `under “${name}”`,
      section: (name: string) => `below the heading “${name}”`,
      asker: (name: string) => `asked by ${name}`,
    },
    where: { note: 'in this note', elsewhere: 'in other notes' },
    shared: (times: number, of: number, share: string, where: string, stage: string | null) =>
      `${of === 1 ? 'The only one' : part(times, of)} ${share} ${where}${were(times, stage)}`,
    after: (times: number, of: number, before: string, stage: string | null) =>
      `${of === 1 ? 'The only one' : part(times, of)} after ${before}${were(times, stage)}`,
    afterInGroup: (times: number, of: number, before: string, stage: string | null) =>
      `Right after ${before}: ${of === 1 ? 'the only one' : part(times, of)}${were(times, stage)}`,
    same: (times: number, of: number, stage: string | null) =>
      `The same question elsewhere${of === 1 ? '' : `: ${part(times, of)}`}${were(times, stage)}`,
    like: (text: string, times: number, of: number, stage: string | null) => {
      const like = `Like “${text}”`;
      if (of > 1) return `${like}: ${part(times, of)}${were(times, stage)}`;
      return stage === null ? like : `${like}, which${were(times, stage)}`;
    },
    wording: 'How it is worded',
    own: (count: number) =>
      `The words of your ${counted(count, 'tagged question', 'tagged questions')}`,
    nothing: 'Nothing speaks for it but how usual it is',
  },
  sources: {
    same: 'The same question elsewhere',
    label: 'The same label',
    section: 'The same heading',
    asker: 'The same asker',
    before: 'The stage before it',
    wording: 'Its wording, as others ask',
    own: 'Its wording, as you tag',
  },
  settings: {
    heading: 'Suggestions',
    mode: 'What is suggested',
    modeDesc:
      'Where you choose a tag, the three likeliest stages come first, each with its reason. What is almost certain can stand at its question already, for one key to accept. Nothing is written without you.',
    modes: {
      off: 'Nothing',
      proposals: 'Three likely stages',
      ghosts: 'Also what is almost certain',
    },
    learnt: 'What it has learnt',
    nothingLearnt: 'Nothing yet. What you choose where stages are suggested is counted here.',
    columns: { source: 'Goes by', proposed: 'Proposed', right: 'Right' },
    proposed: (count: number) => formatted(count),
    right: (right: number, proposed: number) =>
      `${formatted(right)} (${formatted(Math.round((100 * right) / proposed))}%)`,
    quiet: 'Never almost certain for now: too many of its last were wrong',
    forget: 'Forget it',
    forgetDesc:
      'These numbers and what you rejected are kept on this device alone. Tags stay as they are, and suggestions still go by them.',
    forgetButton: 'Forget',
    forgetTitle: 'Forget what suggestions have learnt?',
    forgetText: (sources: number, rejections: number) =>
      `The numbers of ${counted(sources, 'source', 'sources')} and ${counted(rejections, 'rejected suggestion', 'rejected suggestions')} go, on this device. Notes and tags stay as they are.`,
  },
});
