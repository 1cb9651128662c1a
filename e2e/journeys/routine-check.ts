import { expect, type Page } from '@playwright/test';

/** Twenty reps, short rests, four times a week, other exercises each week. */
export const burnClass = `Runs: Mon easy, Tue easy, Wed intervals, Fri easy, Sat long 16 km

${[
  ['Squats', 'Glute bridges', 'Mountain climbers', 'Crunches'],
  ['Jump squats', 'Clamshells', 'Plank jacks', 'Bicycle crunches'],
  ['Walking lunges', 'Hip thrusts', 'Burpees', 'Sit-ups'],
  ['Step-ups', 'Monster walks', 'High knees', 'Russian twists'],
]
  .map(
    (moves, week) =>
      `Week ${week + 1}\nMon, Tue, Wed, Sun: burn class\n${moves.map((move) => `${move} 3x20, 30 s rest`).join('\n')}`,
  )
  .join('\n\n')}`;

/** The coach's article, as it stands on the page. */
export const soundWeek = `Monday: Easy run + strength
• Exercise 1: Weighted lunges for knee strength | 3 sets of 6 reps, with 3 minutes rest
• Exercise 2: Deadlifts for glute strength | 3 sets of 6 reps, with 3 minutes rest
• Exercise 3: Calf Raises | 3 sets of 6 reps, with 3 minutes rest
• Exercise 4: Core Stability Exercise | 3 sets of 30 seconds per side
Tuesday: Easy run
Wednesday: Speed work
Thursday: Strength
• Exercise 1: Ankle mobility exercise | 3 sets of 20 reps
• Exercise 2: Hamstring curls | 3 sets of 6 reps, with 3 minutes rest
• Exercise 3: Foot strength exercise for injury prevention
• Exercise 4: Hip stability exercise for running efficiency
Friday: Easy run or rest day
Saturday: Long run
Sunday: Rest day`;

export const classVerdicts = ['Fails', 'Fails', 'Fails', 'Fails'] as const;
export const soundVerdicts = ['Passes', 'Passes', 'Passes', 'Passes'] as const;

export async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your routine' }).fill(text);
}

/** The same for a text of many lines, which Chromium's own typing takes a minute for. */
export async function pasteLong(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your routine' }).evaluate((box, value) => {
    // React listens to the event and asks the element, whose own setter it has replaced.
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(box, value);
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
}

/** One verdict for each mistake, in their order. */
export async function expectVerdicts(page: Page, verdicts: readonly string[]): Promise<void> {
  await expect(page.getByRole('list', { name: 'Verdicts' }).getByRole('listitem')).toContainText([...verdicts]);
}
