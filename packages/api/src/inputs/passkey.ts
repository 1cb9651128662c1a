import { z } from 'zod';
import { filledLine } from './text.ts';

/** Longer than what any authenticator says. */
const bytes = (max: number) =>
  z
    .string()
    .regex(/^[\w-]+$/, 'That is no passkey.')
    .max(max, 'That is no passkey.');

const credentialId = bytes(1_400);

/** What a browser made, as it writes it down; what else it says of it is left out. */
export const addPasskey = z.strictObject({
  name: filledLine(60),
  answer: z.object({
    id: credentialId,
    rawId: credentialId,
    type: z.literal('public-key'),
    response: z.object({
      clientDataJSON: bytes(4_000),
      attestationObject: bytes(20_000),
      /** "internal", "usb", and what comes yet. */
      transports: z
        .array(z.string().regex(/^[a-z-]{1,20}$/))
        .max(10)
        .optional(),
    }),
  }),
});

/** What the question is for: a body that says nothing would let malformed ones pass for it. */
export const beginPasskey = z.strictObject({ purpose: z.literal('register') });

export const passkeyKey = z.strictObject({ passkeyId: credentialId });

/** A passkey's answer at the sign-in. */
export const passkeyAnswer = z.object({
  id: credentialId,
  rawId: credentialId,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: bytes(4_000),
    authenticatorData: bytes(4_000),
    signature: bytes(4_000),
    userHandle: bytes(100).optional(),
  }),
});
