import { expect, publishProgram, tellProfile, test } from '../fixtures.ts';
import * as session from '../journeys/session.ts';
import { findMedian, findNear, reportFigures } from './figures.ts';
import { openPage } from './open-page.ts';
import { slowDown, timePress, watchPresses } from './time-press.ts';

const timesSlower = 4;
const starts = 5;

test('a tap on a set', { tag: '@phone' }, async ({ browser, owner, client, coachPage }, info) => {
  await tellProfile(owner, client);
  await publishProgram(coachPage, client);
  const { rows } = await owner.owner.query('select id from session where client_id = $1 order by date limit 3', [
    client.clientId,
  ]);
  const page = await openPage(browser, 'portal', client);
  await watchPresses(page);
  const times: number[] = [];
  for (const { id } of rows) {
    await page.goto(`/session/${id}`);
    await slowDown(page, timesSlower);
    const { total } = await session.readProgress(page);
    for (let set = 1; set <= total; set += 1) {
      times.push(await timePress(page, () => page.getByRole('button', { name: `Log set`, exact: false }).tap()));
      await session.expectSetsDone(page, set);
    }
  }
  await page.context().close();
  await reportFigures(info, {
    what: `tap on a set to painted, CPU slowed ${timesSlower} times: 95 of 100, of ${times.length}`,
    value: findNear(times, 0.95),
    unit: 'ms',
    target: { of: 'value', most: 100 },
  });
});

test('a start without a signal', { tag: '@phone' }, async ({ browser, owner, client, coachPage }, info) => {
  await tellProfile(owner, client);
  await publishProgram(coachPage, client);
  const first = await openPage(browser, 'portal', client);
  const context = first.context();
  await first.goto('/today');
  await expect(first.getByRole('status')).toHaveText('On this phone', { timeout: 60_000 });
  await context.setOffline(true);
  const times: number[] = [];
  for (let start = 0; start < starts; start += 1) {
    const page = await context.newPage();
    await slowDown(page, timesSlower);
    await page.goto('/today');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    times.push(
      await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN),
    );
    await page.close();
  }
  await context.close();
  await reportFigures(info, {
    what: `the portal started without a signal, CPU slowed ${timesSlower} times, to Today on the screen`,
    value: findMedian(times) / 1000,
    unit: 's',
    target: { of: 'value', most: 1 },
    note: `the slowest of ${starts}: ${Math.round(Math.max(...times))} ms`,
  });
});
