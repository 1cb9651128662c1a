import { appendFileSync, readFileSync } from 'node:fs';
import { onDatabase } from '@groundwork/db/testing/global-setup';
import { inject, type RunnerTask, type RunnerTestCase, TestRunner, type TestTryOptions } from 'vitest';
import { type Attempt, type FilePlan, type Met, type Outcome, type Plan, planVariable, type Tried } from './attempt.ts';
import { runOn } from './database-guards.ts';

/** Of a statement that names no practice a process hears once; there is no second reason for it. */
const toldOnce = /^Of which practice is /;

/** A test that hangs without a guard has missed it. */
const longestMs = 60_000;

/**
 * What happens to one test: each guard taken from it in turn. After a failure a look whether all is well with the guard back, then the same once more: a test
 * that fails the first time alone, because those before it were left out, has missed nothing.
 */
interface Course {
  readonly queue: Attempt[];
  step: { readonly kind: 'try' | 'look' | 'again' | 'nothing'; readonly attempt?: Attempt };
  message: string | undefined;
}

/** Vitest's runner of the guards' run. */
export default class TryRunner extends TestRunner {
  readonly plan: Plan = JSON.parse(readFileSync(process.env[planVariable] ?? '', 'utf8'));
  readonly settled = new Set<string>();
  file = '';
  own: FilePlan = { tests: {} };
  course: Course = { queue: [], step: { kind: 'nothing' }, message: undefined };
  /** Nothing more can be learnt from this file in this process. */
  isSpoilt = false;
  startedAt = 0;

  override importFile(filepath: string, source: Parameters<TestRunner['importFile']>[1]): unknown {
    if (source === 'collect') {
      this.file = filepath;
      this.own = this.plan.files[filepath] ?? { tests: {} };
      globalThis.groundworkGuardState.met = this.plan.isRecording ? new Set() : undefined;
      if (this.own.wholly) this.switchOff(this.own.wholly);
    }
    return super.importFile(filepath, source);
  }

  override async onBeforeRunTask(test: RunnerTask): Promise<void> {
    await super.onBeforeRunTask(test);
    if (test.type !== 'test' || this.plan.isRecording || (test.mode !== 'run' && test.mode !== 'queued')) return;
    if (this.own.wholly) {
      const { paths } = this.own.wholly;
      const isLeftOut = paths !== undefined && !Object.hasOwn(this.own.tests, nameOf(test));
      if (this.isSpoilt || isLeftOut) test.mode = 'skip';
      return;
    }
    const queue = (this.own.tests[nameOf(test)] ?? []).filter(({ id }) => !this.settled.has(id));
    if (queue.length === 0 || this.isSpoilt) test.mode = 'skip';
    this.course = { queue: [...queue], step: { kind: 'nothing' }, message: undefined };
    // Each attempt may want a look and be made again.
    test.repeats = queue.length * 3 - 1;
  }

  override async onBeforeTryTask(test: RunnerTask, options: TestTryOptions): Promise<void> {
    super.onBeforeTryTask(test, options);
    if (this.plan.isRecording) {
      this.writeMet('', 0);
      this.startedAt = performance.now();
      return;
    }
    if (this.own.wholly) {
      await this.changeDatabase(this.own.wholly, 'remove');
      return;
    }
    const { course } = this;
    if (course.step.kind === 'look') return;
    const isAgain = course.step.kind === 'again';
    const attempt = isAgain ? course.step.attempt : this.nextAttempt();
    if (!isAgain) course.step = attempt ? { kind: 'try', attempt } : { kind: 'nothing' };
    if (!attempt) return;
    this.switchOff(attempt);
    if (!(await this.changeDatabase(attempt, 'remove'))) {
      this.switchOn();
      this.write(attempt, test, 'inseparable');
      this.settled.add(attempt.id);
      course.step = { kind: 'nothing' };
    }
  }

  /** Of a sweep's procedures, the first that misses a guard is enough. */
  nextAttempt(): Attempt | undefined {
    if (this.isSpoilt) return undefined;
    const { queue } = this.course;
    const index = queue.findIndex(({ id }) => !this.settled.has(id));
    return queue.splice(0, index < 0 ? queue.length : index + 1)[index];
  }

  async runTask(test: RunnerTestCase): Promise<void> {
    if (!this.plan.isRecording && !this.own.wholly && this.course.step.kind === 'nothing') return;
    let timer: NodeJS.Timeout | undefined;
    const hanging = new Promise<never>((_, refuse) => {
      timer = setTimeout(() => refuse(new Error('It takes too long')), this.plan.isRecording ? 600_000 : longestMs);
    });
    try {
      await Promise.race([TestRunner.getTestFn(test)(), hanging]);
    } finally {
      clearTimeout(timer);
    }
  }

  override async onAfterRetryTask(test: RunnerTestCase, options: TestTryOptions): Promise<void> {
    await super.onAfterRetryTask(test, options);
    if (this.plan.isRecording) {
      this.writeMet(nameOf(test), performance.now() - this.startedAt);
      return;
    }
    const hasFailed = test.result?.state === 'fail';
    const message = test.result?.errors?.[0]?.message.split('\n')[0]?.slice(0, 200);
    if (this.own.wholly) {
      if (!hasFailed) return;
      this.write(this.own.wholly, test, 'missed', message);
      this.isSpoilt = true;
      return;
    }
    const { course } = this;
    const { kind, attempt } = course.step;
    if (kind === 'nothing' || !attempt) return;
    if (kind === 'look') {
      const isTold = !hasFailed && toldOnce.test(course.message ?? '');
      course.step = hasFailed || isTold ? { kind: 'nothing' } : { kind: 'again', attempt };
      if (hasFailed || isTold) this.write(attempt, test, hasFailed ? 'unclear' : 'missed', course.message);
      if (hasFailed) this.isSpoilt = true;
      if (isTold) this.settled.add(attempt.id);
    } else {
      this.switchOn();
      await this.changeDatabase(attempt, 'restore');
      const isFirst = kind === 'try';
      if (isFirst) course.message = message;
      course.step = hasFailed && isFirst ? { kind: 'look', attempt } : { kind: 'nothing' };
      if (!hasFailed) this.write(attempt, test, 'passed');
      else if (!isFirst) {
        this.write(attempt, test, 'missed', message);
        this.settled.add(attempt.id);
      }
    }
    // What an attempt came to is in the notes; to Vitest the test has passed.
    if (test.result) {
      test.result.state = 'pass';
      delete test.result.errors;
    }
  }

  switchOff({ id, paths }: Attempt): void {
    const state = globalThis.groundworkGuardState;
    state.off = id;
    state.tries++;
    if (paths) process.env.GROUNDWORK_TEST_PATHS = paths.join(',');
    else delete process.env.GROUNDWORK_TEST_PATHS;
  }

  /** The sweep's procedures stay chosen: the look afterwards is at the same ones. */
  switchOn(): void {
    globalThis.groundworkGuardState.off = undefined;
  }

  /** False when the guard cannot be taken out of what it is part of. */
  async changeDatabase({ id }: Attempt, direction: 'remove' | 'restore'): Promise<boolean> {
    const statements = this.plan.removals[id]?.[direction];
    const own = process.env.GROUNDWORK_APP_DATABASE_URL;
    if (statements === undefined || own === undefined) return true;
    const url = onDatabase(inject('testCluster').superuserUrl, new URL(own).pathname.slice(1));
    return runOn(url, ['begin', ...statements, 'commit']).then(
      () => true,
      () => false,
    );
  }

  write({ id }: Attempt, test: RunnerTask, outcome: Outcome, message?: string): void {
    const tried: Tried = { id, file: this.file, test: nameOf(test), outcome, ...(message ? { message } : {}) };
    this.append(tried);
  }

  writeMet(test: string, ms: number): void {
    const { met } = globalThis.groundworkGuardState;
    if (met === undefined || met.size === 0) return;
    const line: Met = { file: this.file, test, ms: Math.round(ms), what: [...met] };
    this.append(line);
    met.clear();
  }

  append(line: unknown): void {
    appendFileSync(`${this.plan.notes}/${process.pid}.jsonl`, `${JSON.stringify(line)}\n`);
  }
}

function nameOf(test: RunnerTask): string {
  const names = [test.name];
  for (let suite = test.suite; suite !== undefined && suite.name !== ''; suite = suite.suite) names.unshift(suite.name);
  return names.join(' > ');
}
