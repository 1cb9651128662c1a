import { expect, publishProgram, tellProfile, test } from '../fixtures.ts';
import { marker } from '../marker.ts';

/** Everything that the browser keeps for the portal, as text. */
const readKept = async (): Promise<string> => {
  const kept: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const response = await cache.match(request, { ignoreVary: true });
      kept.push(`${request.url} ${await response?.clone().text()}`);
    }
  }
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((settle, refuse) => {
      const opening = indexedDB.open(name ?? '');
      opening.onsuccess = () => settle(opening.result);
      opening.onerror = () => refuse(opening.error);
    });
    for (const store of database.objectStoreNames) {
      const rows = await new Promise<unknown[]>((settle, refuse) => {
        const reading = database.transaction(store).objectStore(store).getAll();
        reading.onsuccess = () => settle(reading.result);
        reading.onerror = () => refuse(reading.error);
      });
      kept.push(JSON.stringify(rows));
    }
    database.close();
  }
  return kept.join('\n');
};

test('what a phone keeps for the gym is gone once she signs out', { tag: '@phone' }, async ({
  clientPage: phone,
  coachPage,
  client,
  owner,
}) => {
  await tellProfile(owner, client);
  await publishProgram(coachPage, client);
  await owner.owner.query('update client set name = $2 where id = $1', [client.clientId, marker]);
  await owner.owner.query('update session set label = $2 where client_id = $1', [client.clientId, marker]);
  await phone.goto('/today');
  await expect(phone.getByRole('status')).toHaveText('On this phone', { timeout: 20_000 });
  // It is there to be found.
  expect(await phone.evaluate(readKept)).toContain(marker);
  await phone.goto('/profile');
  await phone.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(phone).toHaveURL(/sign-in/);
  await expect.poll(() => phone.evaluate(readKept)).not.toContain(marker);
});
