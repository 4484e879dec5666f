// How `styles.css` is built of the parts that `src/styles.css` puts in order, for esbuild.config.mjs and for the test
// which says that the built file, which is committed, is current. It is the same in both ways of building.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));

/** @type {import('esbuild').BuildOptions} */
export const stylesBuild = {
  absWorkingDir: project,
  entryPoints: [join(project, 'src/styles.css')],
  outfile: join(project, 'styles.css'),
  bundle: true,
  minify: true,
  charset: 'utf8',
  // Nothing that the oldest iOS does not know is put in; what it knows without a prefix gets none.
  target: 'safari15.4',
  // A change of one rule changes a line or two, not all of the file.
  lineLimit: 160,
  logLevel: 'info',
};
