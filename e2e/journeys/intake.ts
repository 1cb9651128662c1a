import { expect, type Page } from '@playwright/test';
import { marker } from '../marker.ts';
import { days } from './running-week.ts';

/** Answers every question of the intake. `look` is called at each. */
export async function answerIntake(
  page: Page,
  week: readonly ('No run' | 'Easy' | 'Fast' | 'Long')[],
  look: (page: Page) => Promise<void>,
): Promise<void> {
  await page.getByRole('link', { name: 'Begin' }).click();
  const goOn = async (question: string) => {
    await look(page);
    await page.getByRole('button', { name: /^Save and/ }).click();
    await expect(page.getByRole('main').getByText(question)).toBeVisible();
  };
  await page.getByRole('textbox', { name: 'In your own words' }).fill(`A half marathon without a sore knee. ${marker}`);
  await goOn('Question 2 of 6');
  for (const [index, run] of week.entries()) {
    const day = page.getByRole('group', { name: days[index] as string });
    await day.getByRole('radio', { name: run }).check({ force: true });
  }
  await goOn('Question 3 of 6');
  await page.getByRole('group', { name: 'Strength training so far' }).getByRole('radio').nth(1).check();
  await page.getByRole('textbox', { name: 'Months of regular running' }).fill('30');
  await page.getByRole('textbox', { name: 'Year you were born' }).fill('1984');
  await goOn('Question 4 of 6');
  await page.getByRole('textbox', { name: 'Longest session, in minutes' }).fill('45');
  await page.getByRole('checkbox', { name: 'Dumbbells' }).check();
  await page.getByRole('checkbox', { name: 'Mat' }).check();
  await goOn('Question 5 of 6');
  await page.getByRole('textbox', { name: 'Anything your coach should know' }).fill(`Old meniscus tear. ${marker}`);
  await goOn('Question 6 of 6');
  await goOn('Thank you.');
}
