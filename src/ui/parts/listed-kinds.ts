/**
 * Which questions of the notes shown the dashboard lists: those without a tag of the kinds that the
 * settings ask for, every tagged one, and those that say «not a question» only where the filter asks for them.
 */
import type { QuestionKind } from '../../core/model/question';
import type { Listed } from '../../core/query';
import type { Settings } from '../../settings/schema';

/** The kinds of questions that are listed without a tag. */
export function listedKinds(lists: Settings['lists']): readonly QuestionKind[] {
  return [
    'body',
    'heading',
    'quoted',
    ...(lists.showEmbedded ? (['embedded'] as const) : []),
    ...(lists.showUnmarked ? (['unmarked'] as const) : []),
  ];
}

/** What dashboards list until somebody filters by «not a question»: for each choice of many notes. */
export function usualLists(lists: Settings['lists']): readonly Listed[] {
  const kinds = listedKinds(lists);
  return [
    { notes: { kind: 'articles' }, kinds, withSkipped: false },
    { notes: { kind: 'vault' }, kinds, withSkipped: false },
  ];
}
