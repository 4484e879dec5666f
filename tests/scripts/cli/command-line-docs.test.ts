/** The page on the command line: its examples print what they say, and it tells of every option, format and column. */
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OPTION_NAMES } from '../../../scripts/cli/arguments';
import { MATRIX_FORMATS, SCAN_FORMATS } from '../../../scripts/cli/output-formats';
import { USAGE } from '../../../scripts/cli/usage';
import { COLUMNS } from '../../../src/core/export';
import { examplesOf } from './docs-examples';
import { builtProgram } from './program';

const program = builtProgram();
const page = readFileSync('docs/command-line.md', 'utf8');
const examples = examplesOf(page);

describe('the page on the command line', () => {
  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(8);
  });

  it.each(examples.map(({ command, output }) => [command, output] as const))(
    '%s prints what the page says',
    (command, output) => {
      const wrapper = join(program.base, 'question-stance');
      writeFileSync(wrapper, `#!/bin/sh\nexec "${process.execPath}" "${program.path}" "$@"\n`);
      chmodSync(wrapper, 0o755);
      const printed = execFileSync('sh', ['-c', `${command} || true`], {
        encoding: 'utf8',
        env: { ...process.env, PATH: `${program.base}${delimiter}${process.env.PATH ?? ''}` },
      });
      expect(printed.replaceAll('\r\n', '\n')).toBe(output);
    },
  );

  it.each(OPTION_NAMES)('and the help tell of --%s', (name) => {
    expect(page).toContain(`--${name}`);
    expect(USAGE).toContain(`--${name}`);
  });

  it.each([...new Set([...SCAN_FORMATS, ...MATRIX_FORMATS, ...COLUMNS])])(
    'and the help tell of %s',
    (name) => {
      expect(page).toContain(`\`${name}\``);
      expect(USAGE).toMatch(new RegExp(`\\b${name}\\b`));
    },
  );
});

it('the help fits a terminal, but for its examples', () => {
  const long = USAGE.split('\n').filter(
    (line) => line.length > 80 && !line.startsWith('  question-stance '),
  );
  expect(long).toEqual([]);
});
