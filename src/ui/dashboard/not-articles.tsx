/** How many notes lack a part of what makes an article; pressed, which notes, each with what would make it one. */
import { useState } from 'preact/hooks';
import { noteName } from '../../core/query';
import type { NotArticles, ScopeCensus } from '../../vault/reading/scope-census';
import { Icon } from '../parts/icon';
import { useDashboard } from './actions/dashboard-context';

interface NotArticlesLineProps {
  readonly part: NotArticles;
  readonly census: ScopeCensus;
}

export function NotArticlesLine({ part, census }: NotArticlesLineProps) {
  const { id, model, actions, strings } = useDashboard();
  const [isOpen, setOpen] = useState(false);
  const words = strings.dashboard;
  const { checkbox, checkboxValue } = model.settings.value.scope;
  const says = {
    tagOnly: words.notesTagOnly,
    checkboxOnly: words.notesCheckboxOnly,
    neither: words.notesNeither,
  };
  const isTickMissing = part === 'tagOnly' && checkbox !== null;
  const offer = isTickMissing
    ? (checkboxValue ? words.tickIt : words.untickIt)(checkbox)
    : words.makeArticle;
  const paths = census.paths[part];
  const more = census[part] - paths.length;
  const list = `${id}-${part}`;
  return (
    <>
      <button
        type="button"
        class="question-stance-bare-button question-stance-not-articles"
        aria-expanded={isOpen}
        aria-controls={list}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="chevron-down" />
        <span dir="auto">{says[part](census[part])}</span>
      </button>
      {isOpen && (
        <ul id={list} class="question-stance-not-articles-list">
          {paths.map((path) => (
            <li key={path}>
              <a
                class="question-stance-note-title"
                dir="auto"
                data-path={path}
                href={path}
                onClick={(event) => {
                  event.preventDefault();
                  actions.notes.openNote(path, event);
                }}
              >
                {noteName(path)}
              </a>
              <button
                type="button"
                aria-label={`${offer}: ${noteName(path)}`}
                onClick={() => void actions.makeArticle(path)}
              >
                {offer}
              </button>
            </li>
          ))}
          {more > 0 && <li class="question-stance-faint">{strings.common.andMore(more)}</li>}
        </ul>
      )}
    </>
  );
}
