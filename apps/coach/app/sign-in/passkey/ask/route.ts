import { answerPasskeyAsk } from '@groundwork/api/passkey-sign-in';

/** Asks this browser for a passkey. */
export const POST = (request: Request): Promise<Response> => answerPasskeyAsk('coach', request);
