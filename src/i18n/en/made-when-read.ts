/** An object whose parts are made when they are first read: what starts the app reads few of its strings. */

type Makers = Readonly<Record<string, () => unknown>>;

export type Made<All extends Makers> = { readonly [part in keyof All]: ReturnType<All[part]> };

/** Each part is made once. */
export function madeWhenRead<All extends Makers>(makers: All): Made<All> {
  const made = {};
  for (const [part, make] of Object.entries(makers)) {
    Object.defineProperty(made, part, {
      configurable: true,
      enumerable: true,
      get: () => {
        const value = make();
        Object.defineProperty(made, part, { value });
        return value;
      },
    });
  }
  return made as Made<All>;
}
