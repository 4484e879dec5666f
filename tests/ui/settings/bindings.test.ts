import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/core/model/taxonomy';
import { DEFAULT_SETTINGS, migrate, serialize, type Settings } from '../../../src/settings/schema';
import { activeTaxonomy } from '../../../src/settings/taxonomies';
import {
  changeSetting,
  isNameTaken,
  readSetting,
  splitTags,
  stanceKey,
} from '../../../src/ui/settings/bindings';

function changed(key: string, value: unknown, from: Settings = DEFAULT_SETTINGS): Settings {
  return { ...from, ...changeSetting(from, key, value, 'zh-TW') };
}

describe('the settings tab’s controls', () => {
  it.each([
    ['scope.mode', 'vault'],
    ['scope.tags', 'essay, interview/long'],
    ['scope.wantCheckbox', false],
    ['scope.checkbox', 'Done  2'],
    ['scope.checkboxValue', 'not-ticked'],
    ['mark.root', '提問'],
    ['mark.style', 'comment'],
    ['lists.showEmbedded', true],
    ['lists.showUnmarked', true],
    ['notes.leaveOutExcluded', false],
    ['notes.followLinks', true],
    ['notes.dateProperties', 'Aired on, created'],
    ['notes.dateProperties', ''],
    ['notes.askersProperty', 'Asked by'],
    ['suggest.mode', 'proposals'],
    ['editor.sign', 'always'],
    ['editor.trigger', '；；'],
    ['editor.readingClick', 'search'],
    ['editor.readingComments', true],
    [stanceKey.color('inward'), 'purple'],
    [stanceKey.label('outward'), '往外'],
    [stanceKey.stageLabel('outward', 'limits'), '限制'],
    [stanceKey.place('inward'), '2'],
    [stanceKey.stagePlace('outward', 'limits'), '1'],
  ])('%s reads back what was set, and the settings stay valid', (key, value) => {
    const settings = changed(key, value);
    expect(readSetting(settings, key, 'zh-TW')).toBe(value);
    expect(readSetting(DEFAULT_SETTINGS, key, 'zh-TW')).not.toBe(value);
    expect(migrate(serialize(settings))).toMatchObject({ settings, faulty: [] });
  });

  it('renames in the interface’s language alone', () => {
    const settings = changed(stanceKey.stageLabel('inward', 'anomaly'), '怪事');
    expect(activeTaxonomy(settings).stances[0]?.stages[0]?.label).toEqual({
      en: 'Observed anomaly',
      'zh-TW': '怪事',
      zh: '观察异常',
    });
  });

  it('gives the original name back for an empty one', () => {
    const key = stanceKey.label('inward');
    expect(changed(key, '  ', changed(key, '往內'))).toEqual(DEFAULT_SETTINGS);
  });

  it.each([
    ['another stance’s name', '向外架橋', undefined, true],
    ['another stance’s name in spaces', ' 向外架橋 ', undefined, true],
    ['its own name', '向內挖掘', undefined, false],
    ['another stance’s name in another language', 'Bridging outward', undefined, false],
    ['nothing', '', undefined, false],
    ['another stage’s name', '根本差異', 'anomaly', true],
    ['a name of another stance’s stages', '建立類比', 'anomaly', false],
  ])('says whether a name is taken: %s', (_what, typed, stage, taken) => {
    expect(isNameTaken(DEFAULT_SETTINGS, typed, 'inward', stage, 'zh-TW')).toBe(taken);
  });

  it('knows that the original name, which nothing stands for, may be taken too', () => {
    const settings = changed(stanceKey.label('outward'), '向內挖掘');
    expect(isNameTaken(settings, ' ', 'inward', undefined, 'zh-TW')).toBe(true);
  });

  it('finds the checkbox again after it was not asked for', () => {
    const without = changed('scope.wantCheckbox', false);
    expect(changed('scope.wantCheckbox', true, without).scope.checkbox).toBe('Checkbox 1');
  });

  it.each([
    ['an unknown key', 'scope.nothing', 1],
    ['an unknown mode', 'scope.mode', 'sometimes'],
    ['a tag with a space', 'scope.tags', 'essay, my article'],
    ['an empty checkbox name', 'scope.checkbox', '  '],
    ['an unknown sign', 'editor.sign', 'sometimes'],
    ['a trigger with a space', 'editor.trigger', '; ;'],
    ['a long trigger', 'editor.trigger', ';;;;;;;;;'],
    ['an unknown click', 'editor.readingClick', 'nothing'],
    ['a colour that is none', stanceKey.color('inward'), 'beige'],
  ])('changes nothing for %s', (_what, key, value) => {
    expect(changed(key, value)).toEqual(DEFAULT_SETTINGS);
  });

  it.each([
    ['my-article', ['my-article']],
    ['#a, #b/c', ['a', 'b/c']],
    ['甲、乙，丙', ['甲', '乙', '丙']],
    ['my article, b', ['my article', 'b']],
    ['a, a,, ', ['a']],
    ['a/', ['a']],
    ['', []],
  ])('reads tags from “%s”', (typed, tags) => {
    expect(splitTags(typed)).toEqual(tags);
  });
});

describe('what a stage asks and its stems', () => {
  const asks = stanceKey.asks('inward', 'anomaly');
  const stems = stanceKey.stems('inward', 'anomaly');
  const read = (settings: Settings, key: string, language: Language = 'en') =>
    readSetting(settings, key, language);
  const typed = (
    key: string,
    value: string,
    language: Language = 'en',
    before = DEFAULT_SETTINGS,
  ) => ({
    ...before,
    ...changeSetting(before, key, value, language),
  });

  it('are read as they ship', () => {
    expect(read(DEFAULT_SETTINGS, asks)).toContain('What happens that should not');
    expect(String(read(DEFAULT_SETTINGS, stems, 'zh-TW')).split('\n')).toHaveLength(5);
  });

  it('are changed in the interface’s language alone, and are the original ones again when emptied', () => {
    const own = typed(asks, ' 哪裡怪？ ', 'zh-TW');
    expect(read(own, asks, 'zh-TW')).toBe('哪裡怪？');
    expect(read(own, asks)).toBe(read(DEFAULT_SETTINGS, asks));
    expect(typed(asks, '', 'zh-TW', own)).toEqual(DEFAULT_SETTINGS);
    const begun = typed(stems, 'Why ____?\n\nSo?', 'en', own);
    expect(read(begun, stems)).toBe('Why __?\nSo?');
    expect(read(begun, stems, 'zh')).toBe(read(DEFAULT_SETTINGS, stems, 'zh'));
    expect(typed(stems, ' ', 'en', begun)).toEqual(own);
  });

  it('keep nothing of what ships', () => {
    const shipped = String(read(DEFAULT_SETTINGS, stems));
    expect(typed(stems, `${shipped}\n`)).toEqual(DEFAULT_SETTINGS);
  });

  it('of the user’s own stage are what other languages fall back to', () => {
    const taxonomy = activeTaxonomy(DEFAULT_SETTINGS);
    const stages = [{ id: 'one', label: { en: 'One' }, asks: { en: '' } }];
    const [stance] = taxonomy.stances;
    const stances = stance ? [{ ...stance, id: 'own', stages }] : [];
    const before = { ...DEFAULT_SETTINGS, taxonomies: [{ ...taxonomy, stances }] };
    const own = typed(stanceKey.asks('own', 'one'), '什麼？', 'zh-TW', before);
    expect(read(own, stanceKey.asks('own', 'one'))).toBe('什麼？');
  });

  it.each([stanceKey.asks('gone', 'one'), stanceKey.stems('inward', 'gone'), 'stance:inward:asks'])(
    'changes nothing for %s, which is not there',
    (key) => {
      expect(typed(key, 'What?')).toEqual(DEFAULT_SETTINGS);
    },
  );
});
