#!/usr/bin/env node
// The only file of the package that touches the machine: arguments, a file or standard input, standard output.
import { readFileSync } from 'node:fs';
import { readOptions, usage } from '../src/command/command-options.ts';
import { refuse, runCommand } from '../src/command/run-command.ts';
import { findRule } from '../src/rules.ts';

const read = readOptions(process.argv.slice(2));
if (read.kind === 'help') process.stdout.write(usage);
else if (read.kind === 'bad') {
  process.stderr.write(`${read.says}\n\n${usage}`);
  process.exitCode = 2;
} else {
  const { options } = read;
  const needsInput = !(options.command === 'explain' && options.operand !== null && findRule(options.operand));
  const isPlaced = options.command === 'place' && options.runs !== null && options.operand === null;
  const input = needsInput && !isPlaced && options.command !== 'simulate' ? readInput(options.operand) : '';
  const { text, exitCode } =
    input === undefined ? refuse(options, [`“${options.operand}” can’t be read.`]) : runCommand(options, input);
  (exitCode === 2 && !options.json ? process.stderr : process.stdout).write(text);
  process.exitCode = exitCode;
}

function readInput(operand: string | null): string | undefined {
  try {
    return readFileSync(operand === null || operand === '-' ? 0 : operand, 'utf8');
  } catch {
    return undefined;
  }
}
