import { writeMail } from '@groundwork/db/mail';
import { withPractice } from '@groundwork/db/scope';
import { makePractice } from '@groundwork/db/testing/make-practice';
import type { Claim } from './claim.ts';
import type { Parameters } from './parameters.ts';
import { receiveLetters } from './receive-letters.ts';
import { openRig, pause } from './rig.ts';

/** The worker is killed in the moment in which the mail server has taken a letter and nobody has written it down, once a letter. */
export async function run({ mail }: Parameters): Promise<readonly Claim[]> {
  const rig = await openRig();
  const box = await receiveLetters();
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
        const seen = new Set(box.deliveries.map(({ messageId }) => messageId));
        box.onDelivery = ({ messageId }) => {
          // Only a letter that came for the first time: the ones before come again in their own time.
          if (!seen.has(messageId)) settle();
        };
      });
      const worker = await rig.startWorker(box.env);
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
    box.onDelivery = () => {};
    const last = await rig.startWorker(box.env);
    const count = async () =>
      (await rig.owner.owner.query(`select count(*)::int as queued from mail where status <> 'sent'`)).rows[0]
        .queued as number;
    const start = performance.now();
    while ((await count()) > 0 && performance.now() - start < 120_000) await pause(100);
    last.kill('SIGTERM');
    const unsent = await count();
    const distinct = new Set(box.deliveries.map(({ messageId }) => messageId));
    return [
      {
        claim: 'mail goes once',
        done: `worker killed between send and mark, ${mail.kills} times (${between} of them before the mark, by the database)`,
        found: `${distinct.size} letters by their Message-ID, ${unsent} never sent; the mail server saw ${box.deliveries.length} deliveries, each repetition under the same Message-ID`,
        holds: distinct.size === mail.kills && unsent === 0 && between > mail.kills / 2,
      },
    ];
  } finally {
    box.close();
    await rig.close();
  }
}
