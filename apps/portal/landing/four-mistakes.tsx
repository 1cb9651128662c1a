interface Mistake {
  readonly title: string;
  readonly text: string;
  readonly instead: string;
  readonly rules: readonly string[];
}

const mistakes: readonly Mistake[] = [
  {
    title: 'All of it is endurance work',
    text: 'Twenty reps with half a minute between the sets burn, and train the one thing that every run trains already. Getting stronger takes a weight you could lift about six times, and minutes of rest before you do it again.',
    instead:
      'One or two heavy lifts a session, 3 × 6 with three minutes’ rest. Beside them a little light work for ankles, feet and trunk.',
    rules: ['S3', 'S5', 'S6'],
  },
  {
    title: 'Nothing has time to get harder',
    text: 'A new set of moves every week is fun and leads nowhere. A muscle answers to the same task asking a little more than last time, for long enough that it has to.',
    instead:
      'Keep an exercise for four to six weeks: more reps, then more weight. Then climb to the next rung of its ladder.',
    rules: ['S9', 'S10', 'S11'],
  },
  {
    title: 'More sessions than running leaves room for',
    text: 'Every run is thousands of small landings. A third and a fourth session take from your legs what the first two gave them, and the runs you care about pay for it.',
    instead:
      'Two sessions of four or five exercises that cover hips, calves, thighs, ankles and trunk. At most eight heavy leg exercises a week.',
    rules: ['S14', 'S15', 'S16'],
  },
  {
    title: 'Strength on the wrong days',
    text: 'Heavy legs on the morning of intervals are often yesterday’s squats. Some days belong to running alone: the long run and the day after it, speed work and the day before it.',
    instead:
      'Write down how you run first. What is left are the days for strength, and each of the others has a reason you can read.',
    rules: ['S21', 'S22', 'S23', 'S24'],
  },
];

/** Why strength work fails runners, and what to do instead: four mistakes, each with its rules. */
export function FourMistakes() {
  return (
    <ol className="border-t-2 border-ink">
      {mistakes.map(({ title, text, instead, rules }, index) => (
        <li key={title} className="grid gap-x-14 border-b border-rule pt-5.5 pb-6 md:grid-cols-[7fr_5fr]">
          <div className="grid grid-cols-[36px_minmax(0,1fr)] md:grid-cols-[44px_minmax(0,1fr)]">
            <span
              aria-hidden="true"
              className="font-serif text-[2.125rem] leading-8 font-medium text-signal-ink md:text-4xl md:leading-10"
            >
              {index + 1}
            </span>
            <div>
              <h3 className="text-xl md:text-2xl md:leading-[1.875rem]">{title}</h3>
              <p className="mt-1.5 max-w-measure font-serif text-reason md:text-lg md:leading-[1.7rem]">{text}</p>
            </div>
          </div>
          <div className="mt-3.5 self-start border-l-3 border-green pl-3.5 max-md:ml-9 md:mt-1.5">
            <p>{instead}</p>
            <p className="mt-1 text-xs text-ink-3">
              {rules.length === 1 ? 'rule' : 'rules'}{' '}
              {rules.map((rule) => (
                <a key={rule} href={`/rules/${rule}`} className="mr-2 inline-block py-2 text-ink-2">
                  {rule}
                </a>
              ))}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
