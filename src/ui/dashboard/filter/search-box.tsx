/**
 * The search box: the filter in words, and what is typed as it is typed. While an input method composes, nothing is
 * filtered; otherwise the list follows shortly after the last key. The box keeps its own words as long as they ask for
 * what is shown, and takes over those that come from elsewhere. Below it stands what is wrong with the words, and what
 * Enter will do beside filtering.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatFilterLine } from '../../../core/query';
import { keepToOnce } from '../../../keys/held-key';
import { onKey } from '../../../keys/key-press';
import { useDashboard } from '../actions/dashboard-context';
import { useComposition } from '../../parts/composition';
import { Icon } from '../../parts/icon';
import { SpokenName } from '../../parts/spoken-name';
import { distinctConditions } from '../state/dashboard-state';
import { SearchNotes } from './search-notes';

/** Long enough that fast typing filters once, short enough to feel immediate. */
const DELAY = 120;

interface SearchBoxProps {
  /** Enter or arrow down: on to the list. */
  readonly onLeave: () => void;
}

export function SearchBox({ onLeave }: SearchBoxProps) {
  const { id, model, actions, strings } = useDashboard();
  const words = strings.dashboard;
  const current = formatFilterLine(model.state.value.filter);
  const [draft, setDraft] = useState(current);
  const [isTyping, setTyping] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<{ readonly win: Window; readonly id: number } | null>(null);

  const stopTimer = (): void => {
    timer.current?.win.clearTimeout(timer.current.id);
    timer.current = null;
  };
  const composing = useComposition(input, {
    onStart: stopTimer,
    onEnd: () => plan(input.current?.value ?? ''),
  });
  useEffect(() => stopTimer, []);
  useEffect(() => {
    // Words from the workspace, the matrix or a removed chip; those being typed now are newer.
    if (timer.current !== null || composing.current) return;
    const { filter } = model.query.readLine(draft);
    if (formatFilterLine(distinctConditions(filter)) !== current) setDraft(current);
  }, [current]);

  const commit = (line: string): void => {
    stopTimer();
    model.query.search(line);
  };
  const carryOut = (line: string): void => {
    stopTimer();
    const { instructions } = model.query.readLine(line);
    model.query.carryOut(line);
    if (instructions) setDraft(formatFilterLine(model.state.peek().filter));
  };
  const plan = (line: string): void => {
    setDraft(line);
    stopTimer();
    const win = input.current?.win;
    if (composing.current || !win) return;
    timer.current = { win, id: win.setTimeout(() => commit(line), DELAY) };
  };
  const write = (line: string): void => {
    setDraft(line);
    commit(line);
    input.current?.focus();
  };
  return (
    <>
      <div class="question-stance-search">
        <Icon name="search" />
        <SpokenName id={`${id}-search`} name={words.search} />
        <input
          ref={input}
          type="text"
          enterkeyhint="search"
          autocapitalize="off"
          spellcheck={false}
          class="question-stance-search-input"
          placeholder={words.search}
          aria-labelledby={`${id}-search`}
          value={draft}
          onFocus={({ currentTarget }) => {
            actions.prepareSearch();
            setTyping(true);
            if (draft === '' || draft.endsWith(' ')) return;
            // Who comes by key goes on typing, and adds to what is asked; a pointer says itself where to.
            const line = `${draft} `;
            setDraft(line);
            currentTarget.value = line;
            currentTarget.setSelectionRange(line.length, line.length);
          }}
          onBlur={() => {
            setTyping(false);
            if (timer.current === null && draft.endsWith(' ')) setDraft(draft.trimEnd());
          }}
          onInput={(event) => plan(event.currentTarget.value)}
          onKeyDown={onKey(({ name }, event) => {
            if (name === 'Escape' && draft !== '') {
              setDraft('');
              commit('');
            } else if (name === 'Enter') {
              carryOut(event.currentTarget.value);
              onLeave();
              // A second Enter would open what the cursor is on.
              keepToOnce(event);
            } else if (name === 'ArrowDown' || name === 'Escape') {
              commit(event.currentTarget.value);
              onLeave();
            } else return;
            event.preventDefault();
            event.stopPropagation();
          })}
        />
        {draft !== '' && (
          <button
            type="button"
            class="question-stance-bare-button"
            aria-label={words.clearSearch}
            onClick={() => write('')}
          >
            <Icon name="x" />
          </button>
        )}
      </div>
      <SearchNotes
        id={`${id}-search-notes`}
        line={draft}
        isTyping={isTyping}
        onWrite={write}
        onCarryOut={() => carryOut(draft)}
      />
    </>
  );
}
