// Runs everything that must hold: types, lint, format, build, unit and browser tests. What reads the sources alone
// runs beside the others, in the time that they leave; no step begins once one has failed. Prints the counts of all
// test runs together at the end.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const reports = mkdtempSync(join(tmpdir(), 'question-stance-test-'));

/** They read the sources alone. */
const checks = [
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'format', command: ['prettier', '--check', '.', '--log-level', 'warn'] },
  { name: 'lint', command: ['eslint', '.', '--max-warnings', '0'] },
];

/** One after the other. Those of vitest write their report as JSON. */
const steps = [
  { name: 'build', command: ['node', 'esbuild.config.mjs', 'production'] },
  { name: 'unit', vitest: true },
  { name: 'browser', command: ['node', 'scripts/ensure-chromium.mjs'] },
  { name: 'e2e', vitest: true },
];

const totals = { passed: 0, failed: 0, skipped: 0 };
const failed = [];

await Promise.all([inTurn(checks, true), inTurn(steps, false)]);

rmSync(reports, { recursive: true, force: true });
if (failed.length > 0) console.log(`\nStopped: ${failed.join(', ')} failed.`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = failed.length === 0 && totals.passed > 0 ? 0 : 1;

async function inTurn(these, isBeside) {
  for (const step of these) {
    if (failed.length > 0) return;
    if (!(await run(step, isBeside))) failed.push(step.name);
  }
}

/** Runs a step; answers whether it succeeded. Beside others it gives way to them, and prints when it is done. */
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
      ]
    : step.command;
  if (!isBeside) console.log(`\n== ${step.name}`);
  return new Promise((resolve) => {
    const program = command === 'node' ? process.execPath : command;
    const givesWay = isBeside && process.platform !== 'win32';
    const child = spawn(
      ...(givesWay ? ['nice', ['-n', '19', program, ...args]] : [program, args]),
      {
        stdio: isBeside ? ['inherit', 'pipe', 'pipe'] : 'inherit',
        env: { ...process.env, PATH: `${join('node_modules', '.bin')}:${process.env.PATH ?? ''}` },
        shell: process.platform === 'win32',
      },
    );
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
