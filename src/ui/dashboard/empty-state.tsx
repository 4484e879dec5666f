/** An empty list explained, with the ways on: why there is nothing, and what can be done about it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { noteName } from '../../core/query';
import type { ScopeRule } from '../../core/model/scope';
import type { Strings } from '../../i18n';
import type { ScopeCensus } from '../../vault/reading/scope-census';
import { articleTags } from '../articles/article-tags';
import { useDashboard } from './actions/dashboard-context';
import { NotArticlesLine } from './not-articles';
import type { Emptiness } from './model/emptiness';
import { Progress } from './progress';

export function EmptyState({ emptiness }: { readonly emptiness: Emptiness }) {
  const { model, strings } = useDashboard();
  const words = strings.dashboard;
  const path = model.activePath.value;
  switch (emptiness.kind) {
    case 'indexing':
      return <Progress large />;
    case 'no-note':
      return (
        <Message title={words.noNote} lines={[words.noNoteHint]}>
          <ShowVault />
        </Message>
      );
    case 'no-match': {
      const clear = (): void => model.clearFilter();
      const hidden = (
        <button
          type="button"
          class="question-stance-bare-button question-stance-hidden-count"
          onClick={clear}
        >
          <span dir="auto">{words.noMatchHint(emptiness.hidden)}</span>
        </button>
      );
      return (
        <Message title={words.noMatch} lines={[]} more={hidden}>
          <WayOn name={words.clearFilter} cta onClick={clear} />
        </Message>
      );
    }
    case 'no-questions': {
      const lines = {
        articles: words.noQuestionsArticles,
        note: words.noQuestionsNote(noteName(path ?? '')),
        vault: words.noQuestionsVault,
      };
      return (
        <Message title={words.noQuestions} lines={[lines[emptiness.notes]]}>
          {emptiness.notes !== 'vault' && <ShowVault />}
        </Message>
      );
    }
    case 'no-articles':
      return <NoArticles />;
  }
}

/** Null until the notes are counted. Asked again whenever something changed; mostly the answer is the same. */
function useCensus(): ScopeCensus | null {
  const { actions } = useDashboard();
  const [census, setCensus] = useState<ScopeCensus | null>(null);
  useEffect(() => {
    let isWanted = true;
    void actions.scopeCensus().then((counted) => {
      if (isWanted) setCensus(counted);
    });
    return () => {
      isWanted = false;
    };
  });
  return census;
}

function NoArticles() {
  const { model, actions, strings } = useDashboard();
  const words = strings.dashboard;
  const { scope } = model.settings.value;
  const census = useCensus();
  const path = model.activePath.value;
  const wantsBoth = scope.tags.length > 0 && scope.checkbox !== null;
  const parts = wantsBoth
    ? (['tagOnly', 'checkboxOnly', 'neither'] as const)
    : (['neither'] as const);
  const counted =
    scope.mode === 'rule' &&
    census &&
    parts
      .filter((part) => census[part] > 0)
      .map((part) => <NotArticlesLine key={part} part={part} census={census} />);
  return (
    <Message title={words.noArticles} lines={[ruleSentence(scope, words)]} more={counted}>
      <WayOn name={words.showVault} cta onClick={() => model.setNotes('vault')} />
      <WayOn name={words.openSettings} onClick={() => actions.openSettings()} />
      {path !== null && (
        <WayOn name={words.tagThisNote(noteName(path))} onClick={() => actions.tagNote(path)} />
      )}
    </Message>
  );
}

function ShowVault() {
  const { model, strings } = useDashboard();
  return <WayOn name={strings.dashboard.showVault} onClick={() => model.setNotes('vault')} />;
}

interface MessageProps {
  readonly title: string;
  readonly lines: readonly string[];
  readonly more?: ComponentChildren;
  readonly children?: ComponentChildren;
}

function Message({ title, lines, more, children }: MessageProps) {
  return (
    <div class="question-stance-empty">
      <div class="question-stance-empty-title">{title}</div>
      {lines.map((line) => (
        <p key={line} dir="auto">
          <WithWholeTags text={line} />
        </p>
      ))}
      {more}
      <div class="question-stance-ways">{children}</div>
    </div>
  );
}

/** A sentence in which no line ends within a tag. */
function WithWholeTags({ text }: { readonly text: string }) {
  const parts = text.split(/(#[\p{L}\p{N}_/-]+)/u);
  return (
    <>
      {parts.map((part, at) =>
        at % 2 === 1 ? (
          <span key={at} class="question-stance-whole-tag">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </>
  );
}

interface WayProps {
  readonly name: string;
  readonly cta?: boolean;
  readonly onClick: () => void;
}

function WayOn({ name, cta, onClick }: WayProps) {
  return (
    <button type="button" class={cta ? 'mod-cta' : ''} onClick={onClick}>
      {name}
    </button>
  );
}

/** What makes a note an article, in a sentence. */
function ruleSentence(rule: ScopeRule, words: Strings['dashboard']): string {
  const says = words.noArticlesRule;
  const tags = articleTags(rule, words);
  const { checkbox, checkboxValue } = rule;
  if (rule.mode === 'vault' || (tags === '' && checkbox === null)) return says.vault;
  if (checkbox === null) return says.tag(tags);
  if (tags === '') {
    return checkboxValue ? says.checkbox(checkbox) : says.checkboxUnticked(checkbox);
  }
  return checkboxValue ? says.both(tags, checkbox) : says.bothUnticked(tags, checkbox);
}
