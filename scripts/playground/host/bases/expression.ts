// The statements of a base's filters (help, «Bases syntax»), as far as the playground has them: literals, properties,
// comparisons, `!`, `&&`, `||`, brackets, and the functions `file.hasTag`, `file.inFolder`, `file.hasProperty` and
// `contains`. Anything else throws a FilterFault that names the statement; Obsidian shows a fault too, in words of
// its own.
export class FilterFault extends Error {}

/** What a statement asks of the file that it is tried on. */
export interface Subject {
  /** A property by its id, `note.x` or `file.x`; undefined where there is none. */
  property(id: string): unknown;
}

export type Statement = (subject: Subject) => unknown;

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(==|!=|>=|<=|&&|\|\||[!<>().,[\]])|([\p{L}_][\p{L}\p{N}_-]*))/uy;

type Token =
  | { readonly kind: 'literal'; readonly value: unknown }
  | { readonly kind: 'sign' | 'name'; readonly text: string };

function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; source.slice(at).trim() !== ''; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(source);
    if (!found) throw new FilterFault(`Not understood: ${source}`);
    const [, number, text, sign, name] = found;
    if (number !== undefined) tokens.push({ kind: 'literal', value: Number(number) });
    else if (text !== undefined)
      tokens.push({ kind: 'literal', value: text.slice(1, -1).replace(/\\(.)/g, '$1') });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else if (name === 'true' || name === 'false')
      tokens.push({ kind: 'literal', value: name === 'true' });
    else tokens.push({ kind: 'name', text: name ?? '' });
  }
  return tokens;
}

export function isTruthy(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function isTagWithin(tag: unknown, wanted: unknown): boolean {
  const [own, sought] = [tag, wanted].map((each) => String(each).replace(/^#/, '').toLowerCase());
  return own === sought || own?.startsWith(`${sought ?? ''}/`) === true;
}

const FUNCTIONS: Readonly<
  Record<string, (subject: Subject, given: readonly unknown[]) => unknown>
> = {
  'file.hasTag': (subject, given) =>
    listOf(subject.property('file.tags')).some((tag) =>
      given.some((wanted) => isTagWithin(tag, wanted)),
    ),
  'file.inFolder': (subject, [folder]) => {
    const own = String(subject.property('file.folder'));
    const wanted = String(folder).replace(/\/$/, '');
    return own === wanted || own.startsWith(`${wanted}/`);
  },
  'file.hasProperty': (subject, [name]) => subject.property(`note.${String(name)}`) !== undefined,
};

function compare(sign: string, one: unknown, other: unknown): boolean {
  if (sign === '==') return one === other;
  if (sign === '!=') return one !== other;
  // Only numbers and texts have an order here.
  if (typeof one !== typeof other || (typeof one !== 'number' && typeof one !== 'string'))
    return false;
  const [a, b] = [one as number, other as number];
  if (sign === '>') return a > b;
  if (sign === '<') return a < b;
  return sign === '>=' ? a >= b : a <= b;
}

const COMPARISONS = ['==', '!=', '>', '<', '>=', '<='];

class Reader {
  #at = 0;
  readonly #tokens: readonly Token[];

  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
    this.#tokens = tokensOf(source);
  }

  read(): Statement {
    const statement = this.#either();
    if (this.#at < this.#tokens.length) this.#fail();
    return statement;
  }

  #either(): Statement {
    let left = this.#both();
    while (this.#takes('||')) {
      const [one, other] = [left, this.#both()];
      left = (subject) => (isTruthy(one(subject)) ? one(subject) : other(subject));
    }
    return left;
  }

  #both(): Statement {
    let left = this.#comparison();
    while (this.#takes('&&')) {
      const [one, other] = [left, this.#comparison()];
      left = (subject) => (isTruthy(one(subject)) ? other(subject) : one(subject));
    }
    return left;
  }

  #comparison(): Statement {
    const left = this.#unary();
    const sign = COMPARISONS.find((each) => this.#takes(each));
    if (sign === undefined) return left;
    const right = this.#unary();
    return (subject) => compare(sign, left(subject), right(subject));
  }

  #unary(): Statement {
    if (this.#takes('!')) {
      const inner = this.#unary();
      return (subject) => !isTruthy(inner(subject));
    }
    if (this.#takes('(')) {
      const inner = this.#either();
      if (!this.#takes(')')) this.#fail();
      return inner;
    }
    const token = this.#tokens[this.#at++];
    if (token?.kind === 'literal') return () => token.value;
    if (token?.kind !== 'name') return this.#fail();
    return this.#path(token.text);
  }

  /** A property, a function of the file, or `contains` of a property. */
  #path(first: string): Statement {
    const names = [first];
    while (this.#takes('.')) {
      const token = this.#tokens[this.#at++];
      if (token?.kind !== 'name') return this.#fail();
      names.push(token.text);
    }
    if (this.#takes('[')) {
      const token = this.#tokens[this.#at++];
      if (token?.kind !== 'literal' || !this.#takes(']')) return this.#fail();
      names.push(String(token.value));
    }
    if (!this.#takes('(')) return propertyOf(names);
    const given = this.#given();
    const call = FUNCTIONS[names.join('.')];
    if (call)
      return (subject) =>
        call(
          subject,
          given.map((each) => each(subject)),
        );
    if (names.at(-1) !== 'contains' || names.length < 2) return this.#fail();
    const holder = propertyOf(names.slice(0, -1));
    return (subject) => {
      const held = holder(subject);
      const wanted = given[0]?.(subject);
      return typeof held === 'string'
        ? held.includes(String(wanted))
        : listOf(held).includes(wanted);
    };
  }

  #given(): Statement[] {
    const given: Statement[] = [];
    while (!this.#takes(')')) {
      if (given.length > 0 && !this.#takes(',')) this.#fail();
      given.push(this.#either());
    }
    return given;
  }

  #takes(sign: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'sign' || token.text !== sign) return false;
    this.#at++;
    return true;
  }

  #fail(): never {
    throw new FilterFault(`Not understood: ${this.#source}`);
  }
}

/** Without a prefix a name is a note's property. */
function propertyOf(names: readonly string[]): Statement {
  const [first = ''] = names;
  const id = first === 'file' || first === 'note' ? names.join('.') : `note.${names.join('.')}`;
  return (subject) => subject.property(id);
}

export function readStatement(source: string): Statement {
  return new Reader(source).read();
}
