import { seedPaths } from '../vocabulary.ts';
import type { Exercise } from './exercise.ts';

/** Something wrong with the catalogue itself, for the person who edits it. */
export interface CatalogueProblem {
  readonly exerciseId: string;
  readonly problem: string;
}

const maxPurposeLength = 70;
const maxCueLength = 100;

/** Every problem of a catalogue: broken references, gaps in ladders, doses out of range, missing words. Empty when all is well. */
export function checkCatalogue(catalogue: readonly Exercise[]): readonly CatalogueProblem[] {
  const byId = new Map(catalogue.map((exercise) => [exercise.id, exercise]));
  const problems: CatalogueProblem[] = [];
  const report = (exerciseId: string, problem: string) => problems.push({ exerciseId, problem });

  const seenIds = new Set<string>();
  const seenNames = new Set<string>();
  for (const exercise of catalogue) {
    if (seenIds.has(exercise.id)) report(exercise.id, 'id is used twice');
    seenIds.add(exercise.id);
    for (const name of [exercise.name, ...exercise.aliases]) {
      if (seenNames.has(name.toLowerCase())) report(exercise.id, `name "${name}" is used twice`);
      seenNames.add(name.toLowerCase());
    }
    for (const problem of [...checkDose(exercise), ...checkWords(exercise), ...checkSteps(exercise, byId)]) {
      report(exercise.id, problem);
    }
    if (exercise.equipment.length === 0) report(exercise.id, 'no set of equipment is enough');
    if (exercise.perSide && !exercise.unilateral) report(exercise.id, 'per side but not unilateral');
    if (exercise.impact > 0 !== (exercise.highResistance === 'plyometric_budget')) {
      report(exercise.id, 'impact and contact budget disagree');
    }
  }
  for (const { exerciseId, problem } of [...checkLadders(catalogue), ...checkSeedPaths(catalogue)]) {
    report(exerciseId, problem);
  }
  return problems;
}

function checkDose({ prescription, measure }: Exercise): string[] {
  const { sets, min, max, restSeconds } = prescription;
  const [lowest, highest] = measure === 'reps' ? [3, 20] : [10, 45];
  const problems: string[] = [];
  if (![sets, min, max, restSeconds].every(Number.isInteger)) problems.push('dose is not in whole numbers');
  if (sets < 2 || sets > 4) problems.push(`${sets} sets`);
  if (min >= max || min < lowest || max > highest) problems.push(`range ${min} to ${max} ${measure}`);
  if (restSeconds < 15 || restSeconds > 180) problems.push(`rest ${restSeconds} s`);
  return problems;
}

function checkWords({ name, purpose, cues, faults }: Exercise): string[] {
  const problems: string[] = [];
  if (name.length < 4 || name.length > 50) problems.push('name is too short or too long');
  if (purpose.length < 10 || purpose.length > maxPurposeLength) problems.push('purpose is too short or too long');
  if (cues.length < 2 || cues.length > 4) problems.push(`${cues.length} cues`);
  if (faults.length < 2 || faults.length > 3) problems.push(`${faults.length} faults`);
  for (const text of [...cues, ...faults.flatMap(({ fault, fix }) => [fault, fix])]) {
    if (text.length < 5 || text.length > maxCueLength) problems.push(`too short or too long: "${text}"`);
  }
  return problems;
}

function checkSteps(exercise: Exercise, byId: ReadonlyMap<string, Exercise>): string[] {
  const problems: string[] = [];
  for (const [field, id, rung] of [
    ['regressTo', exercise.regressTo, exercise.rung - 1],
    ['progressTo', exercise.progressTo, exercise.rung + 1],
  ] as const) {
    if (id === null) continue;
    const neighbour = byId.get(id);
    if (!neighbour) problems.push(`${field} "${id}" does not exist`);
    else if (neighbour.ladder !== exercise.ladder) problems.push(`${field} "${id}" is on another ladder`);
    else if (neighbour.rung !== rung) problems.push(`${field} "${id}" is not the neighbouring rung`);
  }
  return problems;
}

/** Each ladder can be climbed from its first rung to its last and back down from any rung. */
function checkLadders(catalogue: readonly Exercise[]): CatalogueProblem[] {
  const problems: CatalogueProblem[] = [];
  for (const ladder of new Set(catalogue.map((exercise) => exercise.ladder))) {
    const members = catalogue.filter((exercise) => exercise.ladder === ladder);
    const top = Math.max(...members.map((exercise) => exercise.rung));
    for (let rung = 1; rung <= top; rung += 1) {
      const here = members.filter((exercise) => exercise.rung === rung);
      if (here.length < 1 || here.length > 2) {
        problems.push({ exerciseId: ladder, problem: `rung ${rung} holds ${here.length} exercises` });
      }
      for (const exercise of here) {
        if ((exercise.regressTo === null) !== (rung === 1)) {
          problems.push({ exerciseId: exercise.id, problem: 'no way down' });
        }
        if ((exercise.progressTo === null) !== (rung === top)) {
          problems.push({ exerciseId: exercise.id, problem: 'no way up' });
        }
      }
    }
    if (new Set(members.map((exercise) => exercise.area)).size > 1) {
      problems.push({ exerciseId: ladder, problem: 'ladder spans two areas' });
    }
  }
  return problems;
}

/** A named path climbs one ladder without going back. */
function checkSeedPaths(catalogue: readonly Exercise[]): CatalogueProblem[] {
  return seedPaths.flatMap((path) => {
    const steps = catalogue.filter((exercise) => exercise.seedPath === path);
    const climbs = steps.every((step, index) => {
      const previous = steps[index - 1];
      return !previous || (previous.ladder === step.ladder && previous.rung < step.rung);
    });
    return steps.length >= 2 && climbs ? [] : [{ exerciseId: path, problem: 'path does not climb one ladder' }];
  });
}
