/** `npm run fuzz [-- <runs>]`: the extractor's robustness tests with many more cases than `npm test` makes. */
import { spawnSync } from 'node:child_process';

const runs = Number(process.argv[2] ?? 40_000);
console.log(`${runs} texts of each of three kinds`);
const { status } = spawnSync(
  'npx',
  ['vitest', 'run', '--project', 'unit', 'extract-robustness', '--testTimeout', '3600000'],
  {
    stdio: 'inherit',
    env: { ...process.env, FUZZ_RUNS: String(runs) },
  },
);
process.exitCode = status ?? 1;
