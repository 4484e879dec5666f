// Runs everything that must hold: types, lint, format, build, unit and browser tests. Stops at the first
// step that fails. Prints the counts of all test runs together at the end.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const reports = mkdtempSync(join(tmpdir(), 'question-stance-test-'));

/** Steps by name; those with a report write vitest's JSON there. */
const steps = [
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'lint', command: ['eslint', '.', '--max-warnings', '0'] },
  { name: 'format', command: ['prettier', '--check', '.', '--log-level', 'warn'] },
  { name: 'build', command: ['node', 'esbuild.config.mjs', 'production'] },
  { name: 'unit', vitest: true },
  { name: 'browser', command: ['node', 'scripts/ensure-chromium.mjs'] },
  { name: 'e2e', vitest: true },
];

const totals = { passed: 0, failed: 0, skipped: 0 };
let failedStep = null;

for (const step of steps) {
  console.log(`\n== ${step.name}`);
  const report = join(reports, `${step.name}.json`);
  const [command, ...args] = step.vitest
    ? [
        'vitest',
        'run',
        '--project',
        step.name,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ]
    : step.command;
  const result = spawnSync(command === 'node' ? process.execPath : command, args, {
    stdio: 'inherit',
    env: { ...process.env, PATH: `${join('node_modules', '.bin')}:${process.env.PATH ?? ''}` },
    shell: process.platform === 'win32',
  });
  if (step.vitest) add(report);
  if (result.status !== 0) {
    failedStep = step.name;
    break;
  }
}

rmSync(reports, { recursive: true, force: true });
if (failedStep) console.log(`\nStopped: ${failedStep} failed.`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = failedStep === null && totals.passed > 0 ? 0 : 1;

function add(report) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    totals.passed += numPassedTests;
    totals.failed += numFailedTests;
    totals.skipped += numPendingTests;
  } catch (error) {
    console.error(`No test report at ${report}: ${String(error)}`);
  }
}
