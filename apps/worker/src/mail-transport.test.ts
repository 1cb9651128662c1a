import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { domainOf, openMailTransport } from './mail-transport.ts';
import { openMailStore } from './mailbox/mail-store.ts';
import { receiveMail } from './mailbox/smtp-receiver.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'groundwork-transport-'));
});
afterEach(() => rm(folder, { recursive: true }));

const letter = {
  messageId: '<01900000-0000-7000-8000-000000000001@example.org>',
  to: 'mara@example.org',
  subject: 'A spot is yours',
  html: '<p>Take it</p>',
  text: 'Take it',
};

test('a letter arrives with the id that it was given and asks machines not to answer', async () => {
  const receiver = await receiveMail(await openMailStore(folder), 0);
  const { port } = receiver.server.address() as AddressInfo;
  const { transport, close } = openMailTransport(`smtp://127.0.0.1:${port}`, 'Groundwork <coach@example.org>');
  await transport(letter);
  close();
  await new Promise<void>((resolve) => receiver.close(resolve));
  const [name = ''] = await readdir(folder);
  const raw = await readFile(join(folder, name), 'utf8');
  expect(raw).toContain(`Message-ID: ${letter.messageId}`);
  expect(raw).toContain('Auto-Submitted: auto-generated');
  expect(raw).toContain('From: Groundwork <coach@example.org>');
});

test('a server that is not there is a failure to the caller, who tries again', async () => {
  const receiver = await receiveMail(await openMailStore(folder), 0);
  const { port } = receiver.server.address() as AddressInfo;
  await new Promise<void>((resolve) => receiver.close(resolve));
  const { transport, close } = openMailTransport(`smtp://127.0.0.1:${port}`, 'coach@example.org');
  await expect(transport(letter)).rejects.toThrow(/ECONNREFUSED/);
  close();
});

test.each([
  ['Groundwork <coach@example.org>', 'example.org'],
  ['coach@mail.example.org', 'mail.example.org'],
  ['Groundwork', 'localhost'],
])('the domain of "%s" is %s', (from, domain) => {
  expect(domainOf(from)).toBe(domain);
});
