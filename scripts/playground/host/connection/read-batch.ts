// Files read one after the other cost a request each; those that are asked for in one turn of the event loop
// share a few. Each still fails or succeeds by itself.

export type ReadMany = (paths: readonly string[]) => Promise<readonly (Bytes | null)[]>;

export type Bytes = Uint8Array<ArrayBuffer>;

/** Files in one request: few, so that some are on their way while others are worked on. */
const MOST = 8;

interface Wanted {
  readonly path: string;
  readonly resolve: (bytes: Bytes | Promise<Bytes>) => void;
  readonly reject: (reason: unknown) => void;
}

export class ReadBatch {
  readonly #channel = new MessageChannel();
  #wanted: Wanted[] = [];

  readonly #readOne: (path: string) => Promise<Bytes>;
  readonly #readMany: ReadMany;

  /** `readOne` fails with a sentence; `readMany` gives null for a file that can't be read. */
  constructor(readOne: (path: string) => Promise<Bytes>, readMany: ReadMany) {
    this.#readOne = readOne;
    this.#readMany = readMany;
    this.#channel.port1.onmessage = () => {
      const wanted = this.#wanted;
      this.#wanted = [];
      for (let at = 0; at < wanted.length; at += MOST) void this.#send(wanted.slice(at, at + MOST));
    };
  }

  read(path: string): Promise<Bytes> {
    return new Promise((resolve, reject) => {
      this.#wanted.push({ path, resolve, reject });
      if (this.#wanted.length === 1) this.#channel.port2.postMessage(null);
    });
  }

  async #send(wanted: readonly Wanted[]): Promise<void> {
    const [first, second] = wanted;
    if (first && !second) {
      first.resolve(this.#readOne(first.path));
      return;
    }
    try {
      const read = await this.#readMany(wanted.map(({ path }) => path));
      wanted.forEach(({ path, resolve }, at) => {
        resolve(read[at] ?? this.#readOne(path));
      });
    } catch (error) {
      for (const { reject } of wanted) reject(error);
    }
  }
}
