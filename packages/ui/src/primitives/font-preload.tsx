import { preload } from 'react-dom';

// The bundler sees `new URL(…, import.meta.url)` and gives the same hashed file that tokens.css names.
const latinFiles = [
  new URL(
    '../../node_modules/@fontsource-variable/stix-two-text/files/stix-two-text-latin-wght-normal.woff2',
    import.meta.url,
  ),
  new URL(
    '../../node_modules/@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2',
    import.meta.url,
  ),
];

/** Starts the two latin font files (55 kB) with the page, so that text does not change face. Once, in the root layout. */
export function FontPreload() {
  for (const file of latinFiles) preload(String(file), { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  return null;
}
