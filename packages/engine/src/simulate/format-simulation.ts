import { proposalTopics } from '../adapt/proposal.ts';
import { mistakes } from '../finding.ts';
import type { GroupOutcome, Simulation } from './simulate.ts';

/** A column: its head, and what it says of a group. */
type Column = readonly [head: string, say: (outcome: GroupOutcome) => string];

const columns: readonly Column[] = [
  ['group', ({ group }) => group],
  ['runners', ({ runners }) => String(runners)],
  ['sessions', ({ sessionsPlanned }) => String(sessionsPlanned)],
  [
    'done',
    ({ sessionsDone, sessionsPlanned }) => `${Math.round((100 * sessionsDone) / Math.max(1, sessionsPlanned))} %`,
  ],
  ['load', ({ loadChangePercent }) => (loadChangePercent === null ? '-' : sign(loadChangePercent))],
  ['rungs', ({ rungsPerRunner }) => rungsPerRunner.toFixed(1)],
  ['pain', ({ painEpisodes }) => String(painEpisodes)],
  ['back-offs', ({ backoffs }) => String(backoffs)],
  ['proposals', ({ proposals }) => String(proposals)],
  ...proposalTopics.map((topic): Column => [topic, ({ byTopic }) => String(byTopic[topic])]),
  ['ask', ({ byKind }) => String(byKind.question)],
  ['note', ({ byKind }) => String(byKind.note)],
  ...mistakes.map((mistake): Column => [`audit ${mistake}`, ({ clean }) => `${clean[mistake]} %`]),
  ['breaches', ({ breaches }) => String(breaches)],
];
const breachesShown = 20;

/** The outcomes as a table in plain text, a line for each group, and what must not happen below it. */
export function formatSimulation({ runners, weeks, seed, groups, breaches }: Simulation): readonly string[] {
  const rows = [columns.map(([head]) => head), ...groups.map((group) => columns.map(([, say]) => say(group)))];
  const widths = columns.map((_, index) => Math.max(...rows.map((row) => (row[index] ?? '').length)));
  const lines = rows.map((row) =>
    row
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const found = breaches
    .slice(0, breachesShown)
    .map(({ code, runner, date, about }) => `${code}, runner ${runner}, ${date}: ${about}`);
  const more = breaches.length - found.length;
  return [
    `${runners} runners, ${weeks} weeks, seed ${seed}`,
    '',
    ...lines,
    '',
    breaches.length === 0
      ? 'No rule broken, no load beyond its caps, no runner stuck, every proposal explained, every replay the same.'
      : `${breaches.length} things that must not happen:`,
    ...found,
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}

function sign(percent: number): string {
  return `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${Math.abs(percent)} %`;
}
