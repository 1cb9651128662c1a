import { listRulerMarks } from './rest-clock.ts';

const depths = { minor: 6, middle: 10, major: 14 } as const;

/** A ruler that fills from the left with an orange hand; it moves once a second, under reduced motion too. */
export function RestRuler({
  totalSeconds,
  shareDone,
  label,
}: {
  readonly totalSeconds: number;
  readonly shareDone: number;
  /** "1 minute 48 of 3 minutes left". */
  readonly label: string;
}) {
  // Percent coordinates let one drawing fit every width without stretching its strokes; the 2 px keep the end marks inside.
  const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`;
  const done = percent(shareDone);
  return (
    <svg role="img" aria-label={label} className="mt-3 block h-[30px] w-full overflow-visible px-px">
      {listRulerMarks(totalSeconds).map(({ at, weight, label: words }) => {
        const x = percent(at / totalSeconds);
        const passed = at / totalSeconds < shareDone || (at === 0 && shareDone > 0);
        return (
          <g key={at}>
            <line
              x1={x}
              x2={x}
              y1="0"
              y2={depths[weight]}
              className={`${passed ? 'stroke-green' : 'stroke-rule-2'} ${weight === 'major' ? 'stroke-2' : 'stroke-[1.25]'}`}
            />
            {words ? (
              <text
                x={x}
                y="28"
                className="fill-ink-3 text-xs"
                textAnchor={at === 0 ? 'start' : at === totalSeconds ? 'end' : 'middle'}
              >
                {words}
              </text>
            ) : null}
          </g>
        );
      })}
      <line x1="0" x2={done} y1="1" y2="1" className="stroke-green stroke-3" />
      <line x1={done} x2={done} y1="0" y2="18" className="stroke-signal stroke-3" />
    </svg>
  );
}
