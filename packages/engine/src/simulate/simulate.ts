// A population of synthetic runners under the engine, and what came of them.
import { type ProposalTopic, proposalTopics } from '../adapt/proposal.ts';
import { type ChangeKind, changeKinds } from '../adapt/proposed-change.ts';
import { type Mistake, mistakes } from '../finding.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Breach } from './breach.ts';
import { type LivedEngine, type LivedWeeks, liveWeeks, realEngine } from './live-weeks.ts';
import { type RunnerGroup, runnerGroups } from './synthetic-runner.ts';

export interface SimulationInput {
  /** 1 to 100,000. */
  readonly runners: number;
  /** 4 to 52; 7 can't be cut into blocks. */
  readonly weeks: number;
  /** A whole number: the same one gives the same runners and the same outcome. */
  readonly seed: number;
  /** The real one when left out. */
  readonly engine?: LivedEngine;
}

/** What came of a group: sums, and means over its runners. */
export interface GroupOutcome {
  readonly group: RunnerGroup | 'all';
  readonly runners: number;
  readonly sessionsPlanned: number;
  readonly sessionsDone: number;
  /** The middle runner's exercise: last load against the first, in percent; null where nothing was loaded. */
  readonly loadChangePercent: number | null;
  readonly rungsPerRunner: number;
  readonly painEpisodes: number;
  readonly backoffs: number;
  readonly proposals: number;
  readonly byTopic: Readonly<Record<ProposalTopic, number>>;
  readonly byKind: Readonly<Record<ChangeKind, number>>;
  /** Of how many runners each audit found no error in the year as it was lived, in percent, by mistake. */
  readonly clean: Readonly<Record<Mistake, number>>;
  readonly breaches: number;
}

export interface Simulation {
  readonly runners: number;
  readonly weeks: number;
  readonly seed: number;
  /** One for each group with somebody in it, and all together. */
  readonly groups: readonly GroupOutcome[];
  /** Everything that must not happen and did. Empty is what is wanted. */
  readonly breaches: readonly Breach[];
}

const startsOn: PlainDate = '2026-01-05';

/** Lives all runners, one after the other. Pure: the same input gives the same outcome. */
export function simulate({ runners, weeks, seed, engine = realEngine }: SimulationInput): Simulation {
  const explained = new Set<string>();
  const lives = Array.from({ length: runners }, (_, runner) =>
    liveWeeks({ runner, seed, weeks, startsOn, engine, explained }),
  );
  const groups = runnerGroups
    .map((group) =>
      sumGroup(
        group,
        lives.filter((life) => life.groups.includes(group)),
      ),
    )
    .filter((outcome) => outcome.runners > 0);
  return {
    runners,
    weeks,
    seed,
    groups: [...groups, sumGroup('all', lives)],
    breaches: lives.flatMap((life) => life.breaches),
  };
}

function sumGroup(group: RunnerGroup | 'all', lives: readonly LivedWeeks[]): GroupOutcome {
  const total = (count: (life: LivedWeeks) => number) => lives.reduce((sum, life) => sum + count(life), 0);
  const ratios = lives.flatMap(({ loadRatios }) => loadRatios).sort((one, other) => one - other);
  const middle = ratios[Math.floor(ratios.length / 2)];
  const byTopic = Object.fromEntries(
    proposalTopics.map((topic) => [topic, total((life) => life.byTopic[topic] ?? 0)]),
  ) as Record<ProposalTopic, number>;
  const byKind = Object.fromEntries(
    changeKinds.map((kind) => [kind, total((life) => life.byKind[kind] ?? 0)]),
  ) as Record<ChangeKind, number>;
  return {
    group,
    runners: lives.length,
    sessionsPlanned: total(({ planned }) => planned),
    sessionsDone: total(({ done }) => done),
    loadChangePercent: middle === undefined ? null : Math.round((middle - 1) * 100),
    rungsPerRunner: Math.round((total(({ rungs }) => rungs) / Math.max(1, lives.length)) * 10) / 10,
    painEpisodes: total(({ painEpisodes }) => painEpisodes),
    backoffs: total(({ backoffs }) => backoffs),
    proposals: Object.values(byKind).reduce((sum, count) => sum + count, 0),
    byTopic,
    byKind,
    clean: Object.fromEntries(mistakes.map((mistake) => [mistake, percentClean(lives, mistake)])) as Record<
      Mistake,
      number
    >,
    breaches: total(({ breaches }) => breaches.length),
  };
}

function percentClean(lives: readonly LivedWeeks[], mistake: Mistake): number {
  const clean = lives.filter(({ verdicts }) => verdicts !== null && verdicts[mistake] !== 'fails').length;
  return Math.round((100 * clean) / Math.max(1, lives.length));
}
