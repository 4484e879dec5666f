/** What the suggestions inside a query block are called in the reader's language. */
import { type CompletionItem, noteName, PARTS } from '../../core/query';
import { partName, valueLabel } from '../dashboard/model/term-label';
import type { Wording } from '../parts/wording';

/** As it is written, without the quotes that it may need. */
export function writtenOf(item: CompletionItem): string {
  switch (item.kind) {
    case 'instruction':
      return item.words.trim();
    case 'field':
      return `${item.field}:`;
    case 'value':
      return item.term.value;
    case 'word':
      return item.word;
    case 'path':
      return item.path;
    case 'preset':
      return item.name;
  }
}

/** Empty where it is called as it is written. */
export function suggestionName(item: CompletionItem, words: Wording): string {
  const { dashboard, query } = words.strings;
  switch (item.kind) {
    case 'instruction':
      return item.words === 'explain' ? dashboard.explain : query.instructions[item.words];
    case 'field':
      return dashboard.fields[item.field];
    case 'value': {
      if (item.count !== null) return '';
      const label = valueLabel(item.term, words);
      return label === item.term.value ? '' : label;
    }
    case 'word':
      return wordName(item.word, item.list, words);
    case 'path':
      return item.path.endsWith('.md') ? noteName(item.path) : '';
    case 'preset':
      return '';
  }
}

function wordName(
  word: string,
  list: Extract<CompletionItem, { readonly kind: 'word' }>['list'],
  { strings: { dashboard } }: Wording,
): string {
  const among = (names: Readonly<Record<string, string>>): string => names[word] ?? '';
  switch (list) {
    case 'scope':
      return among({
        articles: dashboard.choiceArticles,
        note: dashboard.choiceNote,
        folder: dashboard.fields.folder,
        vault: dashboard.choiceVault,
      });
    case 'group':
    case 'sort':
      return among(dashboard.fields);
    case 'view':
      return among(dashboard.views);
    case 'parts': {
      const part = PARTS.find((each) => each === word);
      return part === undefined ? '' : partName(part, dashboard);
    }
    case 'reverse':
      return dashboard.reverse;
  }
}
