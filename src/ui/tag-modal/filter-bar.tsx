/** The summary, the filter's box and the switches for questions that are not listed by themselves. */
import { useId, useRef } from 'preact/hooks';
import { useComposition } from '../parts/composition';
import { SpokenName } from '../parts/spoken-name';
import type { TagPartProps } from './modal-environment';
import { HIDDEN_KINDS, hiddenAs, tally } from './tag-state';

export function TagFilterBar({ environment, state }: TagPartProps) {
  const { strings, act } = environment;
  const { listed, tagged } = tally(state);
  return (
    <div class="question-stance-tagging-head">
      <div class="question-stance-tagging-summary" dir="auto">
        {strings.tagging.summary(environment.noteName, listed, tagged)}
      </div>
      {state.questions.length > 0 && <FilterBox environment={environment} state={state} />}
      <div class="question-stance-tagging-shows">
        {HIDDEN_KINDS.map((kind) => {
          const count = state.questions.filter((question) => hiddenAs(question) === kind).length;
          return (
            count > 0 && (
              <button
                key={kind}
                type="button"
                class="question-stance-switch"
                aria-pressed={state.shows[kind]}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => act({ type: 'show', kind, on: !state.shows[kind] })}
              >
                {strings.tagging.show[kind](count)}
              </button>
            )
          );
        })}
      </div>
    </div>
  );
}

function FilterBox({ environment, state }: TagPartProps) {
  const { strings, act } = environment;
  const input = useRef<HTMLInputElement>(null);
  const read = () => act({ type: 'filter', text: input.current?.value ?? '' });
  const composing = useComposition(input, { onEnd: read });
  const name = `question-stance-${useId()}-filter`;
  return (
    <>
      <SpokenName id={name} name={strings.tagging.filter} />
      <input
        ref={input}
        type="search"
        class="question-stance-tagging-filter"
        placeholder={strings.tagging.filter}
        aria-labelledby={name}
        enterkeyhint="done"
        // What is being composed is in the box alone; to write there would take it away.
        value={composing.current ? (input.current?.value ?? '') : state.filter}
        onFocus={() => act({ type: 'focus', on: 'filter' })}
        onBlur={() => act({ type: 'focus', on: 'list' })}
        onInput={() => {
          // Half-composed text would filter by letters that nobody meant to type.
          if (!composing.current) read();
        }}
      />
    </>
  );
}
