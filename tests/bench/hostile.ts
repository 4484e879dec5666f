/** Shapes that make careless readers slow: each made to any length, each with a question in it. */

export type Shape = (length: number) => string;

function repeat(unit: string, end = '？'): Shape {
  return (length) => unit.repeat(Math.ceil((length - end.length) / unit.length)) + end;
}

export const HOSTILE_SHAPES: Readonly<Record<string, Shape>> = {
  'opening brackets': repeat('['),
  'opening parentheses': repeat('（'),
  'pairs of brackets': (length) => '['.repeat(length / 2) + ']'.repeat(length / 2) + '？',
  'nested links': (length) => '['.repeat(length / 5) + 'a？' + '](b)'.repeat(length / 5),
  'half a link': repeat('[a]('),
  'titles without end': repeat('[a](b "'),
  backticks: repeat('`'),
  'backticks, one more each time': (length) => {
    let text = '';
    for (let run = 1; text.length < length; run += 1) text += `${'`'.repeat(run)} `;
    return `${text}？`;
  },
  'quote marks': repeat('>'),
  'quote marks in lines': repeat('> > > a\n'),
  'percent signs': repeat('%'),
  'comments without end': repeat('%% a '),
  'wikilinks without end': repeat('[['),
  stars: repeat('*'),
  'stars and letters': repeat('*a **b '),
  bars: repeat('|'),
  'table rows': (length) => `|a|b|\n|-|-|\n${'|a？|b|\n'.repeat(length / 7)}`,
  'fences without end': repeat('```\na\n~~~\n'),
  'straight quotes': repeat('"a '),
  'single quotes': repeat(" 'a"),
  'quotation marks without end': repeat('「a'),
  'closing marks': repeat('？」）'),
  'lists in a line': repeat('- '),
  'ten thousand levels, then blank lines': (length) =>
    `${'- '.repeat(10_000)}a\n${'\n'.repeat(Math.max(0, length - 20_004))}？`,
  'deeper each line': (length) => {
    let text = '';
    for (let depth = 0; text.length < length; depth += 1) text += `${' '.repeat(depth * 2)}- a\n`;
    return `${text}？`;
  },
  'one long line': repeat('為什麼'),
  'one long line that asks': repeat('為什麼？'),
  'alternating marks': repeat('?!？！'),
  'question marks alone': repeat('?'),
  hashes: repeat('#'),
  'marks in a row': repeat('a #question/b '),
  'marks without a sentence': repeat('#question/b '),
  dollars: repeat('$a '),
  'dollars that ask': repeat('$a$?'),
  'equals signs': repeat('='),
  highlights: repeat('==a'),
  'highlights that open and close': repeat('==a?== '),
  strikethrough: repeat('~~a '),
  underscores: repeat('_a '),
  'emphasis of all kinds, crossed': repeat('*a _b **c ==d ~~e __f '),
  'closing signs of emphasis': repeat('a* b_ c** '),
  'emphasis, one more each time': (length) => {
    let text = '';
    for (let run = 1; text.length < length; run += 1) text += `${'*'.repeat(run)}a `;
    return `${text}？`;
  },
  'emphasis and marks': repeat('**為什麼？** #question/b '),
  'marks before emphasis': repeat('#question/b **a '),
  'citations without end': repeat('[@a1 '),
  'lead-ins after code': (length) => `\`a\n${'Ann: why?\n'.repeat(length / 10)}`,
  'lead-ins in a comment': (length) => `a <!--\n${'Ann: why?\n'.repeat(length / 10)}-->`,
  'code in every line': repeat('Ann: `a` why?\n'),
  'cards both ways': repeat('a:::'),
  'question marks in lines': repeat('a\n?\n'),
  'numbers in bold': repeat('**1.** a? '),
  'double dollars': repeat('$$\n'),
  'tags without end': repeat('<a b="'),
  'HTML comments without end': repeat('<!-- '),
  'attributes without end': (length) => `<a${' a'.repeat(length / 2)}？`,
  templates: repeat('<% {{ '),
  entities: repeat('&quot;a'),
  'addresses without end': repeat('a://'),
  'one address': (length) => `https://${'a('.repeat(length / 2)}？`,
  colons: repeat('a: '),
  'colons, full width': repeat('甲：'),
  'colons after a word that asks': (length) => `what ${'a: '.repeat(length / 3)}？`,
  'paragraphs of stars': repeat('**\n\n'),
  dots: repeat('a.'),
  ellipses: repeat('a… '),
  'clauses in lines': repeat('a,\n\n'),
  'clauses without an end': repeat('甲，\n'),
  'short lines': repeat('a\n'),
  'blank lines': repeat('\n'),
  spaces: repeat(' '),
  'carriage returns': repeat('a\r'),
  'carriage returns and counted cues': repeat('1\r'),
  'carriage returns and names with a time': repeat('Tom 00:12\r'),
  'double question marks': repeat('a⁉'),
  'headings, and a question each': repeat('# a\nb？\n'),
  'speakers, one line each': (length) => {
    let text = '';
    for (let name = 0; text.length < length; name += 1) text += `Name${name}: why?\n\n`;
    return text;
  },
  'drawn headings': repeat('▋甲\n'),
  'surrogates alone': repeat('\ud800'),
  'escaped brackets': repeat('\\['),
  footnotes: repeat('[^a'),
  'setext lines': repeat('a\n-\n'),
};
