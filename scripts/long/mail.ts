import { writeMail } from '@groundwork/db/mail';
import { withPractice } from '@groundwork/db/scope';
import { findFreePort } from '@groundwork/db/testing/global-setup';
import { makePractice } from '@groundwork/db/testing/make-practice';
import { SMTPServer } from 'smtp-server';
import type { Claim } from './claim.ts';
import type { Parameters } from './parameters.ts';
import { openRig, pause } from './rig.ts';

/** The worker is killed in the moment in which the mail server has taken a letter and nobody has written it down, once a letter. */
export async function run({ mail }: Parameters): Promise<readonly Claim[]> {
  const rig = await openRig();
  const taken: string[] = [];
  let onTaken = () => {};
  const smtpPort = await findFreePort();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      let raw = '';
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        raw += chunk;
      });
      stream.on('end', () => {
        taken.push(/^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? '');
        done();
        onTaken();
      });
    },
  });
  await new Promise<void>((settle) => server.listen(smtpPort, '127.0.0.1', settle));
  const env = {
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    GROUNDWORK_MAIL_FROM: 'Groundwork <post@groundwork.example>',
  };
  try {
    const { practiceId } = await makePractice(rig.owner);
    const write = (number: number) =>
      withPractice(practiceId, (scope) =>
        writeMail(scope, {
          recipient: `runner-${number}@example.org`,
          subject: `Letter ${number}`,
          html: '<p>Hello</p>',
          text: 'Hello',
          template: 'offer',
          idempotencyKey: `letter:${number}`,
          confidential: false,
        }),
      );
    let between = 0;
    for (let number = 0; number < mail.kills; number++) {
      const blow = new Promise<void>((settle) => {
        const seen = new Set(taken);
        onTaken = () => {
          // Only a letter that came for the first time: the ones before come again in their own time.
          if (!seen.has(taken.at(-1) ?? '')) settle();
        };
      });
      const worker = await rig.startWorker(env);
      await write(number);
      await blow;
      const gone = new Promise((settle) => worker.once('close', settle));
      worker.kill('SIGKILL');
      await gone;
      const { rows } = await rig.owner.owner.query(`select status from mail where idempotency_key = $1`, [
        `letter:${number}`,
      ]);
      if (rows[0]?.status === 'queued') between++;
    }
    onTaken = () => {};
    const last = await rig.startWorker(env);
    const count = async () =>
      (await rig.owner.owner.query(`select count(*)::int as queued from mail where status <> 'sent'`)).rows[0]
        .queued as number;
    const start = performance.now();
    while ((await count()) > 0 && performance.now() - start < 120_000) await pause(100);
    last.kill('SIGTERM');
    const unsent = await count();
    const distinct = new Set(taken);
    return [
      {
        claim: 'mail goes once',
        done: `worker killed between send and mark, ${mail.kills} times (${between} of them before the mark, by the database)`,
        found: `${distinct.size} letters by their Message-ID, ${unsent} never sent; the mail server saw ${taken.length} deliveries, each repetition under the same Message-ID`,
        holds: distinct.size === mail.kills && unsent === 0 && between > mail.kills / 2,
      },
    ];
  } finally {
    server.close();
    await rig.close();
  }
}
