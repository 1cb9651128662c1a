import { buildProgram, tellProfile, test } from '../fixtures.ts';
import * as program from '../journeys/program.ts';
import { findNear, reportFigures } from './figures.ts';
import { openPage } from './open-page.ts';
import { timePress, watchPresses } from './time-press.ts';

const weeks = 24;
const edits = 40;

test(
  'a dose typed in the builder',
  { tag: '@desktop' },
  async ({ browser, owner, client, coachPage, practice }, info) => {
    await tellProfile(owner, client);
    const { programId } = await buildProgram(coachPage, client, weeks);
    const page = await openPage(browser, 'coach', practice.owner);
    await watchPresses(page);
    await page.goto(`/clients/${client.clientId}/programs/${programId}`);
    const typed: number[] = [];
    const kept: number[] = [];
    for (let edit = 0; edit < edits; edit += 1) {
      const at = { slot: 'A1', week: 1 + (edit % 4) };
      const field = await program.openCell(page, at);
      // Twenty reps of a strength exercise are a finding, six are none.
      const text = Math.floor(edit / 4) % 2 === 0 ? '3x20' : '3x6';
      await field.fill('');
      for (const letter of text) typed.push(await timePress(page, () => page.keyboard.press(letter)));
      kept.push(await timePress(page, () => page.keyboard.press('Enter')));
    }
    await program.expectSaved(page);
    await page.context().close();
    const about = (what: string, times: readonly number[]) => ({
      what: `${what} in a program of ${weeks} weeks: 95 of 100, of ${times.length}`,
      value: findNear(times, 0.95),
      unit: 'ms' as const,
      target: { of: 'value' as const, most: 100 },
    });
    await reportFigures(
      info,
      about('letter of a dose to painted', typed),
      about('dose kept to the findings of the whole program painted', kept),
    );
  },
);
