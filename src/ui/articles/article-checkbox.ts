/** The checkbox that makes a note an article: what ticking it comes to, and a notice that says so, with undo. */
import { Notice, type TFile } from 'obsidian';
import { noteName } from '../../core/query';
import type { NoteEntry } from '../../core/index/question-index';
import type { ScopeRule } from '../../core/model/scope';
import type { Strings } from '../../i18n';
import { setCheckbox } from '../../vault/writing/checkbox';
import { actionNotice, type ShownNotice } from '../bulk/action-notice';
import type { UiContext } from '../context';
import { failureLine } from '../notices/failure-line';
import { LONG_NOTICE } from '../notices/notice-time';
import { articleTags } from './article-tags';

/** What the note is once its checkbox is as wanted, in a word. */
export type Ticked = 'article' | 'no-article' | 'tag-missing' | 'neither';

/** Foretells it from why the note is in or out now. */
export function tickedAs(
  { scope }: Pick<NoteEntry, 'scope'>,
  rule: Pick<ScopeRule, 'checkboxValue'>,
  ticked: boolean,
): Ticked {
  const hasTag = scope.reason === 'in' || scope.reason === 'checkbox-off';
  const isRight = ticked === rule.checkboxValue;
  if (hasTag) return isRight ? 'article' : 'no-article';
  return isRight ? 'tag-missing' : 'neither';
}

export class ArticleCheckbox {
  /** The notice of the last change: once its note's checkbox changes again, it has nothing to take back. */
  #last: { readonly path: string; readonly notice: ShownNotice } | null = null;

  readonly #context: Pick<UiContext, 'app' | 'settings' | 'strings'>;

  constructor(context: Pick<UiContext, 'app' | 'settings' | 'strings'>) {
    this.#context = context;
  }

  async tick(file: TFile, entry: NoteEntry, ticked: boolean): Promise<void> {
    const { app, settings, strings } = this.#context;
    const rule = settings.get().scope;
    if (rule.checkbox === null) return;
    if (this.#last?.path === file.path) this.#last.notice.expire();
    const outcome = await setCheckbox(app, file, rule.checkbox, ticked);
    if (!outcome.ok) {
      this.#fail(file, outcome.failure);
      return;
    }
    const comesTo = tickedAs(entry, rule, ticked);
    const sentence = tickedSentence(strings.dashboard, rule, noteName(file.path), comesTo);
    if (sentence === null) return;
    const act = async (): Promise<void> => {
      const back = await outcome.takeBack();
      if (!back.ok) this.#fail(file, back.failure);
    };
    const action = { label: strings.bulk.summary.undo, act: () => void act() };
    this.#last = { path: file.path, notice: actionNotice([sentence], [action]) };
  }

  #fail(file: TFile, failure: Parameters<typeof failureLine>[2]): void {
    new Notice(failureLine(this.#context.strings, noteName(file.path), failure), LONG_NOTICE);
  }
}

/** Null where the note is as little an article as before, and the box says all there is to say. */
function tickedSentence(
  words: Strings['dashboard'],
  rule: ScopeRule,
  note: string,
  comesTo: Ticked,
): string | null {
  if (comesTo === 'neither') return null;
  if (comesTo === 'article') return words.ticked.article(note);
  if (comesTo === 'no-article') return words.ticked.noArticle(note);
  return words.ticked.tagMissing(note, articleTags(rule, words));
}
