import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import type { MailStore } from './mail-store.ts';
import { renderMailbox } from './mailbox-page.ts';

const ASSET_TYPES: Readonly<Record<string, string>> = { '.css': 'text/css; charset=utf-8', '.woff2': 'font/woff2' };

const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** A letter runs no script, loads nothing, and opens its links in a tab of their own. */
const LETTER_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/** Answers the mailbox page, its assets, and `/api/messages?to=`, which the browser tests read. */
export function mailboxListener(store: MailStore, assets: string) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://mailbox');
    const to = url.searchParams.get('to') || undefined;
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('Cache-Control', 'no-store');

    const answer = (status: number, type: string, body: string | Buffer) => {
      response.statusCode = status;
      response.setHeader('Content-Type', type);
      response.end(body);
    };
    const answerPage = (status: number, body: string) => {
      response.setHeader('Content-Security-Policy', PAGE_POLICY);
      answer(status, 'text/html; charset=utf-8', body);
    };

    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, 'text/plain', 'Only GET.\n');
    const [, first = '', second = '', third] = url.pathname.split('/');

    if (first === '') return answerPage(200, renderMailbox({ mails: store.list(to), open: undefined, to }));
    if (first === 'healthz') return answer(200, 'text/plain', 'ok\n');
    if (first === 'api' && second === 'messages') {
      return answer(200, 'application/json', JSON.stringify(store.list(to)));
    }
    if (first === 'assets' && /^[\w-]+\.\w+$/.test(second)) {
      const type = ASSET_TYPES[extname(second)];
      const body = type && (await readFile(join(assets, second)).catch(() => undefined));
      if (type && body) return answer(200, type, body);
    }
    if (first === 'messages') {
      const mail = store.find(second);
      if (mail && third === 'html') {
        response.setHeader('Content-Security-Policy', LETTER_POLICY);
        return answer(200, 'text/html; charset=utf-8', `<base target="_blank">${mail.html ?? ''}`);
      }
      if (mail) return answerPage(200, renderMailbox({ mails: store.list(to), open: mail, to }));
    }
    return answer(404, 'text/plain', 'Nothing here. The letters are at /\n');
  };
}
