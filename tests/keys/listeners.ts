// Every place where the plugin listens for keys. `listeners.test.ts` compares the list with the source, and
// `tests/e2e/keys.test.ts` works each of them with all layouts and input methods.

/** Listeners that are walked, by file and what listens there. */
export const LISTENERS = [
  'src/editor/mark-chip.ts keydown',
  'src/ui/askers/askers-modal.ts keydown',
  'src/ui/bases/base-page.tsx onKeyDown',
  'src/ui/block/block-view.tsx onKeyDown',
  'src/ui/dashboard/dashboard-view.ts scope',
  'src/ui/dashboard/dashboard-view.ts keydown',
  'src/ui/dashboard/dashboard.tsx onKeyDown',
  'src/ui/dashboard/actions/filter-picker.ts selectSuggestion',
  'src/ui/dashboard/compare/compare-table.tsx onKeyDown',
  'src/ui/dashboard/transitions/transition-map.tsx onKeyDown',
  'src/ui/dashboard/transitions/transition-table.tsx onKeyDown',
  'src/ui/dashboard/list/group-path.tsx onKeyDown',
  'src/ui/dashboard/matrix/matrix.tsx onKeyDown',
  'src/ui/dashboard/filter/search-box.tsx onKeyDown',
  'src/ui/dashboard/timeline/timeline-bars.tsx onKeyDown',
  'src/ui/editor/mark-suggest.ts selectSuggestion',
  'src/ui/editor/query-suggest.ts selectSuggestion',
  'src/ui/review/review-picker.ts scope',
  'src/ui/review/review-picker.ts selectSuggestion',
  'src/ui/missing/open-stage.tsx onKeyDown',
  'src/ui/others/others-modal.ts selectSuggestion',
  'src/ui/saved-queries/query-modal.ts keydown',
  'src/ui/saved-queries/query-picker.ts selectSuggestion',
  'src/ui/settings/new-term-modal.ts keydown',
  'src/ui/picker/stance-picker.ts keydown',
  'src/ui/picker/stance-picker.ts selectSuggestion',
  'src/ui/tag-modal/tag-modal.tsx scope',
] as const;

export type Listener = (typeof LISTENERS)[number];

/** What hears of keys without reading what they are, and why. */
export const READS_NO_KEY: ReadonlyMap<string, string> = new Map([
  ['src/keys/held-key.ts keydown', 'compares a key with the one before it, whatever it is called'],
  ['src/ui/dashboard/dashboard-view.ts any', 'any key says that the reader moves by hand'],
]);
