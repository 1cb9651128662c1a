import { codeOf } from '@groundwork/api/errors';

/** The token of a mailed link's address; the empty string when it is missing or doubled. */
export const readToken = async (
  searchParams: Promise<Record<string, string | string[] | undefined>>,
): Promise<string> => {
  const { token } = await searchParams;
  return typeof token === 'string' ? token : '';
};

/** A read that a wrong, used or old link makes fail: undefined then, so that the page can say so. Other failures are thrown. */
export async function findByLink<Value>(read: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await read();
  } catch (error) {
    const code = codeOf(error);
    if (code === 'NOT_FOUND' || code === 'GONE' || code === 'INVALID_INPUT') return undefined;
    throw error;
  }
}
