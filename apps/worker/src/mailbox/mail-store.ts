import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';

export interface StoredMail {
  id: string;
  /** The sender's, the same for a letter sent twice; empty where it has none. */
  messageId: string;
  /** Addresses in lower case. */
  to: string[];
  from: string;
  subject: string;
  /** ISO instant at which the mailbox got it. */
  receivedAt: string;
  text: string;
  html: string | undefined;
  /** Addresses of the links in the letter, in order, each once. */
  links: string[];
}

/** The mails of the demo, newest first, kept as files so that they outlive a restart. The oldest go when there are too many. */
export interface MailStore {
  /** A letter that is there already, by its Message-ID, is not kept twice. */
  add: (raw: Buffer) => Promise<StoredMail>;
  /** Newest first; only those to the address, when one is given. */
  list: (to?: string) => StoredMail[];
  find: (id: string) => StoredMail | undefined;
}

const KEPT_MAILS = 500;

/** Opens the store in a folder, which is made when missing. */
export async function openMailStore(folder: string, keep = KEPT_MAILS): Promise<MailStore> {
  await mkdir(folder, { recursive: true });
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort();
  const mails: StoredMail[] = [];
  for (const name of names.slice(-keep)) mails.unshift(await readMail(name, await readFile(join(folder, name))));
  for (const name of names.slice(0, -keep)) await rm(join(folder, name), { force: true });

  return {
    async add(raw) {
      // The name starts with the time, so that names sort by age.
      const name = `${new Date().toISOString().replaceAll(':', '-')}_${randomUUID()}.eml`;
      const mail = await readMail(name, raw);
      const known = mails.find(({ messageId }) => messageId !== '' && messageId === mail.messageId);
      if (known) return known;
      await writeFile(join(folder, name), raw);
      mails.unshift(mail);
      for (const old of mails.splice(keep)) await rm(join(folder, `${old.id}.eml`), { force: true });
      return mail;
    },
    list: (to) => (to === undefined ? [...mails] : mails.filter((mail) => mail.to.includes(to.toLowerCase()))),
    find: (id) => mails.find((mail) => mail.id === id),
  };
}

async function readMail(name: string, raw: Buffer): Promise<StoredMail> {
  const parsed = await simpleParser(raw);
  const id = name.replace(/\.eml$/, '');
  const [day, time] = id.split('_')[0]?.split('T') ?? [];
  const html = parsed.html === false ? undefined : parsed.html;
  return {
    id,
    messageId: parsed.messageId ?? '',
    to: listAddresses(parsed.to),
    from: listAddresses(parsed.from)[0] ?? '',
    subject: parsed.subject ?? '',
    receivedAt: `${day}T${time?.replaceAll('-', ':')}`,
    text: parsed.text ?? '',
    html,
    links: listLinks(html ?? parsed.text ?? ''),
  };
}

function listAddresses(field: ParsedMail['to'] | ParsedMail['from']): string[] {
  if (field === undefined) return [];
  const groups = Array.isArray(field) ? field : [field];
  return groups.flatMap((group) => group.value.flatMap(({ address }) => (address ? [address.toLowerCase()] : [])));
}

function listLinks(letter: string): string[] {
  const found = letter.matchAll(/https?:\/\/[^\s"'<>)]+/g);
  return [...new Set([...found].map(([link]) => link.replaceAll('&amp;', '&')))].filter(
    // Doctypes name their schema by an address that nobody follows.
    (link) => !link.includes('www.w3.org'),
  );
}
