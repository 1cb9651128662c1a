import { expect, type Page } from '@playwright/test';

export const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
export type Day = (typeof days)[number];
export type Run = keyof typeof keys;

const keys = { Easy: 'e', Speed: 's', Long: 'l', 'No run': 'r' };
const menuWords: Readonly<Record<Run, string>> = { Easy: 'Easy', Speed: 'Speed', Long: 'Long', 'No run': 'Rest' };

const grid = (page: Page) => page.getByRole('list', { name: 'Running week' });
const runOn = (page: Page, day: Day) =>
  grid(page).getByRole('button', { name: new RegExp(`^${day}: (${Object.keys(keys).join('|')})`) });
const strengthOn = (page: Page, day: Day) =>
  grid(page).getByRole('button', { name: new RegExp(`^${day}: (strength|no strength)`) });

/** Sets the week from Monday on: a letter a day, an arrow to the next. */
export async function typeRuns(page: Page, week: readonly Run[]): Promise<void> {
  await runOn(page, 'Monday').focus();
  for (const [index, run] of week.entries()) {
    await page.keyboard.press(keys[run]);
    await expectRun(page, days[index] as Day, run);
    await page.keyboard.press('ArrowRight');
  }
}

/** Sets the week from Monday on through the menu of each day. */
export async function pickRuns(page: Page, week: readonly Run[]): Promise<void> {
  for (const [index, run] of week.entries()) {
    const day = days[index] as Day;
    await runOn(page, day).click();
    await page
      .getByRole('menu', { name: `${day}'s run` })
      .getByRole('menuitemradio', { name: menuWords[run] })
      .click();
    await expectRun(page, day, run);
  }
}

/** Carries the run of one day to another by the mouse; the two change places. */
export async function dragRun(page: Page, from: Day, to: Day): Promise<void> {
  await runOn(page, from).dragTo(runOn(page, to));
}

export async function expectRun(page: Page, day: Day, run: Run): Promise<void> {
  await expect(runOn(page, day)).toHaveAccessibleName(`${day}: ${run}`);
}

/** Where strength stands, and in words why it stands nowhere else. */
export async function expectStrength(page: Page, words: Readonly<Partial<Record<Day, string>>>): Promise<void> {
  for (const day of days) {
    if (words[day] !== undefined)
      await expect(strengthOn(page, day)).toHaveAccessibleName(`${day}: ${words[day]}. Why`);
  }
}

export async function expectSentence(page: Page, sentence: string): Promise<void> {
  await expect(page.getByRole('main')).toContainText(sentence);
}

/** Opens the reason behind a day, and closes it again. */
export async function expectWhy(
  page: Page,
  day: Day,
  { title, facts }: { readonly title: string; readonly facts: readonly (string | RegExp)[] },
): Promise<void> {
  await strengthOn(page, day).click();
  const why = page.getByRole('region', { name: title });
  for (const fact of facts) await expect(why).toContainText(fact);
  await expect(why.getByRole('link', { name: 'Read the rule' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(why).toBeHidden();
}

export async function saveRuns(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save the week' }).click();
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('running week is saved');
}
