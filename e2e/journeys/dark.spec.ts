import { expectAccessible } from '../expect-accessible.ts';
import { openBrowser, publishProgram, tellProfile, test } from '../fixtures.ts';

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
