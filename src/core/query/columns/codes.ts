/** Numbers for strings, the same for as long as the columns live. 0 is no string. */
export class Codes {
  readonly #texts: (string | null)[] = [null];
  readonly #codes = new Map<string, number>();

  codeOf(text: string | null): number {
    if (text === null) return 0;
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    const code = this.#texts.push(text) - 1;
    this.#codes.set(text, code);
    return code;
  }

  /** All codes are below it. */
  get bound(): number {
    return this.#texts.length;
  }

  textOf(code: number): string | null {
    return this.#texts[code] ?? null;
  }
}
