/**
 * The search box. While an input method composes, nothing is filtered; otherwise the list follows shortly
 * after the last key. The box keeps its own words meanwhile, and takes over those that come from elsewhere.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { keepToOnce } from '../../../keys/held-key';
import { onKey } from '../../../keys/key-press';
import { useDashboard } from '../actions/dashboard-context';
import { searchText } from '../model/dashboard-state';
import { useComposition } from '../../parts/composition';
import { Icon } from '../../parts/icon';
import { SpokenName } from '../../parts/spoken-name';

/** Long enough that fast typing filters once, short enough to feel immediate. */
const DELAY = 120;

interface SearchBoxProps {
  /** Enter or arrow down: on to the list. */
  readonly onLeave: () => void;
}

export function SearchBox({ onLeave }: SearchBoxProps) {
  const { id, model, actions, strings } = useDashboard();
  const words = strings.dashboard;
  const current = searchText(model.state.value.filter);
  const [draft, setDraft] = useState(current);
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
    // Words from the workspace or a removed chip; those being typed now are newer.
    if (timer.current === null && !composing.current && draft.trim() !== current) setDraft(current);
  }, [current]);

  const commit = (text: string): void => {
    stopTimer();
    model.search(text);
  };
  const plan = (text: string): void => {
    setDraft(text);
    stopTimer();
    const win = input.current?.win;
    if (composing.current || !win) return;
    timer.current = { win, id: win.setTimeout(() => commit(text), DELAY) };
  };
  return (
    <div class="question-stance-search">
      <Icon name="search" />
      <SpokenName id={`${id}-search`} name={words.search} />
      <input
        ref={input}
        type="text"
        enterkeyhint="search"
        spellcheck={false}
        class="question-stance-search-input"
        placeholder={words.search}
        aria-labelledby={`${id}-search`}
        value={draft}
        onFocus={() => actions.prepareSearch()}
        onInput={(event) => plan(event.currentTarget.value)}
        onKeyDown={onKey(({ name }, event) => {
          if (name === 'Escape' && draft !== '') {
            setDraft('');
            commit('');
          } else if (name === 'Enter' || name === 'ArrowDown' || name === 'Escape') {
            commit(event.currentTarget.value);
            onLeave();
            // A second Enter would open what the cursor is on.
            if (name === 'Enter') keepToOnce(event);
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
          onClick={() => {
            setDraft('');
            commit('');
            input.current?.focus();
          }}
        >
          <Icon name="x" />
        </button>
      )}
    </div>
  );
}
