import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import type { MailStore } from './mail-store.ts';

const LARGEST_MAIL_BYTES = 2 * 1024 * 1024;

/**
 * Takes every mail that is handed to it on this machine and delivers none: for the demo and the tests.
 *
 * @throws when the port is taken.
 */
export async function receiveMail(store: MailStore, port: number): Promise<SMTPServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: LARGEST_MAIL_BYTES,
    rejectOversized: true,
    onData(stream, _session, done) {
      buffer(stream)
        .then(async (raw) => {
          if (!stream.sizeExceeded) await store.add(raw);
          done(null);
        })
        .catch(done);
    },
  });
  // Only this machine: the letters sign people in.
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  server.on('error', (error) => console.error(`mailbox: ${error.message}`));
  return server;
}
