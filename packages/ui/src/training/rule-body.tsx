import { labelReason } from '@groundwork/engine/explain';
import { type ParameterName, parameters } from '@groundwork/engine/parameters';
import type { Rule } from '@groundwork/engine/rule';
import { listRuleCodes } from '@groundwork/engine/rule-codes';
import type { RuleExamples } from '@groundwork/engine/rule-example';
import { findRuleExamples, type ShownExample, workRuleExamples } from '@groundwork/engine/rule-examples';
import { findRule } from '@groundwork/engine/rules';
import { Anchor } from '../primitives/anchor.tsx';
import { SectionHead } from '../primitives/section-head.tsx';
import { writeRulePath } from '../rule-path.ts';
import { RuleExample } from './rule-example.tsx';

export interface RuleBodyProps {
  readonly rule: Rule;
  /** Where an exercise's page is in this app. */
  readonly exerciseHref: (exerciseId: string) => string;
}

/** A rule's page below its head, made from its definition alone: why, the worked examples, its numbers, its codes. */
export function RuleBody({ rule, exerciseHref }: RuleBodyProps) {
  const examples = findRuleExamples(rule.id);
  return (
    <>
      <SectionHead>Why</SectionHead>
      <p className="max-w-measure pt-3 font-serif text-lg">{rule.why}</p>
      {examples ? <Examples rule={rule} examples={examples} exerciseHref={exerciseHref} /> : null}
      {rule.parameters.length > 0 ? <Numbers names={rule.parameters} /> : null}
      <Codes ruleId={rule.id} />
    </>
  );
}

function Examples({ rule, examples, exerciseHref }: RuleBodyProps & { readonly examples: RuleExamples }) {
  const shown = workRuleExamples(rule.id);
  const voice = examples.saidBy === undefined ? undefined : findRule(examples.saidBy);
  const columns = shown.length > 1 && shown.every(isShort) ? 'md:grid-cols-2' : '';
  return (
    <>
      <SectionHead note="each put to the engine, in its own words">Examples</SectionHead>
      {examples.kind === 'worked' ? <p className="max-w-measure pt-3 text-md text-ink-2">{examples.because}</p> : null}
      {voice ? (
        <p className="max-w-measure pt-3 text-md text-ink-2">
          Spoken for by <Anchor href={writeRulePath(voice.id)}>{voice.title}</Anchor> ({voice.id}).
        </p>
      ) : null}
      <div className={`grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-8 pt-5 ${columns}`}>
        {shown.map((example) => (
          <RuleExample key={example.caption} example={example} kind={examples.kind} exerciseHref={exerciseHref} />
        ))}
      </div>
    </>
  );
}

const longestBeside = 16;
const isShort = ({ lines }: ShownExample) => lines.length <= longestBeside;

function Numbers({ names }: { readonly names: readonly ParameterName[] }) {
  return (
    <>
      <SectionHead note="with the limits that nobody can leave">Numbers it leans on</SectionHead>
      <dl>
        {names.map((name) => {
          const { title, unit, min, max, note, source, default: value } = parameters[name];
          return (
            <div
              key={name}
              className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-0.5 border-b border-rule py-2.5 text-md"
            >
              <dt className="font-semibold">{title}</dt>
              <dd className="text-right whitespace-nowrap tabular-nums">
                <b>{value}</b> {unit}
              </dd>
              <dd className="text-ink-2">{note}</dd>
              <dd className="text-right whitespace-nowrap text-ink-2 tabular-nums">
                {min} to {max}
              </dd>
              <dd className="col-span-2 text-xs text-ink-3">{source}</dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}

/** The codes stand in the command line's output and in the API; the words beside them are what a chip says. */
function Codes({ ruleId }: { readonly ruleId: string }) {
  const { findings, reasons } = listRuleCodes(ruleId);
  const titles = new Map(
    workRuleExamples(ruleId).flatMap(({ said, lines }) =>
      [...said, ...lines.flatMap((line) => line.said)].map(({ code, explanation }) => [code, explanation.title]),
    ),
  );
  const rows = [
    ...findings.map((code) => ({ code, kind: 'Finding', text: titles.get(code) ?? '' })),
    ...reasons.map((code) => ({
      code,
      kind: 'Reason',
      text: capitalise(labelReason({ code, rule: ruleId, data: {} })),
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <>
      <SectionHead note="in findings, reasons and the command line">Said by this rule</SectionHead>
      <ul>
        {rows.map(({ code, kind, text }) => (
          <li
            key={code}
            className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-rule py-2 text-md"
          >
            <span>{text || kind}</span>
            <code className="text-xs break-all text-ink-3">
              {kind === 'Finding' ? 'finding ' : 'reason '}
              {code}
            </code>
          </li>
        ))}
      </ul>
    </>
  );
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
