/** Why a note could not be read or written, as data; the interface makes a sentence of the code. */

export interface VaultFailure {
  /**
   * - `missing`: the note is not there any more;
   * - `read-only`: the file system forbids it;
   * - `frontmatter`: its frontmatter is not valid YAML;
   * - `conflicted-copy`: a copy that a sync set aside, left alone;
   * - `not-written`: the editor or the vault did not take the change;
   * - `partly-written`: the editor took some of the change, which is on record;
   * - `not-saved`: the editor has the change, which is on record, but its file could not be written;
   * - `failed`: anything else.
   */
  readonly code:
    | 'missing'
    | 'read-only'
    | 'frontmatter'
    | 'conflicted-copy'
    | 'not-written'
    | 'partly-written'
    | 'not-saved'
    | 'failed';
  /** What the platform said about it, in its words, or the path it is about. */
  readonly detail: string;
}

/** Whether something stands in an editor all the same, and is on record to be taken back. */
export function isOnRecord({ code }: VaultFailure): boolean {
  return code === 'partly-written' || code === 'not-saved';
}

/** The codes with which a system forbids to write. */
export const READ_ONLY = { EACCES: 'read-only', EPERM: 'read-only', EROFS: 'read-only' } as const;

const BY_SYSTEM_CODE: { readonly [code: string]: VaultFailure['code'] } = {
  ENOENT: 'missing',
  ...READ_ONLY,
};

/** What was thrown, in the words of whoever threw it. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The code of Node's `fs`, which desktop vaults are read and written by; empty where there is none. */
export function systemCodeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}

/** What was thrown, as a failure. */
export function failureOf(error: unknown): VaultFailure {
  const isYaml = error instanceof Error && error.name === 'YAMLParseError';
  const code = isYaml ? 'frontmatter' : (BY_SYSTEM_CODE[systemCodeOf(error)] ?? 'failed');
  return { code, detail: reasonOf(error) };
}
