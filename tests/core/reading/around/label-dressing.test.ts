import { describe, expect, it } from 'vitest';
import { extractQuestions } from '../../../../src/core/reading/extract';

function readOne(note: string) {
  const [question, ...others] = extractQuestions(note);
  expect(others).toEqual([]);
  return { label: question?.label, text: question?.text };
}

describe('the name of a label', () => {
  it.each([
    // Signs that dress nothing are text.
    ['About 5*3: why is it odd?', 'About 5*3', 'why is it odd?'],
    ['**kwargs explained: what are they?', '**kwargs explained', 'what are they?'],
    ['*args and **kwargs: what are they?', '*args and **kwargs', 'what are they?'],
    ['On my__name: what is it?', 'On my__name', 'what is it?'],
    ['If x==y holds: what then?', 'If x==y holds', 'what then?'],
    ['關於 5*3：為什麼是奇數？', '關於 5*3', '為什麼是奇數？'],
    ['Python: what does **kwargs do?', 'Python', 'what does **kwargs do?'],
    // Those that do are not, whatever sign it is and wherever the other of the pair stands.
    ['**Open point:** why?', 'Open point', 'why?'],
    ['**Open point**: why?', 'Open point', 'why?'],
    ['*Open point:* why?', 'Open point', 'why?'],
    ['_Open point:_ why?', 'Open point', 'why?'],
    ['__Open point__: why?', 'Open point', 'why?'],
    ['==Open point:== why?', 'Open point', 'why?'],
    ['~~Open point:~~ why?', 'Open point', 'why?'],
    ['***Open point:*** why?', 'Open point', 'why?'],
    ['The **open** point: why?', 'The open point', 'why?'],
    ['**Open point: why?**', 'Open point', 'why?'],
    ['Open point: **why?**', 'Open point', 'why?'],
    // What Markdown does not close, and the writer meant to.
    ['**核心難題：**為什麼？', '核心難題', '為什麼？'],
    ['__核心難題：__為什麼？', '核心難題', '為什麼？'],
    ['==核心難題：==為什麼？', '核心難題', '為什麼？'],
    ['***核心難題：***為什麼？', '核心難題', '為什麼？'],
    ['**Open point: **Why?', 'Open point', 'Why?'],
  ])('of «%s» is «%s»', (note, label, text) => {
    expect(readOne(note)).toEqual({ label, text });
  });

  it('alone in its line reaches the questions under it, dressed or not', () => {
    const labels = ['**kwargs explained:', '**Open point:**', '**核心難題：**'].map(
      (line) => readOne(`${line}\n\nWhy?`).label,
    );
    expect(labels).toEqual(['**kwargs explained', 'Open point', '核心難題']);
  });
});

describe('the name of who speaks', () => {
  it.each([
    ['**Lex Fridman** (00:12:33)', 'Lex Fridman'],
    ['__Lex Fridman__ (00:12:33)', 'Lex Fridman'],
    ['**Lex Fridman (00:12:33)**', 'Lex Fridman'],
    ['[00:12:33] **Lex Fridman**', 'Lex Fridman'],
    ['**Lex Fridman:** (00:12:33)', 'Lex Fridman'],
    ['Lex Fridman【00:12:33】：', 'Lex Fridman'],
    ['**Lex Fridman (00:12:33)', null],
  ])('of «%s» is %s', (line, name) => {
    const [question] = extractQuestions(`${line}\nWhy would anybody do that?\n`);
    expect(question?.speaker).toBe(name);
  });
});
