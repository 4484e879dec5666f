// The values that a base's properties have, for plugins' views: the kinds of the typings that properties of notes
// and files can be (since 1.10.0), without those of formulas, which the playground has none of.
import type { RenderContext } from './render-context.ts';

export abstract class Value {
  static type = 'unknown';

  static equals(a: Value | null, b: Value | null): boolean {
    return a === b || (a !== null && b !== null && a.equals(b));
  }

  static looseEquals(a: Value | null, b: Value | null): boolean {
    return a === b || (a !== null && b !== null && a.looseEquals(b));
  }

  abstract toString(): string;
  abstract isTruthy(): boolean;

  equals(other: Value): boolean {
    return this.constructor === other.constructor && this.toString() === other.toString();
  }

  looseEquals(other: Value): boolean {
    return this.toString() === other.toString();
  }

  renderTo(el: HTMLElement, _context: RenderContext): void {
    el.setText(this.toString());
  }
}

export abstract class NotNullValue extends Value {}

export class NullValue extends Value {
  static readonly value = new NullValue();

  toString(): string {
    return '';
  }

  isTruthy(): boolean {
    return false;
  }
}

export abstract class PrimitiveValue<T> extends NotNullValue {
  constructor(protected readonly data: T) {
    super();
  }

  toString(): string {
    return String(this.data);
  }

  isTruthy(): boolean {
    return Boolean(this.data);
  }
}

export class StringValue extends PrimitiveValue<string> {
  static override type = 'String';
}

export class TagValue extends StringValue {}

export class NumberValue extends PrimitiveValue<number> {
  static override type = 'Number';
}

export class BooleanValue extends PrimitiveValue<boolean> {
  static override type = 'Boolean';
}

export class ListValue extends NotNullValue {
  static override type = 'List';
  readonly #items: readonly Value[];

  constructor(value: readonly unknown[]) {
    super();
    this.#items = value.map((each) => (each instanceof Value ? each : valueOf(each)));
  }

  toString(): string {
    return this.#items.map(String).join(', ');
  }

  isTruthy(): boolean {
    return this.#items.length > 0;
  }

  includes(value: Value): boolean {
    return this.#items.some((each) => each.looseEquals(value));
  }

  length(): number {
    return this.#items.length;
  }

  get(index: number): Value {
    return this.#items[index] ?? NullValue.value;
  }

  concat(other: ListValue): ListValue {
    return new ListValue([...this.#items, ...other.#items]);
  }
}

/** A plain value as one of these. */
export function valueOf(value: unknown): Value {
  if (value === undefined || value === null) return NullValue.value;
  if (Array.isArray(value)) return new ListValue(value);
  if (typeof value === 'number') return new NumberValue(value);
  if (typeof value === 'boolean') return new BooleanValue(value);
  if (typeof value === 'string')
    return value.startsWith('#') ? new TagValue(value) : new StringValue(value);
  return new StringValue(JSON.stringify(value));
}
