// Typing marks, walking questions and reviewing them across notes, on the built plugin; real keys, bytes on disk.
import { afterEach, describe, expect, it } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

let ground: Playground | null = null;

async function open(notes: Record<string, string>, options: PlaygroundOptions = {}) {
  // What is suggested has tests of its own: here the choices stand in the taxonomy's order.
  const data = { version: 2, suggest: { mode: 'off' } };
  ground = await openPlayground({ notes, data, ...options });
  return ground;
}

/** The note's text once what is written so far is saved. A tagging may still be under way: ask until it is there. */
async function onDisk(playground: Playground, path: string): Promise<string> {
  await playground.settle();
  return playground.readNote(path);
}

afterEach(async () => {
  expect(ground?.errors ?? []).toEqual([]);
  await ground?.close();
  ground = null;
});

/** Opens `note.md` and puts the cursor behind `text`. */
async function writeBehind(playground: Playground, text: string): Promise<void> {
  await playground.openNote('note.md');
  await playground.page.evaluate((wanted) => {
    const { editor } = (window as unknown as HostWindow).playground.app.workspace.activeEditor;
    editor.focus();
    editor.setCursor(editor.offsetToPos(editor.getValue().indexOf(wanted) + wanted.length));
  }, text);
}

const choices = ({ page }: Playground) => page.locator('.suggestion-container .suggestion-item');
/** What they are called, without what they ask. */
const names = ({ page }: Playground) =>
  page.locator('.suggestion-container .question-stance-pick-text > :first-child');

describe('a mark that is typed', () => {
  it.each([
    ['the tag’s beginning', 'Why?\n', 'Why?', ' #ques', 'Why? #question/inward/anomaly\n'],
    ['the trigger', '為什麼？因為。\n', '？', ';;', '為什麼？ #question/inward/anomaly 因為。\n'],
    [
      'the trigger of an input method',
      '為什麼？\n',
      '？',
      '；；',
      '為什麼？ #question/inward/anomaly\n',
    ],
    ['English words', 'Why?\n', 'Why?', ';;real lim', 'Why? #question/outward/limits\n'],
    [
      'Chinese words',
      '- 「為什麼？」 ^id\n',
      '」',
      ';;類比',
      '- 「為什麼？」 #question/outward/analogy ^id\n',
    ],
    ['«not a question»', 'Why?\n', 'Why?', ';;not a', 'Why? #question/skip\n'],
    [
      'the tag without a space',
      '為什麼？因為。\n',
      '？',
      '#ques',
      '為什麼？ #question/inward/anomaly 因為。\n',
    ],
  ])('is offered by %s and written by Enter', async (_what, text, behind, typed, expected) => {
    const playground = await open({ 'note.md': text }, { lang: 'zh-TW' });
    await writeBehind(playground, behind);
    await playground.page.keyboard.type(typed, { delay: 5 });
    await choices(playground).first().waitFor();
    await playground.page.keyboard.press('Enter');
    await expect.poll(() => onDisk(playground, 'note.md')).toBe(expected);
    await expect.poll(() => choices(playground).count()).toBe(0);
    await playground.page.keyboard.press('Control+z');
    await expect
      .poll(() => onDisk(playground, 'note.md'))
      .toBe(text.replace(behind, `${behind}${typed}`));
  });

  it.each([
    ['12', 'Why? #question/inward/difference So.\n', ' So.\n', ';;'],
    ['24', '為什麼？ #question/outward/philosophy 因為。\n', '因為。\n', '；；'],
    ['20', '為什麼？ #question/outward\n', '\n', '；；'],
  ])('is written by its two digits: %s', async (digits, expected, rest, trigger) => {
    const question = expected.slice(0, expected.search(/[?？]/) + 1);
    const playground = await open({ 'note.md': question + rest });
    await writeBehind(playground, question);
    await playground.page.keyboard.type(trigger + digits, { delay: 30 });
    await expect.poll(() => onDisk(playground, 'note.md')).toBe(expected);
    // The editor's undo gives the digits back, and they stay.
    await playground.page.keyboard.press('Control+z');
    const typed = question + trigger + digits + rest;
    await expect.poll(() => onDisk(playground, 'note.md')).toBe(typed);
    await playground.page.waitForTimeout(300);
    await expect.poll(() => onDisk(playground, 'note.md')).toBe(typed);
  });

  it('is offered by the first digit, in the order of the second', async () => {
    const playground = await open({ 'note.md': 'Why?\n' });
    await writeBehind(playground, 'Why?');
    await playground.page.keyboard.type(';;1', { delay: 30 });
    await expect
      .poll(() => names(playground).allTextContents())
      .toEqual([
        'Digging inward',
        'Digging inward › Observed anomaly',
        'Digging inward › Fundamental difference',
        'Digging inward › New direction',
      ]);
  });

  it('is offered beside a list that another plugin keeps open on tasks', async () => {
    const text = '- [ ] Why? 📅 2026-12-01\n';
    const playground = await open({ 'note.md': text });
    const { page } = playground;
    await page.evaluate(() => {
      const suggestEl = document.body.createDiv({ cls: 'suggestion-container' });
      suggestEl.createDiv({ cls: 'suggestion-item', text: '⏎' });
      suggestEl.remove();
      const other = {
        isOpen: false,
        suggestEl,
        trigger(editor: { getLine(line: number): string; getCursor(): { line: number } }) {
          if (!editor.getLine(editor.getCursor().line).startsWith('- [ ]')) return false;
          other.isOpen = true;
          document.body.append(suggestEl);
          return true;
        },
        close() {
          other.isOpen = false;
          suggestEl.remove();
        },
      };
      const { workspace } = (window as unknown as HostWindow).playground.app;
      workspace.editorSuggest.addSuggest(other);
    });
    await writeBehind(playground, 'Why?');
    await page.keyboard.type(' ');
    await expect.poll(() => choices(playground).allTextContents()).toEqual(['⏎']);
    await page.keyboard.type(';;', { delay: 30 });
    await expect.poll(() => choices(playground).first().textContent()).toContain('Digging inward');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => onDisk(playground, 'note.md'))
      .toBe('- [ ] Why? #question/inward/anomaly 📅 2026-12-01\n');
  });

  it.each([
    ['gives way to a mark’s behind a question', 'Why?', ' #', 'Digging inward › Observed anomaly'],
    ['is there for another tag behind one', 'Why?', ' #quiz', '#quizzes'],
    ['is there behind a statement', 'So.', ' #q', '#quizzes'],
  ])('where Obsidian’s completion of tags %s', async (_what, behind, typed, first) => {
    const notes = { 'note.md': 'Why?\n\nSo.\n', 'other.md': '#quizzes #question/skip\n' };
    const playground = await open(notes);
    await writeBehind(playground, behind);
    await playground.page.keyboard.type(typed, { delay: 5 });
    await expect
      .poll(() => choices(playground).first().textContent())
      .toMatch(new RegExp(`^${first}`));
    await expect.poll(() => playground.page.locator('.suggestion-container').count()).toBe(1);
  });

  it('leaves the completion of tags as it was when the plugin goes', async () => {
    const playground = await open({ 'note.md': 'Why?\n', 'other.md': '#quizzes\n' });
    await playground.page.evaluate(() => {
      (window as unknown as HostWindow).playground.unloadPlugin();
    });
    await writeBehind(playground, 'Why?');
    await playground.page.keyboard.type(' #', { delay: 5 });
    await expect.poll(() => choices(playground).allTextContents()).toEqual(['#quizzes']);
  });

  it('is offered by a trigger of the user’s, and by the usual one no more', async () => {
    const data = { version: 1, editor: { trigger: '//' } };
    const playground = await open({ 'note.md': 'Why?\n' }, { data });
    await writeBehind(playground, 'Why?');
    await playground.page.keyboard.type(';;', { delay: 5 });
    await playground.page.waitForTimeout(400);
    await expect.poll(() => choices(playground).count()).toBe(0);
    await playground.page.keyboard.press('Backspace');
    await playground.page.keyboard.press('Backspace');
    await playground.page.keyboard.type('//lim', { delay: 5 });
    await choices(playground).first().waitFor();
    await playground.page.keyboard.press('Enter');
    await expect.poll(() => onDisk(playground, 'note.md')).toBe('Why? #question/outward/limits\n');
  });

  it('is offered behind a question that was typed in the same breath', async () => {
    const playground = await open({ 'note.md': 'So it is.\n' });
    await writeBehind(playground, 'is.');
    await playground.page.keyboard.type(' But why?;;lim');
    await choices(playground).first().waitFor();
    await playground.page.keyboard.press('Enter');
    await expect
      .poll(() => onDisk(playground, 'note.md'))
      .toBe('So it is. But why? #question/outward/limits\n');
  });

  it.each(['類比', '类比', 'analogy'])('is found by “%s” in English', async (words) => {
    const playground = await open({ 'note.md': 'Why?\n' }, { lang: 'en' });
    await writeBehind(playground, 'Why?');
    await playground.page.keyboard.type(`;;${words}`, { delay: 5 });
    await expect
      .poll(() => names(playground).allTextContents())
      .toEqual(['Bridging outward › Build an analogy']);
    await playground.page.keyboard.press('Enter');
    await expect.poll(() => onDisk(playground, 'note.md')).toBe('Why? #question/outward/analogy\n');
  });

  it('is taken back by «undo last tagging», and made again', async () => {
    const text = '甲？ #question/skip\n為什麼？因為。\n';
    const playground = await open({ 'note.md': text }, { lang: 'zh-TW' });
    await writeBehind(playground, '為什麼？');
    await playground.page.keyboard.type(';;類比', { delay: 5 });
    await choices(playground).first().waitFor();
    await playground.page.keyboard.press('Enter');
    const tagged = text.replace('為什麼？', '為什麼？ #question/outward/analogy ');
    await expect.poll(() => onDisk(playground, 'note.md')).toBe(tagged);
    await playground.runCommand('undo-tagging');
    await expect.poll(() => onDisk(playground, 'note.md')).toBe(text);
    await playground.runCommand('redo-tagging');
    await expect.poll(() => onDisk(playground, 'note.md')).toBe(tagged);
  });

  it.each([
    ['code', '`Why?`', 'Why?'],
    ['a code block', '```\nWhy?\n```', 'Why?'],
    ['maths', '$$\na?\n$$', 'a?'],
    ['properties', '---\na: b?\n---\n', 'b?'],
    ['a statement', 'So it is.', 'is.'],
  ])('is not offered in %s', async (_what, text, behind) => {
    const playground = await open({ 'note.md': text });
    await writeBehind(playground, behind);
    await playground.page.keyboard.type(' ;;', { delay: 5 });
    // Longer than the pause after which the note is read for it.
    await playground.page.waitForTimeout(400);
    await expect.poll(() => choices(playground).count()).toBe(0);
  });

  it('is found by a word that an input method composes, whose Enter writes nothing', async () => {
    const playground = await open({ 'note.md': '為什麼？\n' }, { lang: 'zh-TW' });
    const { page } = playground;
    await writeBehind(playground, '？');
    await page.keyboard.type(';;', { delay: 5 });
    await choices(playground).first().waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', {
      text: '類比',
      selectionStart: 2,
      selectionEnd: 2,
    });
    // Longer than the pause after which the note is read: a reading must not end the composition.
    await page.waitForTimeout(400);
    await page.evaluate(() => {
      const enter = { key: 'Enter', code: 'Enter', keyCode: 229, isComposing: true, bubbles: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', enter));
    });
    await session.send('Input.insertText', { text: '類比' });
    await expect.poll(() => onDisk(playground, 'note.md')).toBe('為什麼？;;類比\n');
    await expect.poll(() => choices(playground).count()).toBe(1);
    await page.keyboard.press('Enter');
    await expect
      .poll(() => onDisk(playground, 'note.md'))
      .toBe('為什麼？ #question/outward/analogy\n');
  });

  it('looks like this', async () => {
    const playground = await open({ 'note.md': '為什麼？\n' }, { lang: 'zh-TW', theme: 'dark' });
    await writeBehind(playground, '？');
    await playground.page.keyboard.type(';;向', { delay: 5 });
    await choices(playground).first().waitFor();
    await playground.screenshot('suggest-dark');
  });
});

describe('the commands that walk', () => {
  const NOTE = 'A? #question/inward\n\nB?\n\nC? #question/skip\n\nD? E?\n';
  const line = ({ page }: Playground) =>
    page.evaluate(() => {
      const { editor } = (window as unknown as HostWindow).playground.app.workspace.activeEditor;
      const { line: row, ch } = editor.getCursor();
      return `${row}:${ch}`;
    });

  it('go from question to question, and stop at the last', async () => {
    const playground = await open({ 'note.md': NOTE });
    await writeBehind(playground, 'A');
    const places: string[] = [];
    for (let step = 0; step < 6; step += 1) {
      await playground.runCommand('next-question');
      places.push(await line(playground));
    }
    expect(places).toEqual(['2:2', '6:2', '6:5', '6:5', '6:5', '6:5']);
    await expect
      .poll(() => playground.page.locator('.notice').allTextContents())
      .toEqual(['No further question in this note.']);
    await playground.runCommand('previous-question');
    await expect.poll(() => line(playground)).toBe('6:2');
    await expect
      .poll(() => playground.page.locator('.question-stance-flash').textContent())
      .toBe('D?');
  });

  it('go to the next untagged question, from the note’s start again at its end', async () => {
    const playground = await open({ 'note.md': NOTE });
    await writeBehind(playground, 'D? E');
    await playground.runCommand('next-untagged-question');
    await expect.poll(() => line(playground)).toBe('2:2');
  });
});

describe('the status bar', () => {
  const status = ({ page }: Playground) => page.locator('.question-stance-status');

  it('follows what is typed, and goes where nothing asks', async () => {
    const playground = await open({ 'note.md': 'Why? #question/skip So?\n', 'none.md': 'No.\n' });
    await writeBehind(playground, 'So?');
    await expect.poll(() => status(playground).textContent()).toBe('0 / 1 question tagged');
    await playground.page.keyboard.type(' And now? #question/inward ');
    await expect.poll(() => status(playground).textContent()).toBe('1 / 2 questions tagged');
    await playground.openNote('none.md');
    await expect.poll(() => status(playground).isVisible()).toBe(false);
    await playground.openNote('note.md');
    await expect.poll(() => status(playground).isVisible()).toBe(true);
    await status(playground).click();
    await playground.page.locator('.question-stance-tag-modal, .modal').first().waitFor();
  });
});

describe('the status bar with several panes', () => {
  const status = ({ page }: Playground) => page.locator('.question-stance-status');

  it('keeps the counts of notes out of scope, whichever tab was read last, and through a rename', async () => {
    const playground = await open({ 'one.md': 'Why?\n', 'two.md': 'What? So?\n' });
    const { page } = playground;
    const tab = (name: string) => page.locator('.workspace-tab-header', { hasText: name });
    await playground.openNote('one.md');
    await expect.poll(() => status(playground).textContent()).toBe('0 / 1 question tagged');
    await playground.openNote('two.md', 'tab');
    await expect.poll(() => status(playground).textContent()).toBe('0 / 2 questions tagged');
    await tab('one').click();
    await expect.poll(() => status(playground).textContent()).toBe('0 / 1 question tagged');
    await expect.poll(() => status(playground).isVisible()).toBe(true);
    await page.evaluate(async () => {
      const { vault } = (window as unknown as HostWindow).playground.app;
      await vault.rename(vault.getFileByPath('one.md'), 'first.md');
    });
    await tab('first').waitFor();
    await tab('two').click();
    await tab('first').click();
    await expect.poll(() => status(playground).textContent()).toBe('0 / 1 question tagged');
    await expect.poll(() => status(playground).isVisible()).toBe(true);
  });

  it('stays with the active note when a note in another pane is written', async () => {
    const playground = await open({ 'one.md': 'Why?\n', 'two.md': 'What? So?\n' });
    await playground.openNote('one.md');
    await playground.openNote('two.md', 'split');
    await expect.poll(() => status(playground).textContent()).toBe('0 / 2 questions tagged');
    await playground.writeNote('one.md', 'Why? And now?\n');
    const first = playground.page.locator('.cm-content').first();
    await expect.poll(() => first.textContent()).toContain('now');
    // Longer than the pause after which that editor is read.
    await playground.page.waitForTimeout(400);
    await expect.poll(() => status(playground).textContent()).toBe('0 / 2 questions tagged');
    await expect.poll(() => status(playground).isVisible()).toBe(true);
  });
});

describe('the review', () => {
  const ARTICLE = '---\ntags: my-article\nCheckbox 1: true\n---\n';
  const NOTES = {
    'a.md': `${ARTICLE}## Part\n\n重點：\n為什麼？\n為什麼？\nDone? #question/inward\n`,
    'b.md': `${ARTICLE}What now?\n`,
    'out.md': 'Not an article?\n',
  };
  const shown = ({ page }: Playground) => page.locator('.question-stance-review');

  it('goes through the articles’ untagged questions, note by note', async () => {
    const playground = await open(NOTES);
    const { page } = playground;
    await playground.openNote('b.md');
    await playground.runCommand('review-untagged');
    const left = page.locator('.question-stance-review-left');
    const place = page.locator('.question-stance-review-place');
    const text = page.locator('.question-stance-review-question');
    await expect.poll(() => text.textContent()).toBe('What now?');
    await expect.poll(() => left.textContent()).toBe('3 untagged questions left');
    await page.keyboard.type('limits');
    await page.keyboard.press('Enter');
    await expect.poll(() => place.textContent()).toBe('a › Part › 重點');
    await expect.poll(() => left.textContent()).toBe('2 untagged questions left');
    await playground.screenshot('review-light');
    await page.keyboard.press('Shift+Enter');
    await expect.poll(() => left.textContent()).toBe('the last untagged question');
    await page.keyboard.type('analogy');
    await page.keyboard.press('Enter');
    await shown(playground).waitFor({ state: 'detached' });
    await expect
      .poll(() => page.locator('.notice').last().textContent())
      .toBe('1 untagged question is left.');
    await expect
      .poll(() => onDisk(playground, 'a.md'))
      .toBe(NOTES['a.md'].replace('為什麼？\nDone', '為什麼？ #question/outward/analogy\nDone'));
    await expect
      .poll(() => onDisk(playground, 'b.md'))
      .toBe(`${ARTICLE}What now? #question/outward/limits\n`);
    await expect.poll(() => onDisk(playground, 'out.md')).toBe(NOTES['out.md']);
  });

  it('stops where it is told to, and says what is left', async () => {
    const playground = await open(NOTES, { width: 'phone', lang: 'zh-TW', theme: 'dark' });
    const { page } = playground;
    await playground.runCommand('review-untagged');
    await shown(playground).waitFor();
    await page.locator('.question-stance-review-question', { hasText: '為什麼' }).waitFor();
    await playground.screenshot('review-phone-dark');
    for (const button of await shown(playground).locator('button').all()) {
      await expect
        .poll(async () => (await button.boundingBox())?.height)
        .toBeGreaterThanOrEqual(44);
    }
    await page.getByRole('button', { name: '結束' }).click();
    await shown(playground).waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('.notice').textContent()).toBe('還有 3 個問題未標記。');
  });

  it('goes to the note and its question', async () => {
    const playground = await open(NOTES);
    const { page } = playground;
    await playground.openNote('b.md');
    await playground.runCommand('review-untagged');
    await page.locator('.question-stance-review-question', { hasText: 'What now?' }).waitFor();
    await page.keyboard.press('Shift+Enter');
    await page.locator('.question-stance-review-question', { hasText: '為什麼' }).waitFor();
    // Enter on a button is the button's, though the list below it takes that key.
    await page.getByRole('button', { name: 'Go to note' }).press('Enter');
    await shown(playground).waitFor({ state: 'detached' });
    await expect.poll(() => onDisk(playground, 'a.md')).toBe(NOTES['a.md']);
    await expect.poll(() => page.locator('.cm-content').textContent()).toContain('重點');
  });

  it('shows the passage around, the label and who asks, goes back, and knows what is no question', async () => {
    const note = `---\ntags: [my-article]\nCheckbox 1: true\naskers: [Ilya]\n---\n\nFar away.\n\nBefore it. Is it one? Behind it.\nMore.\n\n核心：\n\n- Is it two?\n- Is it three?\n`;
    const playground = await open({ 'c.md': note });
    const { page } = playground;
    await playground.runCommand('review-untagged');
    const text = page.locator('.question-stance-review-question');
    const around = page.locator('.question-stance-review-around');
    const left = page.locator('.question-stance-review-left');
    const place = page.locator('.question-stance-review-place');
    const previous = page.getByRole('button', { name: 'Previous' });
    await expect.poll(() => text.textContent()).toBe('Is it one?');
    expect(await around.allTextContents()).toEqual(['Before it.', 'Behind it.\nMore.']);
    expect(await place.textContent()).toBe('c › Ilya');
    expect(await previous.isDisabled()).toBe(true);
    await page.keyboard.press('x');
    await expect.poll(() => text.textContent()).toBe('Is it two?');
    await expect.poll(() => place.textContent()).toBe('c › 核心 › Ilya');
    await expect
      .poll(() => onDisk(playground, 'c.md'))
      .toContain('Is it one? #question/skip Behind');
    await page.keyboard.press('Shift+Enter');
    await expect.poll(() => text.textContent()).toBe('Is it three?');
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => text.textContent()).toBe('Is it two?');
    await previous.click();
    await expect.poll(() => text.textContent()).toBe('Is it one?');
    await expect.poll(() => left.textContent()).toBe('Not a question');
    // Shown once more, it can be tagged otherwise; then it goes on from there.
    await page.locator('.prompt-input').fill('limits');
    await page.keyboard.press('Enter');
    await expect.poll(() => text.textContent()).toBe('Is it two?');
    await expect
      .poll(() => onDisk(playground, 'c.md'))
      .toContain('Is it one? #question/outward/limits Behind');
    await page.keyboard.type('analogy');
    await page.keyboard.press('Enter');
    await expect.poll(() => text.textContent()).toBe('Is it three?');
    await expect.poll(() => left.textContent()).toBe('the last untagged question');
    await page.keyboard.press('x');
    await shown(playground).waitFor({ state: 'detached' });
    await expect
      .poll(() => page.locator('.notice').last().textContent())
      .toBe('Every question of your articles is tagged.');
  });

  it('says so where there is nothing to review', async () => {
    const playground = await open({ 'out.md': 'Why?\n' });
    await playground.runCommand('review-untagged');
    await expect
      .poll(() => playground.page.locator('.notice').textContent())
      .toContain('No note is one of');
  });
});

interface HostEditor {
  focus(): void;
  getValue(): string;
  getCursor(): { readonly line: number; readonly ch: number };
  offsetToPos(at: number): object;
  setCursor(at: object): void;
}

interface HostWindow {
  readonly playground: {
    readonly unloadPlugin: () => void;
    readonly app: {
      readonly vault: {
        getFileByPath(path: string): object | null;
        rename(file: object | null, to: string): Promise<void>;
      };
      readonly workspace: {
        readonly activeEditor: { readonly editor: HostEditor };
        readonly editorSuggest: { addSuggest(suggest: object): void };
      };
    };
  };
}
