/** What the modal shows: summary and filter, the list, the choices, the hints and the button that writes. */
import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import { Icon } from '../parts/icon';
import { SpokenName } from '../parts/spoken-name';
import { VirtualList, type VirtualListHandle } from '../list/virtual-list';
import { LinkChoice } from '../parts/link-choice';
import { TagAnnouncements } from './announcements';
import { ChoiceBar } from './choice-bar';
import { TagFilterBar } from './filter-bar';
import { keyHints } from './keys';
import type { ModalEnvironment, TagPartProps } from './modal-environment';
import { hiddenAs, type TagState } from './tag-state';
import { isSecond, TagQuestionRow } from './question-row';
import { tagRows, type TagRow } from './rows';
import { Strays } from './strays';
import { ghostAt, proposalsAtCursor } from './suggested';
import { Unwritten } from './unwritten';

const ROW_HEIGHT = 31;
const HEADING_HEIGHT = 36;
/** Room for a heading and a label above the row with the cursor. */
const MARGIN = 64;

interface TagModalViewProps {
  readonly environment: ModalEnvironment;
  readonly state: ReadonlySignal<TagState>;
}

export function TagModalView({ environment, state: store }: TagModalViewProps) {
  const state = store.value;
  const { strings } = environment;
  return (
    <div class="question-stance-tagging" tabIndex={-1}>
      <TagAnnouncements environment={environment} state={state} />
      <TagFilterBar environment={environment} state={state} />
      <Unwritten environment={environment} refused={state.unwritten} />
      <Strays {...environment.strays} strings={strings} />
      {state.visible.length > 0 ? (
        <QuestionList environment={environment} state={state} />
      ) : (
        <Empty environment={environment} state={state} />
      )}
      <div class="question-stance-tagging-foot">
        {state.visible.length > 0 && <ChoiceBar environment={environment} state={state} />}
        {state.choices.now.size > 0 && <Links environment={environment} state={state} />}
        <div class="question-stance-tagging-actions">
          {state.questions.length > 0 && <KeyHints environment={environment} state={state} />}
          <HistoryButtons environment={environment} state={state} />
          <button type="button" class="mod-cta" onClick={environment.write}>
            {state.choices.now.size > 0
              ? strings.tagging.write(state.choices.now.size)
              : strings.common.close}
            <span class="question-stance-enter" aria-hidden="true">
              ⏎
            </span>
          </button>
        </div>
      </div>
    </div>
  );
}

/** Counted anew with every choice. */
function Links({ environment, state }: TagPartProps) {
  const choices = state.choices.now;
  const links = useMemo(() => environment.linksTo(choices), [environment, choices]);
  return <LinkChoice {...links} strings={environment.strings} />;
}

function QuestionList({ environment, state }: TagPartProps) {
  const { questions, visible, cursor } = state;
  const rows = useMemo(() => tagRows(questions, visible), [questions, visible]);
  const positions = useMemo(() => new Map(visible.map((index, at) => [index, at + 1])), [visible]);
  const rowOfQuestion = useMemo(
    () => new Map(rows.flatMap((row, at) => (row.kind === 'question' ? [[row.index, at]] : []))),
    [rows],
  );
  const list = useRef<VirtualListHandle>(null);
  const prefix = useId();
  const idOf = (index: number) => `question-stance-${prefix}-${index}`;
  useEffect(() => {
    // The list comes back when a filter is cleared; who is typing in the box is left there.
    if (!isFocusElsewhere(list.current?.element)) list.current?.focus();
  }, []);

  return (
    <>
      <SpokenName id={`question-stance-${prefix}-list`} name={environment.strings.tagging.list} />
      <VirtualList
        class={`question-stance-tagging-list ${state.openStance === null ? '' : 'is-choosing'}`}
        handle={list}
        items={rows}
        keyOf={keyOf}
        estimateHeight={({ kind }) => (kind === 'question' ? ROW_HEIGHT : HEADING_HEIGHT)}
        margin={MARGIN}
        active={cursor === null ? null : (rowOfQuestion.get(cursor) ?? null)}
        attributes={{
          role: 'listbox',
          tabIndex: 0,
          onMouseDown: (event) => {
            if (!isSecond(event)) environment.clicked.row = null;
          },
          onDblClick: (event) => {
            const { clicked, open } = environment;
            if (clicked.row !== null) open(clicked.row, event);
          },
          'aria-multiselectable': true,
          'aria-labelledby': `question-stance-${prefix}-list`,
          ...(cursor === null ? {} : { 'aria-activedescendant': idOf(cursor) }),
        }}
        renderRow={(row) => {
          if (row.kind !== 'question')
            return <Heading environment={environment} row={row} state={state} />;
          const question = questions[row.index];
          environment.draws(row.index);
          return (
            question && (
              <TagQuestionRow
                environment={environment}
                id={idOf(row.index)}
                question={question}
                index={row.index}
                choices={state.choices.now}
                position={positions.get(row.index) ?? 0}
                total={visible.length}
                isCursor={row.index === cursor}
                isSelected={state.selected.has(row.index)}
                leavesLabel={row.leavesLabel}
                ghost={ghostAt(state, row.index)}
                proposals={row.index === cursor ? proposalsAtCursor(state) : []}
              />
            )
          );
        }}
      />
    </>
  );
}

function isFocusElsewhere(list: HTMLElement | null | undefined): boolean {
  const focused = list?.ownerDocument.activeElement;
  return focused?.tagName === 'BUTTON' || focused?.tagName === 'INPUT';
}

interface HeadingProps extends TagPartProps {
  readonly row: Exclude<TagRow, { kind: 'question' }>;
}

/** A section's or label's row: a click selects all below it, one on its icon says who asks there. Keys are in the table. */
function Heading({ environment, row, state }: HeadingProps) {
  const areAll = row.members.every((index) => state.selected.has(index));
  const depth = row.kind === 'section' && row.depth === 0 ? 'is-outermost' : '';
  const { askers, selectBelow } = environment.strings.tagging;
  const askedBy = (event: MouseEvent, menu?: MouseEvent): void => {
    if (row.kind !== 'section') return;
    const section = state.questions[row.members[0] ?? -1]?.section ?? [];
    event.preventDefault();
    event.stopPropagation();
    environment.askedBy(section.slice(0, row.depth + 1), menu);
  };
  return (
    <div
      role="presentation"
      class={`question-stance-tag-heading is-${row.kind} ${depth}`}
      title={selectBelow}
      onClick={(event) => {
        if (isSecond(event)) return;
        environment.act({ type: 'select-members', members: row.members });
      }}
      onContextMenu={(event) => askedBy(event, event)}
    >
      <span class="question-stance-tag-check">
        <span class={`question-stance-check ${areAll ? 'is-checked' : ''}`} />
      </span>
      <span class="question-stance-tag-heading-title" dir="auto">
        {row.title}
      </span>
      {row.kind === 'section' && (
        <span
          class="question-stance-tag-askers"
          title={askers.menu}
          onClick={(event) => askedBy(event)}
        >
          <Icon name="users" />
        </span>
      )}
    </div>
  );
}

function keyOf(row: TagRow): string {
  return row.kind === 'question'
    ? String(row.index)
    : `${row.kind} ${row.members[0] ?? ''} ${row.title}`;
}

function Empty({ environment, state }: TagPartProps) {
  const { empty, clearFilter } = environment.strings.tagging;
  if (state.filter.trim() !== '') {
    return (
      <div class="question-stance-tagging-empty">
        <p>{empty.noMatch(state.filter.trim())}</p>
        <button type="button" onClick={() => environment.act({ type: 'go-back' })}>
          {clearFilter}
        </button>
      </div>
    );
  }
  const hasHidden = state.questions.some((question) => hiddenAs(question) !== null);
  return (
    <div class="question-stance-tagging-empty">
      <p class="question-stance-tagging-empty-title">{empty.title}</p>
      <p>{hasHidden ? empty.hidden : empty.help}</p>
    </div>
  );
}

function HistoryButtons({ environment, state }: TagPartProps) {
  const { undo, redo } = environment.strings.tagging;
  const { past, future } = state.choices;
  if (past.length === 0 && future.length === 0) return null;
  return (
    <span class="question-stance-tagging-history">
      <button
        type="button"
        class="clickable-icon"
        aria-label={undo}
        disabled={past.length === 0}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => environment.act({ type: 'undo' })}
      >
        <Icon name="undo-2" />
      </button>
      <button
        type="button"
        class="clickable-icon"
        aria-label={redo}
        disabled={future.length === 0}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => environment.act({ type: 'redo' })}
      >
        <Icon name="redo-2" />
      </button>
    </span>
  );
}

function KeyHints({ environment, state }: TagPartProps) {
  const { hints } = environment.strings.tagging;
  return (
    <div class="question-stance-hints" aria-hidden="true">
      {keyHints(state).map(({ name, shown }) => (
        <span key={name} class="question-stance-hint">
          {shown.map((key) => (
            <kbd key={key} class="question-stance-key">
              {key === 'Mod' ? environment.modKey : key}
            </kbd>
          ))}
          {hints[name]}
        </span>
      ))}
    </div>
  );
}
