// `normalizePath`: forward slashes, none doubled, none at the ends, plain spaces, NFC.
export function normalizePath(path: string): string {
  const clean = path
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[\\/]+/g, '/')
    .replace(/^\/+|\/+$/g, '')
    .normalize('NFC');
  return clean === '' ? '/' : clean;
}
