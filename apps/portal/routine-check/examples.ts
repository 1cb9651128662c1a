import type { RoutineFacts } from './read-report.ts';

/** A text to start from, and what is known beside it. */
export interface Example extends RoutineFacts {
  readonly label: string;
}

/** Four classes a week, twenty reps and short rests, and other exercises each week: what the coach's article warns of. */
export const burnClass: Example = {
  label: 'A burn class, four times a week',
  age: null,
  weeks: 1,
  runs: null,
  text: `Runs: Mon easy, Tue easy, Wed intervals, Fri easy, Sat long 16 km

Week 1
Mon, Tue, Wed, Sun: burn class
Squats 3x20, 30 s rest
Glute bridges 3x25, 30 s rest
Mountain climbers 3x30, 30 s rest
Crunches 3x30, 30 s rest

Week 2
Mon, Tue, Wed, Sun: burn class
Jump squats 3x20, 30 s rest
Clamshells 3x25, 30 s rest
Plank jacks 3x30, 30 s rest
Bicycle crunches 3x30, 30 s rest

Week 3
Mon, Tue, Wed, Sun: burn class
Walking lunges 3x20, 30 s rest
Hip thrusts 3x25, 30 s rest
Burpees 3x20, 30 s rest
Sit-ups 3x30, 30 s rest

Week 4
Mon, Tue, Wed, Sun: burn class
Step-ups 3x20, 30 s rest
Monster walks 3x25, 30 s rest
High knees 3x30, 30 s rest
Russian twists 3x30, 30 s rest
`,
};

/** The article's own week: two sessions, apart from the intervals and the long run. */
export const soundWeek: Example = {
  label: 'Two sessions that pass',
  age: null,
  weeks: 5,
  runs: null,
  text: `Monday: easy run + strength
Weighted lunges 3x6, 3 min rest
Deadlifts 3x6, 3 min rest
Calf raises 3x6, 3 min rest
Side plank 3x30s/side
Tuesday: easy run
Wednesday: speed work
Thursday: strength
Ankle mobility 3x20
Hamstring curls 3x6, 3 min rest
Towel curls 3x15
Hip stability 3x10
Friday: easy run
Saturday: long run
Sunday: rest
`,
};

export const examples: readonly Example[] = [burnClass, soundWeek];
