/** What suggestions have learnt on this vault, as a table: each source, how often it had a first choice and was right. */
import { SOURCES } from '../../core/suggest/opinion';
import { mayHaunt, type SourceRecords } from '../../core/suggest/source-records';
import type { Strings } from '../../i18n';

/** Draws it anew into `el`; a sentence where no source has a record. */
export function drawLearnt(el: HTMLElement, records: SourceRecords, strings: Strings): void {
  const { settings: words, sources } = strings.suggest;
  const known = SOURCES.flatMap((source) => {
    const record = records[source];
    return record && record.proposed > 0 ? [{ source, record }] : [];
  });
  el.empty();
  if (known.length === 0) {
    el.setText(words.nothingLearnt);
    return;
  }
  const table = el.createEl('table', { cls: 'question-stance-learnt' });
  const head = table.createEl('thead').createEl('tr');
  const { source, proposed, right } = words.columns;
  for (const text of [source, proposed, right])
    head.createEl('th', { text, attr: { scope: 'col' } });
  const body = table.createEl('tbody');
  for (const { source: of, record } of known) {
    const row = body.createEl('tr');
    const name = row.createEl('th', { text: sources[of], attr: { scope: 'row' } });
    if (!mayHaunt(record)) {
      name.createDiv({ cls: 'question-stance-learnt-quiet', text: words.quiet });
    }
    row.createEl('td', { text: words.proposed(record.proposed) });
    row.createEl('td', { text: words.right(record.right, record.proposed) });
  }
}
