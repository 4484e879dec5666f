// Runs everything that must hold: types, lint, format, build, unit and browser tests. Stops behind the first
// step that fails. What reads the sources alone runs side by side. Prints the counts of all test runs together at
// the end. A browser on a busy machine may be late once in ten thousand deeds: a browser test has a second try, and
// the reporter names those that needed it («retry x1»).
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const reports = mkdtempSync(join(tmpdir(), 'question-stance-test-'));

/** Steps that run side by side stand together; those with a report write vitest's JSON there. */
const steps = [
  [
    { name: 'lint', command: ['eslint', '.', '--max-warnings', '0'] },
    { name: 'types', command: ['tsc', '--noEmit'] },
    { name: 'format', command: ['prettier', '--check', '.', '--log-level', 'warn'] },
  ],
  [{ name: 'build', command: ['node', 'esbuild.config.mjs', 'production'] }],
  [{ name: 'unit', vitest: true }],
  [{ name: 'browser', command: ['node', 'scripts/ensure-chromium.mjs'] }],
  [{ name: 'e2e', vitest: true, options: ['--retry=1'] }],
];

const totals = { passed: 0, failed: 0, skipped: 0 };
const failed = [];

for (const group of steps) {
  const results = await Promise.all(group.map((step) => run(step, group.length > 1)));
  for (const [at, succeeded] of results.entries()) if (!succeeded) failed.push(group[at].name);
  if (failed.length > 0) break;
}

rmSync(reports, { recursive: true, force: true });
if (failed.length > 0) console.log(`\nStopped: ${failed.join(', ')} failed.`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = failed.length === 0 && totals.passed > 0 ? 0 : 1;

/** Runs a step; answers whether it succeeded. What steps side by side print stands together, by step. */
function run(step, isBeside) {
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
        ...(step.options ?? []),
      ]
    : step.command;
  if (!isBeside) console.log(`\n== ${step.name}`);
  return new Promise((resolve) => {
    const child = spawn(command === 'node' ? process.execPath : command, args, {
      stdio: isBeside ? ['inherit', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, PATH: `${join('node_modules', '.bin')}:${process.env.PATH ?? ''}` },
      shell: process.platform === 'win32',
    });
    const printed = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (piece) => printed.push(piece));
    }
    child.on('error', (error) => printed.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (code) => {
      if (isBeside) {
        console.log(`\n== ${step.name}`);
        process.stdout.write(Buffer.concat(printed));
      }
      if (step.vitest) add(report);
      resolve(code === 0);
    });
  });
}

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
