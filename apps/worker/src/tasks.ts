import { expireOffer } from '@groundwork/api/worker/expire-offer';
import { fillOpeningNow } from '@groundwork/api/worker/fill-opening';
import { remindOffer } from '@groundwork/api/worker/remind-offer';
import { type MailTransport, sendMail } from '@groundwork/api/worker/send-mail';
import { writeSignInLetter } from '@groundwork/api/worker/write-sign-in-letter';
import type { TaskList } from 'graphile-worker';
import { z } from 'zod';

export interface TaskTools {
  transport: MailTransport;
  /** The domain behind the at sign of each Message-ID. */
  domain: string;
  clock: () => Date;
}

const mailPayload = z.object({ practiceId: z.uuid(), mailId: z.uuid() });
const offerPayload = z.object({ practiceId: z.uuid(), offerId: z.uuid() });
const letterPayload = z.object({ requestId: z.uuid(), sealed: z.base64() });
const openingPayload = z.object({ practiceId: z.uuid(), openingId: z.uuid() });

/** The jobs that `packages/api` leaves in the queue, by the names it uses there. Each may run twice and does its work once. */
export function buildTasks({ transport, domain, clock }: TaskTools): TaskList {
  return {
    send_mail: async (payload, { job }) => {
      const isLastAttempt = job.attempts >= job.max_attempts;
      await sendMail({ ...mailPayload.parse(payload), domain, transport, now: clock, isLastAttempt });
    },
    write_sign_in_letter: async (payload) => {
      await writeSignInLetter(letterPayload.parse(payload), clock());
    },
    expire_offer: async (payload) => {
      await expireOffer({ ...offerPayload.parse(payload), now: clock() });
    },
    remind_offer: async (payload) => {
      await remindOffer({ ...offerPayload.parse(payload), now: clock() });
    },
    fill_opening: async (payload) => {
      await fillOpeningNow({ ...openingPayload.parse(payload), now: clock() });
    },
  };
}
