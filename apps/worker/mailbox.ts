import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { stopWhenTold } from '@groundwork/api/stop-when-told';
import { openMailStore } from './src/mailbox/mail-store.ts';
import { mailboxListener } from './src/mailbox/mailbox-server.ts';
import { receiveMail } from './src/mailbox/smtp-receiver.ts';

const smtpPort = Number(process.env.GROUNDWORK_SMTP_PORT ?? 3025);
const pagePort = Number(process.env.GROUNDWORK_MAILBOX_PORT ?? 3002);
const folder = process.env.GROUNDWORK_MAILBOX_FOLDER ?? '.data/mailbox';

const store = await openMailStore(folder);
const receiver = await receiveMail(store, smtpPort);
const pages = createServer(mailboxListener(store, fileURLToPath(new URL('.', import.meta.url))));
await new Promise<void>((resolve, reject) => {
  pages.once('error', reject);
  // Only this machine: whoever reads the letters can sign in with them.
  pages.listen(pagePort, '127.0.0.1', resolve);
});
console.log(`mailbox listens on port ${pagePort}, SMTP on ${smtpPort}`);

stopWhenTold(async () => {
  pages.close();
  pages.closeAllConnections();
  await new Promise<void>((resolve) => receiver.close(resolve));
});
