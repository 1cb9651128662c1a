import { exampleRunner } from '../rule-examples/example-runner.ts';

/** The runner of the rule pages: an experienced one of 34 with a whole gym. */
export const articleRunner = exampleRunner;
