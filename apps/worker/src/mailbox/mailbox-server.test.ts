import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openMailStore } from './mail-store.ts';
import { mailboxListener } from './mailbox-server.ts';
import { receiveMail } from './smtp-receiver.ts';

let folder: string;
let receiver: SMTPServer;
let pages: Server;
let address: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'groundwork-mailbox-'));
  const store = await openMailStore(folder);
  receiver = await receiveMail(store, 0);
  pages = createServer(mailboxListener(store, folder));
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
});
afterEach(async () => {
  await new Promise<void>((resolve) => receiver.close(resolve));
  pages.closeAllConnections();
  await new Promise((resolve) => pages.close(resolve));
  await rm(folder, { recursive: true });
});

async function send(letter: { to: string; subject: string; html: string }): Promise<void> {
  const { port } = receiver.server.address() as AddressInfo;
  const transport = createTransport({ host: '127.0.0.1', port, secure: false });
  try {
    await transport.sendMail({ from: 'coach@example.org', ...letter });
  } finally {
    transport.close();
  }
}

const getText = async (path: string) => (await fetch(`${address}${path}`)).text();

test('a letter sent over SMTP is found by its address', async () => {
  await send({
    to: 'mara@example.org',
    subject: 'A spot is yours',
    html: '<a href="https://example.org/offer">Take it</a>',
  });
  const found = await (await fetch(`${address}/api/messages?to=mara@example.org`)).json();
  expect(found).toMatchObject([
    { to: ['mara@example.org'], subject: 'A spot is yours', links: ['https://example.org/offer'] },
  ]);
  expect(await (await fetch(`${address}/api/messages?to=tom@example.org`)).json()).toEqual([]);
  expect(await getText('/')).toContain('A spot is yours');
});

test('what a letter says is shown as text on the page, and cannot run where it is shown as a page', async () => {
  await send({ to: 'mara@example.org', subject: '<script>alert(1)</script>', html: '<script>alert(2)</script>' });
  const [{ id }] = (await (await fetch(`${address}/api/messages`)).json()) as [{ id: string }];
  expect(await getText(`/messages/${id}`)).not.toContain('<script>');
  const letter = await fetch(`${address}/messages/${id}/html`);
  expect(letter.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox(?!.*allow-scripts)/);
});

test('a letter that is too large is refused', async () => {
  const large = { to: 'mara@example.org', subject: 'Large', html: 'x'.repeat(3 * 1024 * 1024) };
  await expect(send(large)).rejects.toThrow(/552|exceeds/i);
  expect(await (await fetch(`${address}/api/messages`)).json()).toEqual([]);
});

test('only the assets beside the program are served', async () => {
  expect((await fetch(`${address}/assets/..%2f..%2fpackage.json`)).status).toBe(404);
  expect((await fetch(`${address}/assets/mailbox.mjs`)).status).toBe(404);
});
