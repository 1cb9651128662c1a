import { ThreadsPoolWorker } from 'vitest/node';

const answer = { __vitest_worker_response__: true };

/** The thread that stays between runs: to start one and load the engine takes a hundred times as long as a rule's own tests. */
let warm;

/**
 * A thread that Vitest believes to start and stop with each run. Mutants are switched on while the code runs, so what was loaded
 * for one serves the next; test files are read again each time.
 */
class WarmThread extends ThreadsPoolWorker {
  name = 'warm';
  listeners = [];

  async start() {
    this._thread = warm?.thread;
    await super.start();
    if (warm?.thread === this._thread) return;
    const thread = this._thread;
    warm = { thread, isStarted: false };
    thread.once('exit', () => {
      if (warm?.thread === thread) warm = undefined;
    });
  }

  on(event, callback) {
    this.listeners.push([event, callback]);
    super.on(event, callback);
  }

  send(message) {
    if (message.type === 'stop') return this.pretend('stopped');
    if (message.type === 'start') {
      this.config = message.context.config;
      if (warm.isStarted) return this.pretend('started');
      warm.isStarted = true;
    }
    super.send(message.type === 'run' ? this.addConfig(message) : message);
  }

  /** Which tests meet this mutant is in what a thread is started with, and this one would go on with its first mutant's. */
  addConfig(message) {
    return { ...message, context: { ...message.context, config: this.config } };
  }

  pretend(type) {
    queueMicrotask(() => {
      for (const [event, callback] of this.listeners) if (event === 'message') callback({ ...answer, type });
    });
  }

  async stop() {
    for (const [event, callback] of this.listeners) this._thread.off(event, callback);
    this.listeners = [];
    this._thread.stdout.unpipe(this.stdout);
    this._thread.stderr.unpipe(this.stderr);
    this._thread = undefined;
  }
}

/** Puts the warm thread where Stryker's runner insists on a pool of Vitest's own. */
export const warmPool = {
  name: 'warm-pool',
  configureVitest({ vitest, project }) {
    vitest.onClose(() => warm?.thread.terminate());
    project.config.pool = 'warm';
    project.config.poolRunner = { name: 'warm', createPoolWorker: (options) => new WarmThread(options) };
  },
};
