/**
 * As much of Obsidian's runtime as `src/vault` imports: classes to test instances against, and events.
 * Put in its place with `vi.mock('obsidian', () => import('./obsidian'))`.
 */

export type Callback = (...values: never[]) => unknown;

export interface EventRef {
  readonly name: string;
  readonly callback: Callback;
  readonly source: Events;
}

export class Events {
  readonly #refs = new Set<EventRef>();

  on(name: string, callback: Callback): EventRef {
    const ref = { name, callback, source: this };
    this.#refs.add(ref);
    return ref;
  }

  offref(ref: EventRef): void {
    this.#refs.delete(ref);
  }

  trigger(name: string, ...values: readonly unknown[]): void {
    for (const ref of [...this.#refs]) {
      if (ref.name === name) ref.callback(...(values as never[]));
    }
  }

  get listeners(): number {
    return this.#refs.size;
  }
}

export class Component {
  readonly #cleanups: (() => void)[] = [];

  registerEvent(ref: EventRef): void {
    this.#cleanups.push(() => ref.source.offref(ref));
  }

  load(): void {
    this.onload();
  }

  unload(): void {
    for (const cleanup of this.#cleanups.splice(0)) cleanup();
    this.onunload();
  }

  onload(): void {
    return;
  }

  onunload(): void {
    return;
  }
}

export { getAllTags, parseYaml } from '../../scripts/playground/host/text/frontmatter';
export {
  getLinkpath,
  stripHeading,
  stripHeadingForLink,
} from '../../scripts/playground/host/text/link-text';

export { normalizePath } from '../../scripts/playground/host/text/normalize-path';

export class TAbstractFile {
  constructor(public path: string) {}
}

export class TFolder extends TAbstractFile {
  children: TAbstractFile[] = [];
}

export class TFile extends TAbstractFile {
  stat = { ctime: 0, mtime: 0, size: 0 };

  get name(): string {
    return this.path.slice(this.path.lastIndexOf('/') + 1);
  }

  get extension(): string {
    const dot = this.path.lastIndexOf('.');
    return dot > this.path.lastIndexOf('/') ? this.path.slice(dot + 1) : '';
  }
}

/** Obsidian's own has a leaf, a state and a screen; the writer asks only for these. */
export class MarkdownView {
  constructor(
    public file: Pick<TFile, 'path' | 'stat'> | null,
    public editor: { getValue(): string },
    public mode: 'source' | 'preview' = 'source',
    private readonly onSave: () => Promise<void> = () => Promise.resolve(),
  ) {}

  getMode(): 'source' | 'preview' {
    return this.mode;
  }

  save(): Promise<void> {
    return this.onSave();
  }
}
