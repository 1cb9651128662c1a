import type { ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import { answerAway } from './away.ts';
import { hashScript } from './built-pages.ts';

it('the page shown while the database is away may use its own style and nothing else', () => {
  const headers = new Map<string, string>();
  let page = '';
  const response = {
    statusCode: 200,
    setHeader: (name: string, value: string) => headers.set(name, value),
    end: (text: string) => {
      page = text;
    },
  };
  answerAway(response as unknown as ServerResponse, false);
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page) ?? [];
  expect(response.statusCode).toBe(503);
  expect(headers.get('Content-Security-Policy')).toBe(
    `default-src 'none'; frame-ancestors 'none'; style-src ${hashScript(style)}`,
  );
});
