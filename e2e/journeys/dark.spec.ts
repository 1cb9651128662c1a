import { expectAccessible, listShortfalls } from '../expect-accessible.ts';
import { expect, openBrowser, publishProgram, tellProfile, test } from '../fixtures.ts';

test('the screens can be read in the dark', async ({ browser, coachPage, client, owner, practice }) => {
  await tellProfile(owner, client);
  const { programId } = await publishProgram(coachPage, client);
  const { rows } = await owner.owner.query('select id from session where client_id = $1 order by date limit 1', [
    client.clientId,
  ]);
  const here = `/clients/${client.clientId}`;
  const pages = {
    coach: ['/', '/clients', here, `${here}/running`, `${here}/programs/${programId}`, '/waitlist', '/rules/S24'],
    portal: [`/p/${practice.slug}`, '/today', '/week', `/session/${rows[0].id}`, '/profile', '/rules/S3'],
  };
  for (const app of ['coach', 'portal'] as const) {
    const person = app === 'coach' ? practice.owner : client;
    const page = await openBrowser(browser, app, person, { colorScheme: 'dark' });
    for (const path of pages[app]) {
      await page.goto(path);
      await expectAccessible(page);
    }
    await page.context().close();
  }
});

test('the check of a page has teeth: pale words, a button without a name and a small target are found @desktop', async ({
  visitorPage: page,
}) => {
  await page.goto('/sign-in');
  await page.evaluate(() => {
    // Styled by script: the policy lets no style come with markup.
    const add = (tag: string, text: string, style: Partial<CSSStyleDeclaration>) => {
      const element = Object.assign(document.createElement(tag), { textContent: text });
      Object.assign(element.style, style);
      document.querySelector('main')?.append(element);
    };
    add('p', 'Pale', { color: '#bbb', background: '#fff' });
    add('button', '', {});
    for (const text of ['a', 'b']) add('button', text, { width: '9px', height: '9px', minHeight: '0', padding: '0' });
  });
  const found = (await listShortfalls(page)).map((shortfall) => shortfall.split(' ')[0]);
  expect(found).toEqual(expect.arrayContaining(['color-contrast', 'button-name', 'target-size']));
});
