/**
 * `npm run make-vault -- [--notes 100000] [--seed 1] <folder>`: writes a made-up vault, the same one for the
 * same seed, times of the files included. The folder must be new or empty.
 */
import { parseArgs } from 'node:util';
import { writeVault } from './vault/write-vault';

const USAGE = 'npm run make-vault -- [--notes 100000] [--seed 1] <folder>';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      notes: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
    },
    allowPositionals: true,
  });
  const [folder, ...rest] = positionals;
  const options = { notes: Number(values.notes), seed: Number(values.seed) };
  const areNumbers = Object.values(options).every(
    (value) => Number.isSafeInteger(value) && value >= 0,
  );
  if (folder === undefined || rest.length > 0 || !areNumbers) throw new Error(USAGE);
  const made = await writeVault(folder, options);
  console.log(
    `${String(made.notes)} notes, ${(made.bytes / 1e6).toFixed(1)} MB, ${String(made.articles)} articles, ` +
      `${String(made.questions)} questions, ${String(made.marks)} marks in ${folder}`,
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
