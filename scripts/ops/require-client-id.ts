import { OpsProblem } from './ops-problem.ts';

/** @throws OpsProblem when a text cannot be a client's id. */
export function requireClientId(text: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return text;
  throw new OpsProblem(`"${text}" is no client’s id: it is what follows /clients/ in her page’s address.`);
}
