/** Strings of the timeline. */
import { counted, formatted } from './count';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const timeline = () => ({
  table: 'Questions over time',
  unit: 'A bar is',
  units: { fitting: 'Auto', month: 'Month', quarter: 'Quarter', year: 'Year' },
  parts: 'Colours',
  partNames: { stage: 'Stages', stance: 'Stances' },
  monthTick: (month: number) => MONTHS[month - 1] ?? String(month),
  month: (year: string, month: number) => `${MONTHS[month - 1] ?? String(month)} ${year}`,
  quarter: (year: string, quarter: number) => `${year} Q${String(quarter)}`,
  year: (year: string) => year,
  span: (from: string, to: string) => `${from} – ${to}`,
  bucket: (name: string, count: number) => `${name}: ${counted(count, 'question', 'questions')}`,
  count: (count: number) => `n ${formatted(count)}`,
  none: 'none',
  part: (name: string, share: string, count: number) => `${name}: ${share}, ${formatted(count)}`,
  few: (few: number) => `fewer than ${formatted(few)}, too few to read`,
  byFile: (count: number) =>
    `${counted(count, 'question has', 'questions have')} only the day of the file`,
  onlySaid: 'Only dates of properties',
  heights: {
    share: 'Heights are shares, figures are questions.',
    count: 'Heights and figures are questions.',
  },
  total: (count: number) => `${counted(count, 'question', 'questions')}.`,
  inAll: (count: number) => `${counted(count, 'question', 'questions')} in all`,
  stances: 'a line parts stances',
  hint: 'Press a bar to list its questions; drag, or hold Shift, for several.',
  figures: (share: string, count: number, of: number) =>
    `${share} (${formatted(count)} of ${formatted(of)})`,
  change: (name: string, now: string, before: string) => `${name} ${now}; before that ${before}.`,
  mostChanged: 'Most changed of the stages: ',
  nothingBefore: 'There is nothing before it to compare it with.',
  fewToCompare: (few: number) =>
    `Fewer than ${counted(few, 'question says', 'questions say')} little.`,
  colon: ': ',
  clear: 'Clear span',
  nothing: 'Nothing to draw yet',
});
