import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { findFreePorts, findTakenPort, parsePorts } from './ports.ts';

test('the environment moves a port', () => {
  expect(parsePorts({ GROUNDWORK_COACH_PORT: '4000' })).toMatchObject({ coach: 4000, portal: 3001 });
});

test.each(['0', '65536', '3000.5', 'http', '-1'])('"%s" is no port, and the line says so', (given) => {
  expect(parsePorts({ GROUNDWORK_SMTP_PORT: given })).toContain(`GROUNDWORK_SMTP_PORT=${given}`);
});

test('two services on one port are refused', () => {
  expect(parsePorts({ GROUNDWORK_COACH_PORT: '3001' })).toContain('coach 3001, portal 3001');
});

test('a taken port is named with its service and the way out', async () => {
  const ports = await findFreePorts();
  expect(await findTakenPort(ports, ['coach', 'portal'])).toBeUndefined();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(ports.portal, '127.0.0.1', resolve));
  expect(await findTakenPort(ports, ['coach', 'portal'])).toMatch(
    new RegExp(`^Port ${ports.portal} \\(portal\\) is taken: .*GROUNDWORK_PORTAL_PORT=`),
  );
  await new Promise((resolve) => other.close(resolve));
});

test('a program on the other "localhost" counts too, because a browser would reach it', async () => {
  const ports = await findFreePorts();
  const other = createServer();
  const listens = await new Promise<boolean>((resolve) => {
    other.once('error', () => resolve(false));
    other.listen(ports.coach, '::1', () => resolve(true));
  });
  // A machine without IPv6 has no other one.
  expect((await findTakenPort(ports, ['coach'])) !== undefined).toBe(listens);
  other.close();
});
