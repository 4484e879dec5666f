/**
 * Whom a note may mean as its askers: the names in the headings above its questions (runs of capitalised words, what
 * stands before `asks`, `’s questions`, `都在問`, `的提問`), its headings that ask, and its speakers.
 */
import type { Question } from '../model/question';
import { isGivenName } from '../words/given-name';
import { AskerNames } from './asker-names';

export interface ProposedAsker {
  readonly name: string;
  /** It speaks, stands before a word of asking, or is a person's name by itself. */
  readonly isSure: boolean;
}

const CAPITALISED =
  /\p{Lu}[\p{sc=Latin}\p{M}'’.]*(?:[ -](?:(?:de|van|von|der|bin|al|da) )?\p{Lu}[\p{sc=Latin}\p{M}'’.]*)*/gu;
/** What stands in headings with a capital and is nobody's name. */
const NO_NAME =
  /^(?:a|about|an|and|appendix|are|asks?|asked|asking|at|by|chapter|conclusion|do|does|episode|for|from|how|i|ii|iii|iv|in|interview|introduction|is|it|key|main|more|my|notes?|of|on|or|our|part|questions?|section|step|summary|that|the|their|this|to|we|what|when|where|which|who|why|with|you|your)$/i;
const POSSESSIVE = /['’]s?$/u;
const CHINESE_ASKS =
  '(?:[都在所也會会最想]*[問问](?![題题者答卷號号])|的(?:提問|提问|問題|问题|追問|追问)(?!者))';
const ASKS = new RegExp(`^(?: (?:asks?|asked)(?![a-z])| ?${CHINESE_ASKS})`, 'iu');
const THEIR_QUESTIONS = /^ questions?(?![a-z])/i;
/** A Chinese name from where its sentence begins, and what says that it asks. */
const CHINESE = new RegExp(
  String.raw`(?:^|[^\p{sc=Han}])((?:\p{sc=Han}{1,6}[・·．‧])+\p{sc=Han}{1,6}?|\p{sc=Han}{2,4}?)${CHINESE_ASKS}`,
  'gu',
);
const NOBODY =
  /[的是]|[訪访提追疑詢询學学反發发自請请顧顾責责質质探回]$|^(?:[都我你您他她它]|[大人]家|人們|人们|自己|誰|谁|常[見见]|重要|核心|[關关][鍵键]|所有|更多|真正|什|怎|如|[為为]|最|[進进][階阶]|可以|不|[應应]|[沒没])/u;

/** The sure ones first, each as they come; of one who is named twice the fuller name. */
export function proposedAskers(
  questions: readonly Pick<Question, 'kind' | 'text' | 'section' | 'speaker'>[],
): readonly ProposedAsker[] {
  const found = new Map<string, boolean>();
  const add = (name: string, isSure: boolean): void => {
    if (name !== '') found.set(name, isSure || found.get(name) === true);
  };
  const headings = new Set<string>();
  for (const { kind, text, section, speaker } of questions) {
    if (speaker !== null) add(speaker, true);
    if (kind === 'heading') headings.add(text);
    for (const title of section) headings.add(title);
  }
  for (const heading of headings) namesIn(heading, add);
  const fullest = [...found].sort(
    ([one, isSure], [other, isOtherSure]) =>
      other.split(' ').length - one.split(' ').length || Number(isOtherSure) - Number(isSure),
  );
  const kept: string[] = [];
  const sure = new Set<string>();
  for (const [name, isSure] of fullest) {
    const same = new AskerNames(kept).ofSpeaker(name);
    if (same === null) kept.push(name);
    if (isSure) sure.add(same ?? name);
  }
  return [...found.keys()]
    .filter((name) => kept.includes(name))
    .map((name) => ({ name, isSure: sure.has(name) }))
    .sort((one, other) => Number(other.isSure) - Number(one.isSure));
}

function namesIn(heading: string, add: (name: string, isSure: boolean) => void): void {
  for (const { 0: run, index } of heading.matchAll(CAPITALISED)) {
    let at = index;
    let words: string[] = [];
    const end = (behind: number): void => {
      const said = words.join(' ');
      words = [];
      // An apostrophe and what follows is of the sentence: `Ilya’s`.
      const name = said.replace(POSSESSIVE, '').replace(/\.$/, '');
      const [first = '', ...others] = name.split(' ');
      const rest = heading.slice(behind);
      const isSure = (name === said ? ASKS : THEIR_QUESTIONS).test(rest) || isGivenName(first);
      // The one capital of a sentence says nothing.
      const isSentence = others.length === 0 && behind === said.length && /^ \p{Ll}/u.test(rest);
      if (/\p{Ll}/u.test(name) && (isSure || !isSentence)) add(name, isSure);
    };
    for (const word of run.split(' ')) {
      if (NO_NAME.test(word)) end(at - 1);
      else words.push(word);
      at += word.length + 1;
    }
    end(at - 1);
  }
  for (const [, name = ''] of heading.matchAll(CHINESE)) if (!NOBODY.test(name)) add(name, true);
}
