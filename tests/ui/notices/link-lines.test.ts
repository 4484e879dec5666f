import { expect, it } from 'vitest';
import { stringsFor } from '../../../src/i18n';
import { linkLines } from '../../../src/ui/notices/link-lines';

it.each(['en', 'zh-TW', 'zh'] as const)(
  'quotes the command that takes all of it back by its name in %s',
  (language) => {
    const strings = stringsFor(language);
    const lines = linkLines(strings, { leading: 2, changed: 2, notes: 1 });
    expect(lines.at(-1)).toMatch(/[“「]/);
    expect(lines.at(-1)).toContain(strings.bulk.commands.undo);
  },
);
