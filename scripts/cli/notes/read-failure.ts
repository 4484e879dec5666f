/** Why a file can't be read, in a few words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  switch (code) {
    case 'ENOENT':
      return 'no such file or folder';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'ELOOP':
      return 'a link that leads to itself';
    case 'EISDIR':
      return 'a folder, and no file';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
