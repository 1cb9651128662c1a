import { expectAccessible } from '../expect-accessible.ts';
import { expect, openBrowser, test } from '../fixtures.ts';
import {
  burnClass,
  classVerdicts,
  expectVerdicts,
  paste,
  pasteLong,
  soundVerdicts,
  soundWeek,
} from './routine-check.ts';

test('a visitor pastes her burn class, reads what is wrong, and leaves with a routine that passes', async ({
  visitorPage: page,
  practice,
}) => {
  const asked: string[] = [];
  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: 'Check your routine' }).click();
  await expect(page.getByRole('heading', { name: 'What it looks for' })).toBeVisible();
  await expectAccessible(page);
  page.on('request', (request) => {
    if (request.method() !== 'GET') asked.push(request.url());
  });

  await paste(page, burnClass);
  await expectVerdicts(page, classVerdicts);
  await expect(page.getByRole('heading', { name: 'All four mistakes are in here.' })).toBeVisible();
  await expect(page.getByRole('status').first()).toContainText('The wrong resistance: fails.');
  const squats = page.getByRole('listitem').filter({ hasText: /^Line 5Squats/ });
  await expect(squats.getByRole('link', { name: 'Mistake 1' })).toBeVisible();
  await expect(squats.locator('svg.gw-fig')).toBeVisible();
  for (const [fact, fix] of [
    ['All of it is endurance work', 'Two heavy lifts a session'],
    ['Nothing has time to get harder', 'Keep each exercise for a block of six weeks'],
    ['Four sessions where two would do', 'Two sessions of four or five exercises'],
    ['Strength on the day of intervals', 'Move it to an open day'],
  ] as const) {
    const found = page.getByRole('region', { name: fact });
    await expect(found).toContainText(fix);
    await expect(found.getByRole('link', { name: /^(?:line )?\d/ }).first()).toBeVisible();
    await expect(found.getByRole('link', { name: /^rule S\d+$/ })).toBeVisible();
  }
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Fix it for me' }).click();
  const better = page.getByRole('region', { name: 'A better week from the same runs' });
  await expect(better.getByRole('heading', { name: 'Strength A' })).toBeVisible();
  await expectAccessible(page);
  await better.getByRole('button', { name: 'Put it in the box and check it' }).click();
  await expect(page.getByRole('list', { name: 'Verdicts' })).not.toContainText(/Fails|Warns/);
  expect(asked).toEqual([]);

  await page.goto(`/p/${practice.slug}`);
  await page.getByRole('link', { name: 'Check your routine first' }).click();
  await expect(page.getByRole('textbox', { name: 'Your routine' })).toHaveValue(/strength/);
  await page.getByRole('region', { name: 'Would you like it written for you?' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'Join the waitlist' })).toBeVisible();
});

test('the article’s own week passes, and is gone when it is cleared', async ({ visitorPage: page }) => {
  await page.goto('/check');
  await paste(page, soundWeek);
  await page.getByRole('textbox', { name: 'Done for' }).fill('5');
  await expectVerdicts(page, soundVerdicts);
  await expect(page.getByRole('heading', { name: 'None of the four mistakes is in here.' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Fix it for me' })).toBeHidden();
  await page.reload();
  await expectVerdicts(page, soundVerdicts);
  await page.getByRole('button', { name: 'Clear everything' }).click();
  await expect(page.getByRole('heading', { name: 'What it looks for' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Your routine' })).toHaveValue('');
});

test('the running week is set by taps, and a name is taken by a tap', async ({ visitorPage: page }) => {
  await page.goto('/check');
  await paste(page, 'Tue: curtsy lunges 3x6, 3 min rest');
  const verdicts = page.getByRole('list', { name: 'Verdicts' });
  await expect(verdicts.getByRole('listitem').nth(3)).toContainText('Can’t tell');
  const wednesday = page.getByRole('button', { name: /^Wednesday/ });
  await wednesday.click();
  await wednesday.click();
  await expect(wednesday).toHaveAccessibleName('Wednesday: Fast');
  await page.getByRole('button', { name: 'Line 1: use Reverse lunge, weighted' }).click();
  await expect(page.getByRole('textbox', { name: 'Your routine' })).toHaveValue(
    'Tue: Reverse lunge, weighted 3x6, 3 min rest',
  );
  await expect(verdicts.getByRole('listitem').nth(3)).toContainText('Fails');
});

test('markup, other scripts and ten thousand lines are text like any other', { tag: '@desktop' }, async ({
  visitorPage: page,
}) => {
  await page.goto('/check');
  const hostile = '<img src=x onerror="document.title=1"> 3x20\n🏋️ squats 3x20 🔥\nشكرا 3x20\u202e';
  await pasteLong(page, `${hostile}\n${'Squats 3x20, 30 s rest\n'.repeat(10_000)}`);
  await expect(page.getByText('more lines, checked and not shown')).toBeVisible();
  await expect(page.getByText('<img src=x onerror="document.title=1"> 3x20').first()).toBeVisible();
  await expect(page).toHaveTitle(/Check a routine/);
});

test('the check can be read in the dark', async ({ browser }, { project }) => {
  const { viewport } = project.use;
  const page = await openBrowser(browser, 'portal', undefined, {
    colorScheme: 'dark',
    ...(viewport ? { viewport } : {}),
  });
  await page.goto('/check');
  await paste(page, burnClass);
  await expectVerdicts(page, classVerdicts);
  await page.getByRole('button', { name: 'Fix it for me' }).click();
  await expect(page.getByRole('heading', { name: 'A better week from the same runs' })).toBeVisible();
  await expectAccessible(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(width).toBeLessThanOrEqual(0);
  await page.context().close();
});

test('without JavaScript the check says what it does', { tag: '@desktop' }, async ({ browser }) => {
  const page = await openBrowser(browser, 'portal', undefined, { javaScriptEnabled: false });
  await page.goto('/check');
  await expect(page.getByRole('heading', { name: 'What it looks for' })).toBeVisible();
  // Chromium shows no <noscript> where only the test switched scripts off, so what was sent has to do.
  expect(await (await page.request.get('/check')).text()).toMatch(/<noscript>.*It needs JavaScript, which is off/);
  await page.context().close();
});

test('a check that did not load is loaded once more, and says so when it never comes', { tag: '@phone' }, async ({
  visitorPage: page,
}) => {
  const worker = '**/turbopack-worker-*.js';
  let asked = 0;
  await page.context().route(worker, (route) => {
    asked += 1;
    return asked === 1 ? route.abort() : route.continue();
  });
  await page.goto('/check');
  await paste(page, burnClass);
  await expectVerdicts(page, classVerdicts);
  expect(asked).toBe(2);

  await page.context().unroute(worker);
  await page.context().route(worker, (route) => route.abort());
  await page.reload();
  await expect(page.getByRole('alert').filter({ hasText: 'did not get through' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Your routine' })).toHaveValue(burnClass);
});

test('what is typed before the page comes alive is checked too', { tag: '@phone' }, async ({ visitorPage: page }) => {
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.context().route('**/_next/static/chunks/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/check', { waitUntil: 'commit' });
  await paste(page, soundWeek);
  await page.getByRole('textbox', { name: 'Done for' }).fill('5');
  goOn();
  await expectVerdicts(page, soundVerdicts);
});
