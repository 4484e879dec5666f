/** The stage that is open: how others asked it, and stems to begin with, in one list that keys go through. */
import { Keymap, Platform } from 'obsidian';
import { Fragment } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { localized, type Language } from '../../core/model/taxonomy';
import type { Strings } from '../../i18n';
import { keepToOnce } from '../../keys/held-key';
import { onKey } from '../../keys/key-press';
import { exampleSource } from '../others/vault-examples';
import { SpokenName } from '../parts/spoken-name';
import { answerKey } from './missing-keys';
import { piecesOf, type MissingChoice, type MissingPanel, type NoteStage } from './missing-panel';

export interface PanelProps {
  readonly panel: MissingPanel;
  readonly language: Language;
  readonly strings: Strings;
  /** What the ids of its elements begin with. */
  readonly id: string;
}

interface OpenStageProps extends PanelProps {
  readonly stage: NoteStage;
  /** Its id. */
  readonly body: string;
}

export function OpenStage({ panel, strings, language, stage, body }: OpenStageProps) {
  const words = strings.learning;
  const choices = panel.choices.value;
  const at = panel.at.value;
  const list = useRef<HTMLDivElement>(null);
  const { questions = 0, notes = 0 } = panel.examples.value ?? {};
  const examples = choices.filter(({ kind }) => kind === 'example').length;
  const chosen = at === null ? undefined : choices[at];
  useLayoutEffect(() => {
    list.current?.querySelector('.is-cursor')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const act = (choice: MissingChoice, event: MouseEvent | KeyboardEvent): void => {
    keepToOnce(event, true);
    panel.act(choice, Keymap.isModEvent(event));
  };
  const openBeside = (by: 1 | -1): void => {
    const around = list.current?.closest<HTMLElement>('.question-stance-missing-panel');
    panel.openBeside(by);
    // The stage is drawn by the next frame.
    around?.win.requestAnimationFrame(() =>
      around.querySelector<HTMLElement>('[role="listbox"]')?.focus(),
    );
  };
  const option = (choice: MissingChoice, position: number) => (
    <div
      key={position}
      id={`${body}-${position}`}
      role="option"
      aria-selected={position === at}
      class={`question-stance-missing-choice ${position === at ? 'is-cursor' : ''}`}
      onClick={() => panel.choose(position)}
      onDblClick={(event) => act(choice, event)}
    >
      {choice.kind === 'stem' ? (
        <Stem stem={choice.stem} digit={choice.digit} strings={strings} />
      ) : (
        <span class="question-stance-example">
          <span dir="auto">{choice.row.text}</span>
          <span class="question-stance-example-place">
            <bdi>{exampleSource({ strings }, choice.row)}</bdi>
            <span>{strings.common.line(choice.row.line)}</span>
          </span>
        </span>
      )}
    </div>
  );
  return (
    <div id={body} class="question-stance-missing-body">
      <div class="question-stance-missing-subhead">
        <span>
          <b>{words.examples}</b> {questions > 0 && words.found(questions, notes)}
        </span>
        {questions > examples && (
          <button type="button" class="question-stance-bare-button" onClick={() => panel.showAll()}>
            {words.seeAll}
          </button>
        )}
      </div>
      {examples === 0 && <p class="question-stance-faint">{words.nobody}</p>}
      <SpokenName
        id={`${body}-name`}
        name={words.choices(localized(stage.stage.label, language))}
      />
      {choices.length > 0 && (
        <div
          ref={list}
          role="listbox"
          tabIndex={0}
          class="question-stance-missing-choices"
          aria-labelledby={`${body}-name`}
          {...(at !== null && { 'aria-activedescendant': `${body}-${at}` })}
          onKeyDown={onKey((press, event: KeyboardEvent): void => {
            const deeds = { act: (choice: MissingChoice) => act(choice, event), openBeside };
            if (!answerKey(panel, press, deeds)) return;
            event.preventDefault();
            event.stopPropagation();
          })}
          onFocus={() => {
            if (panel.at.peek() === null) panel.choose(examples < choices.length ? examples : 0);
          }}
        >
          {choices.slice(0, examples).map(option)}
          {examples < choices.length && (
            <div class="question-stance-missing-subhead" aria-hidden="true">
              <b>{words.stems}</b>
            </div>
          )}
          {choices.slice(examples).map((choice, position) => option(choice, examples + position))}
        </div>
      )}
      {examples === choices.length && <p class="question-stance-faint">{words.noStems}</p>}
      <div class="question-stance-missing-foot">
        <button
          type="button"
          disabled={chosen?.kind !== 'stem'}
          onClick={(event) => chosen && act(chosen, event)}
        >
          {words.write}
        </button>
        {!Platform.isPhone && <Hints strings={strings} />}
      </div>
      <p class="question-stance-faint" role="status">
        {panel.isPreviewed.value ? words.preview : ''}
      </p>
    </div>
  );
}

interface StemProps {
  readonly stem: string;
  readonly digit: number;
  readonly strings: Strings;
}

function Stem({ stem, digit, strings }: StemProps) {
  return (
    <>
      <kbd class="question-stance-key" aria-hidden="true">
        {digit}
      </kbd>
      <span dir="auto">
        {piecesOf(stem).map((piece, at) => (
          <Fragment key={at}>
            {at > 0 && (
              <span class="question-stance-gap">
                <span class="question-stance-for-screen-readers"> {strings.learning.gap} </span>
              </span>
            )}
            {piece}
          </Fragment>
        ))}
      </span>
    </>
  );
}

function Hints({ strings }: { readonly strings: Strings }) {
  const { keys } = strings.learning;
  const hints = [
    ['1–5', keys.stem],
    ['↵', keys.write],
    ['o', keys.example],
    ['n', keys.next],
  ] as const;
  return (
    <span class="question-stance-missing-hints" aria-hidden="true">
      {hints.map(([key, text]) => (
        <span key={key}>
          <kbd class="question-stance-key">{key}</kbd> {text}
        </span>
      ))}
    </span>
  );
}
