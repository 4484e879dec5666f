import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QuestionIndex } from '../../../../../src/core/index/question-index';
import { DEFAULT_TAXONOMY, type Language } from '../../../../../src/core/model/taxonomy';
import {
  ColumnStore,
  formatFilter,
  orderRows,
  parseFilter,
  readQuery,
} from '../../../../../src/core/query';
import { stringsFor } from '../../../../../src/i18n';
import { DEFAULT_SETTINGS } from '../../../../../src/settings/schema';
import { cellBeside } from '../../../../../src/ui/dashboard/compare/compare-keys';
import {
  cellShare,
  cellTip,
  cellArrow,
  shadeOf,
  shareText,
  type ShownTable,
  shownTable,
} from '../../../../../src/ui/dashboard/model/compare/table-look';
import { tablePicture } from '../../../../../src/ui/dashboard/model/compare/table-picture';
import type { PictureLook } from '../../../../../src/ui/dashboard/model/drawing';
import {
  tableAsMarkdown,
  tableAsTsv,
} from '../../../../../src/ui/dashboard/model/compare/table-text';
import { DashboardModel } from '../../../../../src/ui/dashboard/model/dashboard-model';
import {
  DEFAULT_STATE,
  type Numbers,
  renameInState,
  withView,
} from '../../../../../src/ui/dashboard/state/dashboard-state';
import { stateOfQuery } from '../../../../../src/ui/dashboard/state/state-query';
import { askersTable, compared } from '../../../../core/query/comparing/compared';
import { note } from '../../../../core/query/note-sketch';

const byName = (a: string, b: string): number => (a < b ? -1 : 1);

function tableOf(
  language: Language,
  numbers: Numbers = 'share',
  comparison = askersTable(),
): ShownTable {
  const rows = [...orderRows(comparison, 'difference', byName)];
  if (comparison.none) rows.push(comparison.none);
  const words = { taxonomy: DEFAULT_TAXONOMY, language, strings: stringsFor(language) };
  return shownTable(comparison, rows, numbers, words);
}

/** XML 1.0, section 2.2: what a document may hold. */
function isXml(code: number): boolean {
  if (code < 0x20) return [0x09, 0x0a, 0x0d].includes(code);
  return code < 0xd800 || (code > 0xdfff && code !== 0xfffe && code !== 0xffff);
}

describe('a cell of the comparison', () => {
  const table = tableOf('en');
  const [ilya, dwarkesh] = table.rows;

  it.each([
    [0, '0%'],
    [0.004, '<1%'],
    [0.005, '1%'],
    [0.495, '50%'],
    [0.996, '100%'],
    [1, '100%'],
  ])('of share %d reads «%s»', (share, text) => {
    expect(shareText(share, table.words)).toBe(text);
  });

  it('says who asks what how often, and what would be expected', () => {
    expect(ilya && cellTip(table, ilya, 1)).toBe(
      'Ilya Sutskever › Fundamental difference\n50% ▲ 19 of 38 questions\nClearly more than the others\nIf all asked alike: about 7\nPress to list these questions',
    );
    expect(dwarkesh && cellTip(table, dwarkesh, 0)).toBe(
      'Dwarkesh Patel › Observed anomaly\n0 ▼ of 52 questions\nNever asked\nClearly less than the others\nIf all asked alike: about 6',
    );
    expect(cellTip(table, table.comparison.all, 6)).toBe(
      'All › Ultimate philosophy\n7% 14 of 190 questions\nPress to list these questions',
    );
  });

  it('leans with its sign, and is as deep as its number', () => {
    expect(ilya && [0, 1, 3].map((at) => cellArrow(table, ilya, at))).toEqual(['', '▲', '▼']);
    expect(ilya && shadeOf(table, ilya, 1)).toBe(1);
    expect(ilya && cellShare(ilya, 0, table.words)).toBe('16%');
    const counts = tableOf('en', 'count');
    expect(counts.most).toBe(19);
    expect(shadeOf(counts, counts.comparison.all, 0)).toBe(1);
  });
});

describe('the table as text', () => {
  it('is Markdown as it is shown', () => {
    expect(tableAsMarkdown(tableOf('zh-TW')).split('\n').slice(0, 4)).toEqual([
      '| 提問者 | 向內挖掘 › 觀察異常 | 向內挖掘 › 根本差異 | 向內挖掘 › 新研究方向 | 向外架橋 › 釐清定義 | 向外架橋 › 建立類比 | 向外架橋 › 挑戰現實限制 | 向外架橋 › 探討終極哲學 | 題數 |',
      '| --- | --: | --: | --: | --: | --: | --: | --: | --: |',
      '| Ilya Sutskever | 16% (6) | 50% (19) | 24% (9) | 0% (0) | 11% (4) | 0% (0) | 0% (0) | 38 |',
      '| Dwarkesh Patel | 0% (0) | 0% (0) | 0% (0) | 31% (16) | 21% (11) | 37% (19) | 12% (6) | 52 |',
    ]);
  });

  it('is TSV of counts, whatever is shown', () => {
    const lines = tableAsTsv(tableOf('en')).split('\n');
    expect(lines.slice(-4)).toEqual([
      'Tomas Reyes\t4\t3\t3\t6\t2\t5\t1\t24',
      'No asker\t2\t3\t1\t3\t2\t2\t1\t14',
      'All\t22\t35\t19\t36\t31\t33\t14\t190',
      '',
    ]);
    expect(tableAsTsv(tableOf('en', 'count'))).toBe(lines.join('\n'));
  });
});

describe('the picture of the table', () => {
  const look: PictureLook = {
    ground: [255, 255, 255],
    text: [0, 0, 0],
    font: 'Inter, "Noto Sans"',
    colorOf: (name) => (name === 'blue' ? [0, 0, 255] : [255, 128, 0]),
    widthOf: (text, size) => text.length * size * 0.6,
  };

  it('has each number, each name whole, and room for all of it', () => {
    const { svg, width, height } = tablePicture(tableOf('zh-TW'), look);
    const texts = Array.from(svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g), ([, text]) => text);
    for (const text of [
      'Ilya Sutskever',
      '50% ▲',
      '0 ▼',
      '190',
      '向外架橋',
      '沒有提問者',
      '全部',
    ]) {
      expect(texts).toContain(text);
    }
    expect(texts.join('')).toContain('面對資金、算力、時間與對手，它怎麼站得住？');
    const [xs, ys] = ['x', 'y'].map((axis) =>
      Array.from(svg.matchAll(new RegExp(` ${axis}="([\\d.]+)"`, 'g')), ([, at]) => Number(at)),
    );
    expect(Math.max(...(xs ?? []))).toBeLessThan(width);
    expect(Math.max(...(ys ?? []))).toBeLessThan(height);
  });

  it('is XML, whatever the names are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (speaker) => {
        const asked = { text: 'Why?', tag: 'inward/anomaly', speaker };
        const { svg } = tablePicture(
          tableOf('en', 'count', compared([note('a.md', [asked])])),
          look,
        );
        const within = svg.replace(
          /<\/?(?:svg|title|rect|circle|path|text)(?: [\w:-]+="[^"<]*")*\/?>/g,
          '',
        );
        expect(within).not.toMatch(/[<>]|&(?!#\d+;)/);
        expect(Array.from(within).filter((sign) => !isXml(sign.codePointAt(0) ?? 0))).toEqual([]);
      }),
    );
  });
});

describe('a key on the comparison', () => {
  const last = { row: 30, column: 8 };
  it.each([
    ['ArrowDown', {}, [6, 4]],
    ['ArrowUp', {}, [4, 4]],
    ['ArrowRight', {}, [5, 5]],
    ['ArrowLeft', {}, [5, 3]],
    ['PageDown', {}, [15, 4]],
    ['PageUp', {}, [0, 4]],
    ['Home', {}, [5, 0]],
    ['End', {}, [5, 8]],
    ['Home', { mod: true }, [0, 0]],
    ['End', { mod: true }, [30, 8]],
  ] as const)('%s %j goes to %j', (name, held, [row, column]) => {
    const press = { name, mod: false, alt: false, ...held };
    expect(cellBeside({ row: 5, column: 4 }, press, last, false)).toEqual({ row, column });
  });

  it('goes the other way from right to left, nowhere beyond the edge, and with Alt not at all', () => {
    const press = { name: 'ArrowRight', mod: false, alt: false };
    expect(cellBeside({ row: 5, column: 4 }, press, last, true)).toEqual({ row: 5, column: 3 });
    expect(cellBeside(last, press, last, false)).toEqual(last);
    expect(cellBeside(last, { ...press, alt: true }, last, false)).toBeNull();
    expect(cellBeside(last, { ...press, name: 'a' }, last, false)).toBeNull();
  });
});

describe('the view', () => {
  const byAsker = [{ by: 'asker', reverse: false }];

  it('has askers for rows where nothing is asked for, and leaves the list as it was', () => {
    const shown = withView(DEFAULT_STATE, 'compare');
    expect(shown.groups).toEqual(byAsker);
    expect(withView(shown, 'list')).toEqual(DEFAULT_STATE);
    const byLabel = { ...DEFAULT_STATE, groups: [{ by: 'label', reverse: true }] } as const;
    expect(withView(byLabel, 'compare').groups).toEqual(byLabel.groups);
    expect(withView(withView(byLabel, 'compare'), 'list').groups).toEqual(byLabel.groups);
  });

  it('is asked for in words', () => {
    const { query, problems } = readQuery('view compare\ngroup by folder');
    expect(problems).toEqual([]);
    expect(stateOfQuery(query, null)).toMatchObject({
      view: 'compare',
      groups: [{ by: 'folder' }],
    });
  });

  it('keeps its ticks of notes that are renamed', () => {
    const comparing = { ...DEFAULT_STATE.comparing, ticked: ['a/b.md'] };
    const rename = (path: string) => path.replace(/^a\//, 'c/');
    expect(renameInState({ ...DEFAULT_STATE, comparing }, rename).comparing.ticked).toEqual([
      'c/b.md',
    ]);
    const byName = {
      ...DEFAULT_STATE,
      comparing,
      groups: [{ by: 'label', reverse: false }],
    } as const;
    expect(renameInState(byName, rename).comparing.ticked).toEqual(['a/b.md']);
  });

  it('counts the table without the pressed cell, and counts nothing anew for it', () => {
    const index = new QuestionIndex((notice) => notice());
    index.put(
      note('a.md', [
        { text: 'a', tag: 'inward/anomaly', speaker: 'Ilya' },
        { text: 'b', tag: 'outward/limits', speaker: 'Lex' },
      ]),
    );
    const model: DashboardModel = new DashboardModel({
      columns: new ColumnStore(),
      index,
      settings: { get: () => DEFAULT_SETTINGS, subscribe: () => () => undefined },
      navigate: (state) => model.show(state),
      keep: () => undefined,
    });
    model.setView('compare');
    const before = model.shown.comparison.value;
    expect(before.rows.map(({ key }) => key)).toEqual(['Ilya', 'Lex']);
    model.setFilter(parseFilter('asker:Ilya stage:inward/anomaly').filter);
    expect(model.shown.comparison.value).toBe(before);
    expect(model.shown.totals.value.total).toBe(1);
    model.setFilter(parseFilter('asker:Ilya asker:Max').filter);
    expect(model.shown.comparison.value.rows.map(({ key }) => key)).toEqual(['Ilya']);
    expect(formatFilter(model.state.value.filter)).toBe('asker:Ilya asker:Max');
  });
});
