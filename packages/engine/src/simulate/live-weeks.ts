// One synthetic runner, day by day, under the engine: what she does, what the engine makes of it, and what must never happen.
import { type AdaptInput, adapt, type DatedCheckIn } from '../adapt/adapt.ts';
import { isSkipped } from '../adapt/apply-proposal.ts';
import type { ExerciseLog } from '../adapt/exercise-log.ts';
import { isScreenedOut } from '../adapt/is-screened-out.ts';
import { judgePain, type PainReport } from '../adapt/judge-pain.ts';
import type { Proposal, ProposalTopic } from '../adapt/proposal.ts';
import type { ChangeKind } from '../adapt/proposed-change.ts';
import type { ClientRules } from '../adapt/rule-set.ts';
import { buildRecord, contextOf, extendRecord, type RecordContext } from '../adapt/training-record.ts';
import type { Audit } from '../audit.ts';
import { buildProgram } from '../build-program.ts';
import { findExercise } from '../catalogue/catalogue.ts';
import { auditProgram, checkProgram } from '../check-program.ts';
import { explainReason } from '../explain.ts';
import type { Load } from '../load.ts';
import { addDays, type PlainDate } from '../plain-date.ts';
import type { Profile } from '../profile.ts';
import type { PlannedSession, Program, ProgramWeek } from '../program.ts';
import { type Reason, reasonCodes } from '../reason.ts';
import { findRule } from '../rules.ts';
import { daysPerWeek } from '../run-calendar.ts';
import { findPainfulSite } from '../runner-limits.ts';
import { type PainSite, painSites } from '../vocabulary.ts';
import { Body } from './body.ts';
import type { Breach, BreachCode } from './breach.ts';
import { type SeededRandom, seedRandom } from './seeded-random.ts';
import { drawRunner, groupsOf, type RunnerGroup, type SyntheticRunner } from './synthetic-runner.ts';
import { type Asked, LoadWatch } from './watch-loads.ts';

/** The doors of the engine that a runner's year goes through; a broken double can stand in for any. */
export interface LivedEngine {
  readonly build: typeof buildProgram;
  readonly adapt: typeof adapt;
  readonly check: typeof checkProgram;
  readonly audit: typeof auditProgram;
}

export const realEngine: LivedEngine = {
  build: buildProgram,
  adapt,
  check: checkProgram,
  audit: auditProgram,
};

const notDone: Reason = { code: 'MISSED_DROP', rule: 'MISSED', data: {} };

/** What of mistake 2 is never the runner's doing. */
const ownOverload: ReadonlySet<string> = new Set(['M2_BLOCK_LENGTH', 'M2_NEXT_NOT_HARDER']);

/** What came of one runner's weeks. */
export interface LivedWeeks {
  readonly groups: readonly RunnerGroup[];
  /** Of her last program as it was lived: what the audit says to each of the four mistakes. */
  readonly verdicts: Audit['verdicts'] | null;
  readonly breaches: readonly Breach[];
  readonly planned: number;
  readonly done: number;
  /** First and last load of each exercise that was lifted in four sessions and more, as last over first. */
  readonly loadRatios: readonly number[];
  /** Rungs between the first and the last exercise of each ladder. */
  readonly rungs: number;
  readonly painEpisodes: number;
  readonly backoffs: number;
  readonly byTopic: Readonly<Partial<Record<ProposalTopic, number>>>;
  readonly byKind: Readonly<Partial<Record<ChangeKind, number>>>;
}

export interface LiveInput {
  /** Which runner, from 0; with the seed it decides everything about her. */
  readonly runner: number;
  readonly seed: number;
  /** 4 to 52. */
  readonly weeks: number;
  readonly startsOn: PlainDate;
  readonly engine: LivedEngine;
  /** Explanations that were looked at already, for all runners of a population. */
  readonly explained: Set<string>;
}

/** So many ordinary sessions of one exercise without a change, and with no reason for it, is a runner left alone. */
const quietSessionsMax = 12;
const seedStride = 7_919;
const correctedAfterDays = 2;

/** Lives the weeks of one runner. The same input gives the same outcome. */
export function liveWeeks(input: LiveInput): LivedWeeks {
  const random = seedRandom(input.seed * 1_000_003 + input.runner * seedStride);
  const drawn = drawRunner(random, input.startsOn, input.weeks);
  return new Life(input, random, drawn).live();
}

interface Hurt {
  readonly site: PainSite;
  strength: number;
  readonly isFlagged: boolean;
}

class Life {
  private readonly input: LiveInput;
  private readonly random: SeededRandom;
  private readonly drawn: SyntheticRunner;
  private readonly profile: Profile;
  private readonly rules: ClientRules;
  private readonly context: RecordContext;
  private readonly body: Body;
  private readonly loads: LoadWatch;
  private readonly breaches: Breach[] = [];
  private readonly logs: ExerciseLog[] = [];
  private readonly checkIns: DatedCheckIn[] = [];
  private readonly pains: PainReport[] = [];
  private readonly late: { readonly due: PlainDate; readonly logs: readonly ExerciseLog[] }[] = [];
  private readonly quiet = new Map<string, { asked: string; sessions: number }>();
  private readonly byTopic: Partial<Record<ProposalTopic, number>> = {};
  private readonly byKind: Partial<Record<ChangeKind, number>> = {};
  private readonly performed = new Set<string>();
  /** Until when a question about its load is open, by exercise. */
  private readonly questioned = new Map<string, PlainDate>();
  /** What was asked and really lifted, until the engine hears of it. */
  private readonly lifted = new Map<string, { readonly asked: Asked; readonly load: Load | null }>();
  private record;
  private hurt: Hurt | null = null;
  private awayUntil: PlainDate = '';
  private illUntil: PlainDate = '';
  private painEpisodes = 0;
  private backoffs = 0;

  constructor(input: LiveInput, random: SeededRandom, drawn: SyntheticRunner) {
    this.input = input;
    this.random = random;
    this.drawn = drawn;
    this.profile = drawn.profile;
    this.rules = drawn.rules;
    this.context = { profile: drawn.profile, parameters: drawn.rules.parameters };
    this.body = new Body(random, drawn.traits, drawn.profile.unit);
    this.loads = new LoadWatch(drawn.rules.parameters);
    this.record = buildRecord([], this.context);
  }

  live(): LivedWeeks {
    const { startsOn, weeks, engine } = this.input;
    const { sessionsPerWeek, rules } = this.drawn;
    const built = engine.build({ profile: this.profile, startsOn, weeks, sessionsPerWeek, rules });
    if (!built.ok) {
      this.breach('no_program', startsOn, JSON.stringify(built.problems));
      return this.sum(0, null);
    }
    let program = built.value.program;
    for (let week = 0; week < weeks; week += 1) program = this.liveWeek(program, week);
    this.checkReplay(addDays(startsOn, weeks * daysPerWeek));
    const planned = program.weeks.reduce((sum, { sessions }) => sum + sessions.length, 0);
    return this.sum(planned, this.checkWhole(program));
  }

  private liveWeek(before: Program, index: number): Program {
    const monday = addDays(this.input.startsOn, index * daysPerWeek);
    this.drawWeek(monday);
    let program = before;
    let isMissed = false;
    for (let day = 0; day < daysPerWeek; day += 1) {
      const today = addDays(monday, day);
      const arrived = this.takeLate(today);
      const isPlanned = program.weeks[index]?.sessions.some((one) => one.date === today && this.isOpen(one)) ?? false;
      if (today < this.awayUntil) {
        isMissed ||= isPlanned;
        continue;
      }
      if (!isPlanned && !isMissed && !arrived) continue;
      program = this.adaptOn(program, today);
      isMissed = false;
      const week = program.weeks[index];
      const session = week?.sessions.find((one) => one.date === today && this.isOpen(one));
      if (!week || !session) continue;
      if (this.random.chance(this.drawn.traits.adherence)) this.do(week, session, today);
      else isMissed = true;
    }
    this.checkWeek(program, index);
    return program;
  }

  private isOpen(session: PlannedSession): boolean {
    return !this.performed.has(session.key) && session.prescriptions.length > 0 && !isSkipped(session);
  }

  /** What befalls a runner in a week. */
  private drawWeek(monday: PlainDate): void {
    const { random } = this;
    const { painChance, illChance, awayChance } = this.drawn.traits;
    if (this.hurt) {
      this.hurt.strength -= random.between(0.5, 2);
      if (this.hurt.strength <= 0) this.heal(monday);
    } else if (random.chance(painChance)) {
      this.hurt = { site: random.pick(painSites), strength: random.between(1.5, 8.5), isFlagged: random.chance(0.04) };
      this.painEpisodes += 1;
    }
    if (random.chance(illChance)) this.illUntil = addDays(monday, random.whole(3, 10));
    if (random.chance(awayChance)) this.awayUntil = addDays(monday, random.pick([7, 7, 10, 14, 21, 35]));
  }

  private heal(today: PlainDate): void {
    if (!this.hurt) return;
    this.report(today, this.hurt.site, 0, []);
    this.hurt = null;
  }

  private report(date: PlainDate, site: PainSite, during: number, flags: PainReport['flags']): void {
    const nextMorning = this.random.chance(0.5) ? Math.max(0, during - this.random.whole(0, 3)) : null;
    this.pains.push({ date, site, during, nextMorning, baseline: 0, isRising: false, flags });
  }

  private takeLate(today: PlainDate): boolean {
    const due = this.late.filter((one) => one.due <= today);
    if (due.length === 0) return false;
    for (const one of due) {
      this.late.splice(this.late.indexOf(one), 1);
      this.addLogs(one.logs);
    }
    return true;
  }

  private addLogs(logs: readonly ExerciseLog[]): void {
    this.logs.push(...logs);
    this.record = extendRecord(this.record, logs, this.context);
    for (const { planned, session, slot } of logs) {
      const lifted = this.lifted.get(`${session} ${slot}`);
      if (lifted) this.loads.note(lifted.asked, lifted.load);
      const code = this.record.steps.get(planned.exerciseId)?.why.code;
      if (code === 'BACKOFF' || code === 'BACKOFF_AGAIN') this.backoffs += 1;
    }
  }

  private adaptOn(program: Program, today: PlainDate): Program {
    const { random } = this;
    const isIll = today < this.illUntil;
    if (random.chance(this.drawn.traits.answers)) {
      const feeling = () => random.pick([1, 2, 3, 3, 4, 4, 4, 5, 5, null]);
      this.checkIns.push({
        date: today,
        soreness: feeling(),
        sleep: feeling(),
        fatigue: feeling(),
        mood: feeling(),
        isIll,
        hasFever: isIll && random.chance(0.3),
        hasRedPain: false,
        variability: null,
      });
      const { hurt } = this;
      if (hurt)
        this.report(
          today,
          hurt.site,
          Math.round(hurt.strength),
          hurt.isFlagged && hurt.strength > 3 ? ['night_pain'] : [],
        );
    }
    const facts: AdaptInput = {
      program,
      profile: this.profile,
      rules: this.rules,
      today,
      logs: this.logs,
      record: this.record,
      checkIns: this.checkIns,
      pains: this.pains,
      fixed: [...this.performed],
    };
    const { proposals, program: after } = this.input.engine.adapt(facts);
    for (const proposal of proposals) {
      this.checkProposal(proposal, today);
      if (proposal.kind === 'question') this.answer(proposal, today);
    }
    return after;
  }

  /** Whoever is asked about a load says that it was so; a slip was corrected by then. Until the answer the load is not judged. */
  private answer({ exerciseId }: Proposal, today: PlainDate): void {
    // Easier sessions since then are not what is asked about.
    const log = this.record.facts.findLast(
      ({ planned, phase, isEased }) => planned.exerciseId === exerciseId && phase === 'build' && !isEased,
    );
    if (!log || exerciseId === null) return;
    this.questioned.set(exerciseId, addDays(today, correctedAfterDays));
    const truth = this.lifted.get(`${log.session} ${log.slot}`)?.load?.hundredths;
    if (log.isConfirmed || log.sets[0]?.load?.hundredths !== truth) return;
    const confirmed = { ...log, revision: log.revision + 1, isConfirmed: true };
    this.late.push({ due: addDays(today, correctedAfterDays), logs: [confirmed] });
  }

  /** The session as she does it; sometimes it is written down late, or with a slip that is corrected. */
  private do(week: ProgramWeek, session: PlannedSession, today: PlainDate): void {
    const { random } = this;
    const { lateLogs, slips } = this.drawn.traits;
    this.performed.add(session.key);
    const logs = session.prescriptions.flatMap((planned): readonly ExerciseLog[] => {
      const exercise = findExercise(planned.exerciseId);
      if (!exercise) return [];
      const { loadable } = contextOf(exercise.id, null, this.context);
      const isEased = session.load === 'light' || planned.reasons.some(({ code }) => code.startsWith('TODAY_'));
      const asked = { prescription: planned, phase: week.phase, date: today, loadable, isEased };
      const isAsked = today < (this.questioned.get(exercise.id) ?? '');
      const wrong = isAsked ? undefined : this.loads.judge(asked);
      if (wrong) this.breach(wrong.code, today, wrong.about);
      const sets = this.body.perform(exercise, planned, loadable, today);
      this.lifted.set(`${session.key} ${planned.slot}`, { asked, load: sets[0]?.load ?? null });
      if (week.phase === 'build' && !isEased)
        this.checkQuiet(planned.exerciseId, JSON.stringify([planned.load, planned.amount, planned.tempo]), today);
      const hurts = this.hurt && findPainfulSite(exercise, [this.hurt.site]) !== undefined;
      const pain = hurts ? Math.max(0, Math.round(this.hurt?.strength ?? 0)) : random.chance(0.3) ? 0 : null;
      return [
        {
          session: session.key,
          slot: planned.slot,
          revision: 0,
          date: today,
          block: week.block,
          phase: week.phase,
          planned,
          sets,
          pain,
          isEased,
          isConfirmed: false,
        },
      ];
    });
    const isSlip = random.chance(slips);
    const written = isSlip ? logs.map(withSlip) : logs;
    if (random.chance(lateLogs)) this.late.push({ due: addDays(today, random.whole(1, 9)), logs: written });
    else this.addLogs(written);
    if (isSlip) {
      const corrected = logs.map((log) => ({ ...log, revision: 1 }));
      this.late.push({ due: addDays(today, correctedAfterDays), logs: corrected });
    }
  }

  private checkQuiet(exerciseId: string, asked: string, today: PlainDate): void {
    const why = this.record.steps.get(exerciseId)?.why.code;
    const known = this.quiet.get(exerciseId);
    const isQuiet = known?.asked === asked && why === 'HOLD';
    const sessions = isQuiet ? known.sessions + 1 : 0;
    this.quiet.set(exerciseId, { asked, sessions });
    if (sessions > quietSessionsMax) this.breach('stuck', today, `${exerciseId} for ${sessions} sessions`);
  }

  private checkProposal(proposal: Proposal, today: PlainDate): void {
    const { id, code, rule, data, kind, topic, before, after, edits } = proposal;
    this.byTopic[topic] = (this.byTopic[topic] ?? 0) + 1;
    this.byKind[kind] = (this.byKind[kind] ?? 0) + 1;
    if (edits.length > 0 && JSON.stringify(before) === JSON.stringify(after)) this.breach('nothing_changed', today, id);
    for (const why of [{ code, rule, data }, ...edits.map((edit) => edit.why)]) {
      const key = `${why.code} ${why.rule} ${Object.keys(why.data).join()}`;
      if (this.input.explained.has(key)) continue;
      const { title, claim } = explainReason(why);
      const isTold = isSentence(claim) && title.length > 2 && findRule(why.rule) !== undefined;
      if (isTold && reasonCodes.some((known) => known === why.code)) this.input.explained.add(key);
      else this.breach('not_explained', today, `${id}: ${key}: ${claim}`);
    }
  }

  /** The week as it stood when it was over. What does not rise is for the check on stuck runners. */
  private checkWeek(program: Program, index: number): void {
    const week = program.weeks[index];
    if (!week) return;
    this.checkLimits(week);
    const { number } = week;
    const block = { number: week.block, firstWeek: number, lastWeek: number, focus: 'general' as const, reasons: [] };
    const alone: Program = { ...program, startsOn: week.startsOn, blocks: [block], weeks: [week] };
    const painful = this.pains
      .filter((report) => judgePain(report, this.rules.parameters).light === 'red')
      .map(({ site }) => site);
    const profile = painful.length === 0 ? this.profile : { ...this.profile, painSites: [...new Set(painful)] };
    for (const { code, severity, mistake, at, data } of this.input.engine.check({
      program: alone,
      profile,
      rules: this.rules,
    })) {
      // A group's dose is no matter of taste.
      const isBroken = severity === 'error' || code === 'M1_GROUP_DOSE';
      if (!isBroken || mistake === 2) continue;
      this.breach('rule_broken', week.startsOn, `${code} ${JSON.stringify({ ...at, ...data })}`);
    }
  }

  /** Nothing that the health questions leave out, and nothing on a day off. */
  private checkLimits(week: ProgramWeek): void {
    const { screening, timeOff } = this.profile;
    for (const session of week.sessions) {
      if (isSkipped(session)) continue;
      const off = timeOff.find(({ from, to }) => from <= session.date && session.date <= to);
      if (off && (off.work === 'none' || session.load !== 'light')) {
        this.breach('on_day_off', session.date, `${session.key} ${session.load}, ${off.kind} from ${off.from}`);
      }
      for (const { exerciseId } of screening ? session.prescriptions : []) {
        const exercise = findExercise(exerciseId);
        if (exercise && screening && isScreenedOut(exercise, screening)) {
          this.breach('screened_out', session.date, `${session.key} ${exerciseId}`);
        }
      }
    }
  }

  /** The year as it was lived, by all four audits. Whether loads rose and what was skipped is hers; what followed is the engine's. */
  private checkWhole(program: Program): Audit['verdicts'] {
    const painful = [...new Set(this.pains.map(({ site }) => site))];
    const profile = painful.length === 0 ? this.profile : { ...this.profile, painSites: painful };
    const { audit } = this.input.engine;
    const weeks = program.weeks.map((week) => ({
      ...week,
      sessions: week.sessions.map((session) =>
        this.performed.has(session.key) ? session : { ...session, reasons: [...session.reasons, notDone] },
      ),
    }));
    // What follows on a rung follows on what was done.
    for (const { code, severity, at, data } of audit({ program: { ...program, weeks }, profile, rules: this.rules })
      .findings) {
      if (!ownOverload.has(code) || severity === 'info') continue;
      this.breach('rule_broken', this.input.startsOn, `${code} ${JSON.stringify({ ...at, ...data })}`);
    }
    return audit({ program, profile, rules: this.rules }).verdicts;
  }

  /** All logs read anew lead to the same as one after the other. */
  private checkReplay(today: PlainDate): void {
    for (const { logs } of this.late.splice(0)) this.addLogs(logs);
    const anew = buildRecord(this.logs, this.context);
    const same =
      JSON.stringify([...anew.steps].sort(byFirst)) === JSON.stringify([...this.record.steps].sort(byFirst)) &&
      anew.facts.length === this.record.facts.length &&
      anew.lastDate === this.record.lastDate;
    if (!same) this.breach('replay_differs', today, 'the record of all logs');
  }

  private breach(code: BreachCode, date: PlainDate, about: string): void {
    this.breaches.push({ code, runner: this.input.runner, date, about });
  }

  private sum(planned: number, verdicts: Audit['verdicts'] | null): LivedWeeks {
    const loads = new Map<string, { first: number; last: number; times: number }>();
    const rungs = new Map<string, { first: number; last: number }>();
    for (const { planned: dose, sets, phase } of this.record.facts) {
      const exercise = findExercise(dose.exerciseId);
      if (!exercise) continue;
      const ladder = rungs.get(exercise.ladder);
      rungs.set(exercise.ladder, { first: ladder?.first ?? exercise.rung, last: exercise.rung });
      const load = sets[0]?.load?.hundredths;
      if (load === undefined || phase !== 'build') continue;
      const known = loads.get(dose.exerciseId);
      loads.set(dose.exerciseId, { first: known?.first ?? load, last: load, times: (known?.times ?? 0) + 1 });
    }
    return {
      groups: groupsOf(this.drawn),
      verdicts,
      breaches: this.breaches,
      planned,
      done: this.performed.size,
      loadRatios: [...loads.values()].filter(({ times }) => times >= 4).map(({ first, last }) => last / first),
      rungs: [...rungs.values()].reduce((sum, { first, last }) => sum + last - first, 0),
      painEpisodes: this.painEpisodes,
      backoffs: this.backoffs,
      byTopic: this.byTopic,
      byKind: this.byKind,
    };
  }
}

/** Twice the load, as a finger slips. */
function withSlip(log: ExerciseLog): ExerciseLog {
  return {
    ...log,
    sets: log.sets.map((set) =>
      set.load ? { ...set, load: { ...set.load, hundredths: set.load.hundredths * 2 } } : set,
    ),
  };
}

const sentence = /^[\p{Lu}\d"](?!.*(undefined|NaN|null|\[object|\s{2}|\s[.,;]|\.\.)).{10,}\.$/u;

function isSentence(text: string): boolean {
  return sentence.test(text);
}

function byFirst([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
