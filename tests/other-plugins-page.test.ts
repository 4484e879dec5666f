// The page «With other plugins» in both languages: its snippets name tags that this plugin writes, and are what their
// languages read. Whether the plugins that they are for find anything is not tested here: they need their host.
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findStage, findStance, DEFAULT_TAXONOMY } from '../src/core/model/taxonomy';

const PAGES = ['docs/with-other-plugins.md', 'docs/with-other-plugins.zh-TW.md'] as const;
const SNIPPET = /^```(\w+)\n(.*?)^```$/gms;

interface Snippet {
  readonly language: string;
  readonly text: string;
}

const snippetsOf = (page: string): readonly Snippet[] =>
  Array.from(readFileSync(page, 'utf8').matchAll(SNIPPET), ([, language = '', text = '']) => ({
    language,
    text,
  }));

/** Without what is written for readers: names in quotes, and the name of a view. */
const bare = ({ language, text }: Snippet): string => {
  const unnamed = text.replace(/"([^"\n]*)"/g, (quoted, name: string) =>
    /^(?:#|@|question| $)/.test(name) ? quoted : '""',
  );
  return `${language}\n${unnamed.replace(/name: .*/g, 'name:')}`;
};

/** `question/inward`, `question/inward/anomaly` and the like. */
const tagsIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(/\bquestion(?:\/[a-z]+)+/g), ([tag]) => tag);

function isKnown(tag: string): boolean {
  const [root, stanceId = '', stageId] = tag.split('/');
  const stance = findStance(DEFAULT_TAXONOMY, stanceId);
  if (root !== DEFAULT_TAXONOMY.root || !stance) return false;
  return stageId === undefined || findStage(stance, stageId) !== null;
}

describe.each(PAGES)('%s', (page) => {
  const snippets = snippetsOf(page);

  it('has the same snippets in each language, but for the names that readers see', () => {
    expect(new Set(snippets.map(({ language }) => language))).toEqual(
      new Set(['query', 'yaml', 'dataview', 'datacorejsx']),
    );
    expect(snippets.map(bare)).toEqual(snippetsOf(PAGES[0]).map(bare));
  });

  it('names tags of stances and stages that there are', () => {
    const named = tagsIn(readFileSync(page, 'utf8'));
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((tag) => !isKnown(tag))).toEqual([]);
  });

  it('adds up every stage of a stance in the formulas of the base, and shows what it works out', () => {
    const text = snippets.find(({ language }) => language === 'yaml')?.text ?? '';
    const base = parse(text) as {
      readonly formulas: Readonly<Record<string, string>>;
      readonly views: readonly { readonly order: readonly string[] }[];
    };
    const keys = DEFAULT_TAXONOMY.stances.map(({ id }) => id);
    expect(Object.keys(base.formulas)).toEqual(keys);
    for (const { id, stages } of DEFAULT_TAXONOMY.stances) {
      expect(tagsIn(base.formulas[id] ?? '')).toEqual(
        stages.map((stage) => `question/${id}/${stage.id}`),
      );
    }
    expect(base.views[0]?.order).toEqual(['file.name', ...keys.map((key) => `formula.${key}`)]);
  });

  it('has a view for Datacore that is JSX', () => {
    const { text = '' } = snippets.find(({ language }) => language === 'datacorejsx') ?? {};
    const { diagnostics, outputText } = ts.transpileModule(`(dc) => { ${text} }`, {
      reportDiagnostics: true,
      fileName: 'view.jsx',
      compilerOptions: { jsx: ts.JsxEmit.React, target: ts.ScriptTarget.ES2022 },
    });
    expect(diagnostics?.map(({ messageText }) => messageText)).toEqual([]);
    expect(outputText).toContain('createElement(dc.Table');
  });
});
