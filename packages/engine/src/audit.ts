import type { SetAside } from './adapt/rule-set.ts';
import type { AuditInput } from './audit-input.ts';
import { checkOverload } from './check-overload.ts';
import { checkQuantity } from './check-quantity.ts';
import { checkSchedule } from './check-schedule.ts';
import { checkSpecificity } from './check-specificity.ts';
import type { Finding, Mistake } from './finding.ts';
import { defaultParameters, type ParameterValues } from './parse-parameters.ts';

/** Why a rule says nothing about an input. Silence for want of facts is not a pass. */
export const cannotTellCodes = [
  'GOALS_NOT_STATED',
  'DOSES_NOT_STATED',
  'RESTS_NOT_STATED',
  'NOTHING_REPEATS',
  'LOADS_NOT_STATED',
  'ONE_TEMPLATE',
  'TOO_FEW_WEEKS',
  'SESSIONS_NOT_ALL_KNOWN',
  'EXERCISES_NOT_ALL_KNOWN',
  'AREAS_NOT_KNOWN',
  'HEAVINESS_NOT_KNOWN',
  'RUNS_NOT_KNOWN',
  'DAYS_NOT_KNOWN',
] as const;
export type CannotTellCode = (typeof cannotTellCodes)[number];

/** A rule that could not be judged for at least one week, session or slot. */
export interface CannotTell {
  readonly mistake: Mistake;
  /** The rule's id, such as "S9". */
  readonly rule: string;
  readonly code: CannotTellCode;
}

/** What one check found, and what it had too little to judge. */
export interface Checked {
  readonly findings: readonly Finding[];
  readonly cannotTell: readonly CannotTell[];
  /** Whether anything at all could be judged. */
  readonly judged: boolean;
}

export const verdicts = ['fails', 'warns', 'passes', 'cannot_tell'] as const;
export type Verdict = (typeof verdicts)[number];

export interface Audit {
  /** Every finding, by mistake; within one, by rule and week. */
  readonly findings: readonly Finding[];
  readonly cannotTell: readonly CannotTell[];
  /** One verdict for each of the four mistakes. Notes do not spoil a pass. */
  readonly verdicts: Readonly<Record<Mistake, Verdict>>;
}

/**
 * Everything that the four checks have to say about an input, whoever made it. What breaks a rule that is set aside for this
 * client is a note which says so and on whose word: neither an error nor silence.
 */
export function audit(
  input: AuditInput,
  parameters: ParameterValues = defaultParameters,
  setAside: readonly SetAside[] = [],
): Audit {
  const checked: Readonly<Record<Mistake, Checked>> = {
    1: markSetAside(checkSpecificity(input, parameters), setAside),
    2: markSetAside(checkOverload(input), setAside),
    3: markSetAside(checkQuantity(input, parameters), setAside),
    4: markSetAside(checkSchedule(input, parameters), setAside),
  };
  return {
    findings: [...checked[1].findings, ...checked[2].findings, ...checked[3].findings, ...checked[4].findings],
    cannotTell: [
      ...checked[1].cannotTell,
      ...checked[2].cannotTell,
      ...checked[3].cannotTell,
      ...checked[4].cannotTell,
    ],
    verdicts: {
      1: decideVerdict(checked[1]),
      2: decideVerdict(checked[2]),
      3: decideVerdict(checked[3]),
      4: decideVerdict(checked[4]),
    },
  };
}

function markSetAside(checked: Checked, setAside: readonly SetAside[]): Checked {
  const findings = checked.findings.map((finding): Finding => {
    const aside = setAside.find(({ rule }) => rule === finding.rule);
    // A race is never up for it, and a note needs no leave.
    if (!aside || finding.data.run === 'race' || finding.severity === 'info') return finding;
    const { by, reason } = aside;
    const data = { ...finding.data, setAside: by, ...(reason === null ? {} : { coachSays: reason }) };
    return { ...finding, severity: 'info', data };
  });
  return { ...checked, findings };
}

function decideVerdict({ findings, judged }: Checked): Verdict {
  if (findings.some((finding) => finding.severity === 'error')) return 'fails';
  if (findings.some((finding) => finding.severity === 'warning')) return 'warns';
  return judged ? 'passes' : 'cannot_tell';
}
