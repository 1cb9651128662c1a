import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Button } from './button.tsx';

test('a button that can not be used has its reason as label and stays reachable', () => {
  const markup = renderToStaticMarkup(
    <Button type="submit" offReason="1 error before publishing" onClick={() => undefined}>
      Publish
    </Button>,
  );
  expect(markup).toContain('1 error before publishing');
  expect(markup).toContain('aria-disabled="true"');
  expect(markup).not.toContain(' disabled');
  expect(markup).toContain('type="button"');
});

test('a busy button says what it does and keeps the room of both labels', () => {
  const busy = renderToStaticMarkup(
    <Button type="submit" busy busyLabel="Publishing">
      Publish
    </Button>,
  );
  expect(busy).toMatch(/<span aria-hidden="true" class="[^"]*invisible[^"]*">Publish<\/span>/);
  expect(busy).toMatch(/<span class="[^"]*">Publishing<\/span>/);
  expect(busy).toContain('aria-busy="true"');
  expect(busy).toContain('type="button"');
  const ready = renderToStaticMarkup(<Button busyLabel="Publishing">Publish</Button>);
  expect(ready).toMatch(/<span aria-hidden="true" class="[^"]*invisible[^"]*">Publishing<\/span>/);
});
