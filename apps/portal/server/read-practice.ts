import 'server-only';
import { codeOf } from '@groundwork/api/errors';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { openApi } from './open-api.ts';

/** The practice of an address, once per request; the not-found page when there is none. */
export const readPractice = cache(async (slug: string) => {
  const api = await openApi();
  try {
    return await api.practice.get({ slug });
  } catch (error) {
    if (codeOf(error) === 'NOT_FOUND' || codeOf(error) === 'INVALID_INPUT') notFound();
    throw error;
  }
});
