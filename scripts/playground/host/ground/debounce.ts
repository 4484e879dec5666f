// `debounce`: calls once after a pause. `resetTimer` starts the pause anew on every call.
export interface Debounced<T extends unknown[], V> {
  (...args: T): Debounced<T, V>;
  cancel(): Debounced<T, V>;
  run(): V | undefined;
}

export function debounce<T extends unknown[], V>(
  callback: (...args: T) => V,
  timeout = 0,
  resetTimer = false,
): Debounced<T, V> {
  let timer: number | null = null;
  let latest: T | null = null;
  const run = (): V | undefined => {
    if (timer !== null) window.clearTimeout(timer);
    timer = null;
    if (latest === null) return undefined;
    const args = latest;
    latest = null;
    return callback(...args);
  };
  const debounced = (...args: T): Debounced<T, V> => {
    latest = args;
    if (resetTimer && timer !== null) {
      window.clearTimeout(timer);
      timer = null;
    }
    timer ??= window.setTimeout(run, timeout);
    return self;
  };
  const self: Debounced<T, V> = Object.assign(debounced, {
    cancel: () => {
      if (timer !== null) window.clearTimeout(timer);
      timer = null;
      latest = null;
      return self;
    },
    run,
  });
  return self;
}
