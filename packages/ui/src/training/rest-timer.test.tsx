import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { RestTimer } from './rest-timer.tsx';

const endsAt = 1_773_900_000_000;
const draw = (now: number) =>
  renderToStaticMarkup(
    <RestTimer
      endsAt={endsAt}
      totalSeconds={180}
      next="set 2, left side first"
      onExtend={() => undefined}
      onSkip={() => undefined}
      initialNow={now}
    />,
  );

test('shows what is left, what comes then, and both ways out', () => {
  const markup = draw(endsAt - 108_000);
  expect(markup).toContain('>1:48<');
  expect(markup).toContain('Rest, then set 2, left side first');
  expect(markup).toContain('1 minute 48 of 3 minutes left');
  expect(markup).toContain('+30 s');
  expect(markup).toContain('Skip');
});

test('says that it is over, aloud too', () => {
  const markup = draw(endsAt + 60_000);
  expect(markup).toContain('>0:00<');
  expect(markup).toMatch(/aria-live="polite">.*Rest is over: set 2, left side first/);
});
