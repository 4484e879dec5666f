// What Obsidian adds to the language's own built-ins: arrays, strings, `Math`, `Object`.

/** Adds members that do not show up in `for … in`, as Obsidian's do not. */
export function extend<T extends object>(prototype: T, members: object & ThisType<T>): void {
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(members))) {
    Object.defineProperty(prototype, name, {
      ...descriptor,
      enumerable: false,
      configurable: true,
    });
  }
}

export function extendBuiltIns(): void {
  extend<unknown[]>(Array.prototype, {
    first(): unknown {
      return this[0];
    },
    last(): unknown {
      return this[this.length - 1];
    },
    contains(target: unknown): boolean {
      return this.includes(target);
    },
    remove(target: unknown) {
      for (let at = this.length - 1; at >= 0; at--) if (this[at] === target) this.splice(at, 1);
    },
    shuffle(): unknown[] {
      for (let at = this.length - 1; at > 0; at--) {
        const other = Math.floor(Math.random() * (at + 1));
        [this[at], this[other]] = [this[other], this[at]];
      }
      return this;
    },
    unique(): unknown[] {
      return Array.from(new Set(this));
    },
  });
  extend(String.prototype, {
    contains(target: string): boolean {
      return this.includes(target);
    },
    format(...values: string[]): string {
      return this.replace(/\{(\d+)\}/g, (whole, at: string) => values[Number(at)] ?? whole);
    },
  });
  Object.assign(Math, {
    clamp: (value: number, min: number, max: number) => Math.min(Math.max(value, min), max),
    square: (value: number) => value * value,
  });
  Object.assign(String, { isString: (value: unknown) => typeof value === 'string' });
  Object.assign(Number, { isNumber: (value: unknown) => typeof value === 'number' });
  Object.assign(Array, { combine: (arrays: unknown[][]) => arrays.flat() });
  Object.assign(Object, {
    isEmpty: (object: object) => Object.keys(object).length === 0,
    each: (object: Record<string, unknown>, visit: (value: unknown, key: string) => unknown) =>
      Object.entries(object).every(([key, value]) => visit(value, key) !== false),
  });
}
