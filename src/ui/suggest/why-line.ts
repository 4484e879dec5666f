/** What speaks for a proposal, as sentences. Pure. */
import type { MarkValue } from '../../core/model/question';
import { markOfKey } from '../../core/model/stage-key';
import type { Why } from '../../core/suggest/opinion';
import type { Proposal } from '../../core/suggest/proposals';
import { shortText } from '../notices/short-text';
import { markLabel } from '../parts/stance-chip';
import type { Wording } from '../parts/wording';

/** One short line. With `stage`, what it speaks for, it says that as well; without, it stands beside it. */
export function whyLine(why: Why, words: Wording, stage: MarkValue | null = null): string {
  const { shares, where, ...said } = words.strings.suggest.why;
  const named = stage && nameOf(stage, words);
  switch (why.source) {
    case 'same': {
      const { text, isExact, times, of } = why;
      return isExact ? said.same(times, of, named) : said.like(shortText(text), times, of, named);
    }
    case 'label':
    case 'section':
    case 'asker': {
      const share = shares[why.source](shortText(why.name));
      return said.shared(why.times, why.of, share, where[why.where], named);
    }
    case 'before': {
      const after = why.isInGroup ? said.afterInGroup : said.after;
      return after(why.times, why.of, nameOf(markOfKey(why.stage), words), named);
    }
    case 'wording':
      return said.wording;
    case 'own':
      return said.own(why.of);
  }
}

/** What speaks for it, the weightiest first; where nothing does, that. */
export function whyLines({ mark, whys }: Proposal, words: Wording): readonly string[] {
  if (whys.length === 0) return [words.strings.suggest.why.nothing];
  return whys.map((why) => whyLine(why, words, mark));
}

function nameOf(mark: MarkValue, { taxonomy, language, strings }: Wording): string {
  return markLabel(mark, taxonomy, language, strings);
}
