import { expect, type Locator, type Page } from '@playwright/test';

/** A slot of a week, such as A1 of week 2. */
export interface Slot {
  readonly slot: string;
  readonly week: number;
}

/** Narrow screens show one week as cards, wide ones the whole block as a grid. */
const isNarrow = (page: Page): boolean => (page.viewportSize()?.width ?? 0) < 768;

// Slot, exercise, goal and rest stand before the weeks.
const columnsBeforeWeeks = 4;

const cellOf = (page: Page, { slot, week }: Slot): Locator =>
  page
    .getByRole('row', { name: new RegExp(`^${slot} `) })
    .getByRole('gridcell')
    .nth(columnsBeforeWeeks + week - 1);

/** A slot on a narrow screen; steps to its week first. */
async function openCard(page: Page, { slot, week }: Slot): Promise<Locator> {
  const heading = page.getByRole('heading', { name: /^Week \d+ of \d+$/ });
  const shown = Number(/\d+/.exec((await heading.textContent()) ?? '')?.[0]);
  for (let step = shown; step !== week; step += Math.sign(week - shown)) {
    await page.getByRole('button', { name: week > shown ? 'The week after' : 'The week before' }).click();
  }
  await expect(heading).toHaveText(new RegExp(`^Week ${week} of`));
  return page.getByRole('group', { name: new RegExp(`^${slot},`) });
}

const openDose = async (page: Page, at: Slot): Promise<Locator> =>
  (await openCard(page, at)).getByRole('textbox', { name: 'Dose' });

/** Builds a program of so many weeks from the client's page and comes to its review. */
export async function buildFromClientPage(page: Page, weeks: number): Promise<void> {
  await page.getByRole('button', { name: 'Build program' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Weeks').fill(String(weeks));
  await dialog.getByRole('button', { name: 'Build', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Block 1, / })).toBeVisible();
}

/** Opens a dose of the grid for typing. */
export async function openCell(page: Page, at: Slot): Promise<Locator> {
  const field = page.getByRole('textbox', { name: `${at.slot}, week ${at.week}` });
  // A page comes alive a moment after it is shown: Enter opens nothing until then.
  await expect(async () => {
    if (!(await field.isVisible())) await cellOf(page, at).press('Enter');
    await expect(field).toBeVisible({ timeout: 1_000 });
  }).toPass();
  return field;
}

/** Types a dose in the notation of the grid, such as "3x8 20 @2". */
export async function typeDose(page: Page, at: Slot, text: string): Promise<void> {
  if (isNarrow(page)) {
    const field = await openDose(page, at);
    await field.fill(text);
    await field.press('Enter');
    return;
  }
  const field = await openCell(page, at);
  await field.fill(text);
  await field.press('Enter');
}

/** What a dose reads, such as "3x8 20 @2"; the grid leaves out what is left in reserve. */
export async function expectDose(page: Page, at: Slot, text: string): Promise<void> {
  if (isNarrow(page)) {
    await expect(await openDose(page, at)).toHaveValue(text);
    return;
  }
  const [dose = '', load = ''] = text.split(' ');
  await expect(cellOf(page, at)).toContainText(`${dose.replace('x', '×')}${load}`);
}

/** A session that is begun or logged: its doses are shown and take no edit. */
export async function expectLocked(page: Page, at: Slot): Promise<void> {
  if (isNarrow(page)) {
    const card = await openCard(page, at);
    await expect(card).toBeVisible();
    await expect(card.getByRole('textbox')).toHaveCount(0);
    return;
  }
  await expect(cellOf(page, at)).toContainText('logged');
  await cellOf(page, at).press('Enter');
  await expect(page.getByRole('textbox', { name: `${at.slot}, week ${at.week}` })).toBeHidden();
}

/** Opens the reasons behind a dose. */
export async function openDoseWhy(page: Page, at: Slot): Promise<Locator> {
  if (isNarrow(page)) {
    const card = await openCard(page, at);
    await card.getByRole('button', { name: 'Why' }).click();
  } else await cellOf(page, at).press('w');
  return page.getByRole('region', { name: new RegExp(`^Why .* in week ${at.week}`) });
}

/** Waits until every edit is saved: only then can it be published. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toBeVisible();
}

export async function publish(page: Page, note = ''): Promise<void> {
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const dialog = page.getByRole('dialog');
  if (note !== '') await dialog.getByLabel('Note for the client').fill(note);
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText(/Version \d+ is published/);
}

/** Types another text into a dose that was refused and stands open. */
export async function retypeDose(page: Page, at: Slot, text: string): Promise<void> {
  const field = isNarrow(page)
    ? await openDose(page, at)
    : page.getByRole('textbox', { name: `${at.slot}, week ${at.week}` });
  await field.fill(text);
  await field.press('Enter');
}
