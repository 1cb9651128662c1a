import 'server-only';
import { cache } from 'react';
import { readForPage } from './read-for-page.ts';

/** What layouts and pages share of a request: read once, so that a look at a client is one entry in the audit. */
export const readFrame = cache(() => readForPage((api) => api.practice.frame()));

export const readClient = cache((clientId: string) => readForPage((api) => api.clients.get({ clientId })));
