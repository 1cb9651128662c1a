import { findFreePort } from '@groundwork/db/testing/global-setup';
import { SMTPServer } from 'smtp-server';

export interface Delivery {
  readonly messageId: string;
  readonly to: string;
  /** As it came over the wire, head and all. */
  readonly raw: string;
}

export interface LetterBox {
  /** What a worker needs to send here. */
  readonly env: Readonly<Record<string, string>>;
  /** In the order in which they came; one that is sent again stands here again. */
  readonly deliveries: readonly Delivery[];
  /** Gets each delivery once the sender has been told that it was taken. */
  onDelivery: (delivery: Delivery) => void;
  readonly close: () => void;
}

/** A mail server on this machine that takes everything. */
export async function receiveLetters(): Promise<LetterBox> {
  const port = await findFreePort();
  const deliveries: Delivery[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, { envelope }, done) {
      let raw = '';
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        raw += chunk;
      });
      stream.on('end', () => {
        const [recipient] = envelope.rcptTo;
        const delivery = {
          messageId: /^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? '',
          to: recipient?.address ?? '',
          raw,
        };
        deliveries.push(delivery);
        done();
        box.onDelivery(delivery);
      });
    },
  });
  // A worker that is killed breaks its connection.
  server.on('error', () => {});
  await new Promise<void>((settle) => server.listen(port, '127.0.0.1', settle));
  const box: LetterBox = {
    env: {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      GROUNDWORK_MAIL_FROM: 'Groundwork <post@groundwork.example>',
    },
    deliveries,
    onDelivery: () => {},
    close: () => server.close(),
  };
  return box;
}
