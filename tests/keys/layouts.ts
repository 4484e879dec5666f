// What keyboards and input methods say of the same keys, as the browser tells of them. Used wherever a listener is
// to be worked by all of them.

/** What is pressed, by the name that every listener is to read. */
export type Wanted = '1' | '2' | 'j' | 'k' | 'x' | 't' | 'o' | '/' | 'Space';

export interface Told {
  readonly key: string;
  readonly code: string;
  readonly keyCode: number;
  readonly shiftKey?: boolean;
}

interface Layout {
  readonly name: string;
  readonly keys: { readonly [wanted in Wanted]: Told };
}

const CODES: { readonly [wanted in Wanted]: string } = {
  '1': 'Digit1',
  '2': 'Digit2',
  j: 'KeyJ',
  k: 'KeyK',
  x: 'KeyX',
  t: 'KeyT',
  o: 'KeyO',
  '/': 'Slash',
  Space: 'Space',
};

const WANTED = Object.keys(CODES) as readonly Wanted[];

/** A layout by what it types where a US keyboard has `12jkxto/` and the space. */
function typing(name: string, typed: string, keyCode = 0): Layout {
  const signs = `${typed} `.split('');
  const told = WANTED.map((wanted, at) => [
    wanted,
    { key: signs[at] ?? '', code: CODES[wanted], keyCode },
  ]);
  return { name, keys: Object.fromEntries(told) as Layout['keys'] };
}

const taken = (name: string, key: string): Layout => ({
  name,
  keys: Object.fromEntries(
    WANTED.map((wanted) => [wanted, { key, code: CODES[wanted], keyCode: 229 }]),
  ) as Layout['keys'],
});

const french = typing('French (AZERTY)', '&éjkxto/');
const german = typing('German', '12jkxto/');

export const LAYOUTS: readonly Layout[] = [
  typing('US', '12jkxto/'),
  typing('US with Caps Lock', '12JKXTO/'),
  typing('Zhuyin', 'ㄅㄉㄨㄜㄌㄔㄟㄥ'),
  typing('Cyrillic', '12олчещ/'),
  typing('Greek', '12ξκχτο/'),
  typing('Arabic', '١٢تنءفخظ'),
  typing('full width', '１２ｊｋｘｔｏ／'),
  {
    name: french.name,
    keys: {
      ...french.keys,
      '/': { key: '/', code: 'Period', keyCode: 191, shiftKey: true },
    },
  },
  {
    name: 'French (AZERTY) with Shift',
    keys: {
      ...french.keys,
      '1': { key: '1', code: 'Digit1', keyCode: 49, shiftKey: true },
      '2': { key: '2', code: 'Digit2', keyCode: 50, shiftKey: true },
      '/': { key: '/', code: 'Period', keyCode: 191, shiftKey: true },
    },
  },
  {
    name: german.name,
    keys: { ...german.keys, '/': { key: '/', code: 'Digit7', keyCode: 55, shiftKey: true } },
  },
  {
    name: 'number pad',
    keys: {
      ...german.keys,
      '1': { key: '1', code: 'Numpad1', keyCode: 97 },
      '2': { key: '2', code: 'Numpad2', keyCode: 98 },
      '/': { key: '/', code: 'NumpadDivide', keyCode: 111 },
    },
  },
  taken('an input method that takes every key (Windows)', 'Process'),
  taken('an input method that takes every key (elsewhere)', 'Unidentified'),
];

/** Each key of each layout. */
export const ALL_KEYS = LAYOUTS.flatMap(({ name, keys }) =>
  WANTED.map((wanted) => [name, wanted, keys[wanted]] as const),
);

/** Enter as it is told of where it ends an input method's word. */
export const COMPOSING_ENTERS = [
  [
    'Chromium and Firefox, while composing',
    { key: 'Enter', code: 'Enter', keyCode: 229, isComposing: true },
  ],
  [
    'WebKit, once the composition has ended',
    { key: 'Enter', code: 'Enter', keyCode: 229, isComposing: false },
  ],
  ['Windows, taken', { key: 'Process', code: 'Enter', keyCode: 229, isComposing: true }],
  [
    'Windows, taken, not said to compose',
    { key: 'Process', code: 'Enter', keyCode: 229, isComposing: false },
  ],
] as const;
