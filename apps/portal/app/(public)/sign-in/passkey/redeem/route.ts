import { answerPasskeyRedeem } from '@groundwork/api/passkey-sign-in';

/** Signs in with what a passkey answered. */
export const POST = (request: Request): Promise<Response> => answerPasskeyRedeem('portal', request);
