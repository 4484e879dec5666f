import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeQuery } from '../../../../src/core/query/completing/complete';
import {
  MOST_COMPLETIONS,
  type CompletionContext,
  type KnownValue,
  type QueryCompletion,
} from '../../../../src/core/query/completing/completion';
import { completionPlace } from '../../../../src/core/query/completing/completion-place';
import { termsIn } from '../../../../src/core/query/language/condition';
import { readQuery } from '../../../../src/core/query/language/read-query';
import { DEFAULT_TAXONOMY } from '../../../../src/core/model/taxonomy';

const known = (values: readonly string[]): readonly KnownValue[] =>
  values.map((value, at) => ({ value, count: 100 - at }));

const LABELS = known([
  '核心問題',
  '算力',
  'real limits',
  '(a',
  '"so"',
  'ends\\',
  'two\nlines',
  '-x',
  '算力限制',
]);
const VALUES: Readonly<Record<string, readonly KnownValue[]>> = {
  label: LABELS,
  speaker: known(['Ilya Sutskever', '圖靈', '(？']),
  asker: known(['Ilya Sutskever', 'Ada']),
  section: known(['噪音', '› odd', '讀 "書"']),
  folder: known(['讀書', 'Lab', 'Lab/Old notes', 'a)']),
  note: known(['安靜', 'Lab/a.md', 'odd:name']),
  path: known(['讀書/安靜.md', 'Lab/a.md', '"q" a.md', 'a\\']),
  tag: known(['question/inward/anomaly', 'my-article', '專案/甲', 'question']),
  prop: known(['status', '狀態', 'a=b', 'read on']),
  'prop status': known(['done', 'in progress', '完成']),
};

const NAMES: Readonly<Record<string, string>> = {
  'group by ': '分組',
  'field stance': '立場',
  'field speaker': '說話者',
  'value outward/analogy': '向外架橋 › 建立類比',
  'value speaker': '說話者',
  'word matrix': '矩陣',
};

const CONTEXT: CompletionContext = {
  taxonomies: [DEFAULT_TAXONOMY],
  presets: [
    { name: 'Outward only', text: 'stance:outward' },
    { name: '"Limits"', text: 'label:limits' },
    { name: '類比', text: 'stage:analogy' },
  ],
  valuesOf: (field, property) =>
    VALUES[property === undefined ? field : `${field} ${property}`] ?? [],
  nameOf: (item) => {
    if (item.kind === 'instruction') return NAMES[item.words] ?? '';
    if (item.kind === 'field') return NAMES[`field ${item.field}`] ?? '';
    if (item.kind === 'value') return NAMES[`value ${item.term.value}`] ?? '';
    return item.kind === 'word' ? (NAMES[`word ${item.word}`] ?? '') : '';
  },
};

/** `|` is the cursor. */
function complete(marked: string): readonly QueryCompletion[] {
  const at = marked.indexOf('|');
  return completeQuery(marked.slice(0, at) + marked.slice(at + 1), at, CONTEXT);
}

/** The query with the suggestion taken, and the cursor behind it. */
function taken(marked: string, { from, to, insert }: QueryCompletion): string {
  const text = marked.replace('|', '');
  return `${text.slice(0, from)}${insert}|${text.slice(to)}`;
}

const FIELDS =
  'stance: stage: label: speaker: asker: section: kind: is: has: missing: lacks: after: note: path: folder: tag: prop: date:';
const STARTS =
  'scope |group by |sort by |limit |limit groups |view |show |hide |preset |explain'.split('|');

describe('what is offered', () => {
  it.each<[query: string, offered: readonly string[]]>([
    // At a line's beginning.
    ['|', [...STARTS, ...FIELDS.split(' ')]],
    ['stance:inward\n|', [...STARTS, ...FIELDS.split(' ')]],
    ['s|', ['scope ', 'sort by ', 'show ', 'stance:', 'stage:', 'speaker:', 'section:']],
    ['  LIM|', ['limit ', 'limit groups ']],
    ['limit|', ['limit ', 'limit groups ']],
    ['limit |', ['limit groups ']],
    ['limit  gr|', ['limit groups ']],
    ['limit 5|', []],
    ['limit groups |', []],
    ['group|', ['group by ']],
    ['group b|', ['group by ']],
    ['分组|', ['group by ']],
    ['explain|', []],
    ['group by note\ngroup by label\ngr|', []],
    ['group by note\ngr|', ['group by ']],
    ['group by note\ngroup by label|', []],
    // Nothing is put in front of what stands there.
    ['l| cost', ['label:', 'lacks:']],
    ['|stance:inward', []],
    // In filter words.
    ['cost |', FIELDS.split(' ')],
    ['cost la|', ['label:', 'lacks:']],
    ['-la|', ['label:', 'lacks:']],
    ['(cost OR la|)', ['label:', 'lacks:']],
    ['cost 立|', ['stance:']],
    ['cost 场|', []],
    ['la|bel:x', []],
    ['label|:x', []],
    ['cost|', []],
    ['"la|', []],
    ['labl:|', []],
    // Values of the language.
    ['is:|', ['tagged', 'untagged', 'conflict', 'skipped']],
    ['IS：unt|', ['untagged']],
    ['kind:quo|', ['quoted']],
    ['kind:quoted|', []],
    ['has:s|', ['stance', 'stage', 'speaker', 'section', 'asker']],
    ['-missing:说|', ['speaker']],
    ['missing:outward/phi|', ['outward/philosophy']],
    ['stance:|', ['inward', 'outward']],
    ['stage:lim|', ['outward/limits']],
    ['lacks:类比|', ['outward/analogy']],
    [
      'after:inward/anom|',
      ['inward/anomaly', '"inward/anomaly within section"', '"inward/anomaly within run"'],
    ],
    ['after:"inward/anomaly within s|', ['"inward/anomaly within section"']],
    ['after:"inward/anomaly within run|"', []],
    [
      '(stage:in|)',
      ['inward/anomaly', 'inward/difference', 'inward/direction', 'outward/definition'],
    ],
    ['date:last|', ['last-week', 'last-month', 'last-year']],
    // Values of the notes.
    [
      'label:|',
      ['核心問題', '算力', '"real limits"', '"(a"', '"\\"so\\""', '"ends\\\\"', '-x', '算力限制'],
    ],
    ['-label:核心|', ['核心問題']],
    ['label:核心问|', ['核心問題']],
    ['label:"real l|', ['"real limits"']],
    ['label:"real l|"', ['"real limits"']],
    ['label:“real|', ['"real limits"']],
    ['label:“real|”', ['"real limits"']],
    ['label:LIMITS|', ['"real limits"']],
    ['label:算|', ['算力', '算力限制']],
    ['label:算力|', []],
    ['label:算|力', ['算力', '算力限制']],
    ['label:"算力|', []],
    ['label:"算力"|', []],
    ['label:"a| b', []],
    ['label:none|', []],
    ['cost OR (speaker:il|', ['"Ilya Sutskever"']],
    ['section:|', ['噪音', '"讀 \\"書\\""']],
    ['tag:|', ['my-article', '專案/甲']],
    ['tag:#my|', ['my-article']],
    ['tag:甲|', ['專案/甲']],
    ['path:la|', ['Lab', '"Lab/Old notes"']],
    ['note:|', ['安靜', 'Lab/a.md', 'odd:name']],
    ['prop:|', ['status', '狀態', '"read on"']],
    ['prop:status=|', ['status=done', '"status=in progress"', 'status=完成']],
    ['prop:"status=in|', ['"status=in progress"']],
    ['text:|', []],
    // Words behind instructions.
    ['scope |', ['articles', 'note', 'folder', 'vault']],
    ['scope V|', ['vault']],
    ['scope vault |', []],
    ['scope f| Lab', []],
    ['scope folder |', ['讀書', 'Lab', 'Lab/Old notes', 'a)']],
    ['scope folder lab/o|', ['Lab/Old notes']],
    ['scope folder Lab/|Other', ['Lab/Old notes']],
    ['scope note 安|', ['讀書/安靜.md']],
    ['scope note a|', ['"a\\"', 'Lab/a.md', '""q" a.md"']],
    [
      'group by |',
      'note folder section label speaker asker stance stage kind month quarter year'.split(' '),
    ],
    ['group by l|', ['label', 'folder']],
    ['group by lab| reverse', ['label']],
    ['group by lab| asker', []],
    ['group by label |', ['reverse']],
    ['group by label rev|', ['reverse']],
    ['group by labl rev|', []],
    ['group by label reverse |', []],
    ['sort by co|', ['coverage']],
    ['view |', ['list', 'compare', 'transitions', 'timeline', 'matrix', 'path', 'table']],
    ['view 矩|', ['matrix']],
    ['view matrix|', []],
    ['view m| x', []],
    ['show l|', ['label', 'line']],
    ['show label, |', 'header count note section asker line chip path'.split(' ')],
    ['hide label，p|', ['path', 'chip']],
    ['show li|, label', ['line']],
    ['preset |', ['Outward only', '""Limits""', '類比']],
    ['preset out|', ['Outward only']],
    ['preset 类|', ['類比']],
    ['preset Outward only|', []],
    ['preset Outward |o', ['Outward only']],
    // Where nothing is typed for the query.
    ['# la|', []],
    ['stance:inward \\|\nstance:outward', []],
    ['stance:inward \\\n  la|', ['label:', 'lacks:']],
    [
      'group \\\n by |',
      'note folder section label speaker asker stance stage kind month quarter year'.split(' '),
    ],
  ])('%j', (query, offered) => {
    expect(complete(query).map(({ insert }) => insert)).toEqual(offered);
  });

  it('says what it is, and how many questions have it', () => {
    expect(complete('label:核|')).toEqual([
      {
        from: 6,
        to: 7,
        insert: '核心問題',
        opens: false,
        kind: 'value',
        term: { field: 'label', value: '核心問題' },
        count: 100,
      },
    ]);
    expect(complete('\nview 矩|')).toEqual([
      {
        from: 6,
        to: 7,
        insert: 'matrix',
        opens: false,
        kind: 'word',
        list: 'view',
        word: 'matrix',
      },
    ]);
  });

  it('is no more than a screen of values, the commonest first', () => {
    const many = known(Array.from({ length: 20_000 }, (_, at) => `label ${String(at)}`));
    const context = { ...CONTEXT, valuesOf: () => many };
    const offered = completeQuery('label:LABEL', 11, context);
    expect(offered).toHaveLength(MOST_COMPLETIONS);
    expect(offered[0]?.insert).toBe('"label 0"');
    const [only, ...others] = completeQuery('label:19999', 11, context);
    expect([only?.insert, others]).toEqual(['"label 19999"', []]);
  });

  it('has to stand there where the query is none without it', () => {
    const isDue = (marked: string): boolean | undefined => {
      const at = marked.indexOf('|');
      return completionPlace(marked.replace('|', ''), at)?.isDue;
    };
    const due = ['label:|', '-|', '(|', 'a OR |', 'group by |', 'show |', 'show a, |', 'preset |'];
    expect(due.filter((marked) => isDue(marked) !== true)).toEqual([]);
    const free = ['|', 'a |', 'label:a |', 'group by label |', 'show label |', 'scope note |'];
    expect(free.filter((marked) => isDue(marked) !== false)).toEqual([]);
  });

  it('is nothing in a line or a query that nobody writes by hand', () => {
    expect(complete(`${'word '.repeat(400)}la|`)).toEqual([]);
    expect(complete(`${'word\n'.repeat(12_000)}la|`)).toEqual([]);
    expect(complete(`${'word\n'.repeat(1000)}la|`)).toHaveLength(2);
  });
});

describe('a suggestion that is taken', () => {
  /** What is wrong, where it stands counted from the query's end, so that an edit before it does not matter. */
  function wrongIn(marked: string): ReadonlyMap<string, number> {
    const query = marked.replace('|', '');
    const found = new Map<string, number>();
    for (const { code, word } of readQuery(query, CONTEXT).problems) {
      const key = `${code} ${word}`;
      found.set(key, (found.get(key) ?? 0) + 1);
    }
    return found;
  }

  function newlyWrong(before: string, after: string): readonly string[] {
    const known = wrongIn(before);
    return [...wrongIn(after)].flatMap(([key, count]) =>
      count > (known.get(key) ?? 0) ? [key] : [],
    );
  }

  /** With the likeliest values behind what needs one; a number where none is offered. */
  function whole(marked: string, suggestion: QueryCompletion): readonly string[] {
    const after = taken(marked, suggestion);
    if (!suggestion.opens) return [after];
    const next = complete(after).filter(({ opens }) => !opens);
    return next.length === 0
      ? [after.replace('|', '5|')]
      : next.slice(0, 3).map((each) => taken(after, each));
  }

  const piece = fc.constantFrom(
    ...[' ', ' ', '\n', '-', '(', ')', '"', '“', '”', '\\', '\\\n', '#', ':', '：', ',', '='],
    ...[
      'OR ',
      'la',
      'label:',
      'label:算',
      '"real',
      'is:',
      'unt',
      'stage:in',
      'tag:',
      'note:',
      'date:',
    ],
    ...[
      'prop:',
      'status=',
      'missing:',
      'section:',
      'speaker:(',
      'cost',
      '算力',
      'foo:',
      'has:label',
    ],
    ...[
      'gr',
      'group by ',
      'label',
      ' reverse',
      'sort by ',
      'limit ',
      '5',
      'view ',
      'show ',
      'hide ',
    ],
    ...['scope ', 'folder ', 'note ', 'Lab', 'preset ', 'Outward', 'explain', '  ', '\t', '\r\n'],
  );
  const query = fc
    .tuple(fc.array(piece, { maxLength: 9 }), fc.array(piece, { maxLength: 5 }))
    .map(([before, after]) => `${before.join('')}|${after.join('')}`);

  it('is read without anything new that is wrong', () => {
    let taking = 0;
    fc.assert(
      fc.property(query, (marked) => {
        for (const suggestion of complete(marked)) {
          for (const after of whole(marked, suggestion)) {
            taking += 1;
            expect([after, newlyWrong(marked, after)]).toEqual([after, []]);
          }
        }
      }),
      { numRuns: 4000 },
    );
    expect(taking).toBeGreaterThan(10_000);
  });

  it('is read as the value that it names', () => {
    fc.assert(
      fc.property(query, (marked) => {
        for (const suggestion of complete(marked)) {
          if (suggestion.kind !== 'value') continue;
          const after = taken(marked, suggestion).replace('|', '');
          const terms = [...termsIn(readQuery(after, CONTEXT).query.filter)];
          expect([after, terms]).toEqual([after, expect.arrayContaining([suggestion.term])]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is not offered again once it stands there', () => {
    fc.assert(
      fc.property(query, (marked) => {
        for (const suggestion of complete(marked)) {
          if (suggestion.opens) continue;
          const again = complete(taken(marked, suggestion)).map(({ insert }) => insert);
          expect(again).not.toContain(suggestion.insert);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
