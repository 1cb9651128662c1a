import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { AnchorProvider } from './anchor.tsx';
import { Why } from './why.tsx';

const explanation = {
  title: 'Day before speed',
  claim: 'Wednesday is speed work.',
  rule: { id: 'S24', statement: 'no strength the day before speed work' },
  source: 'Doma and Deakin 2013',
  instead: 'Monday and Thursday are used',
};

test('a closed reason is a button that names what it explains', () => {
  const markup = renderToStaticMarkup(<Why explanation={explanation} />);
  expect(markup).toContain('aria-expanded="false"');
  expect(markup).toContain('Why<span class="sr-only">: Day before speed</span>');
  expect(markup).not.toContain('S24');
});

test('an opened reason states the claim, the rule, the source and what to do instead', () => {
  const markup = renderToStaticMarkup(<Why explanation={explanation} ruleHref="/rules/s24" defaultOpen />);
  for (const fact of [
    'Wednesday is speed work.',
    'S24, no strength the day',
    'Doma and Deakin',
    'Monday and Thursday',
  ]) {
    expect(markup).toContain(fact);
  }
  expect(markup).toContain('href="/rules/s24"');
});

test('without a place of its own the rule is linked at its page', () => {
  const markup = renderToStaticMarkup(<Why explanation={explanation} defaultOpen />);
  expect(markup).toContain(`href="/rules/${explanation.rule.id}"`);
});

test('nothing is offered where there is nothing to do instead', () => {
  const markup = renderToStaticMarkup(<Why explanation={{ ...explanation, instead: null }} defaultOpen />);
  expect(markup).not.toContain('Instead');
});

test('an opened reason may stand in a paragraph', () => {
  const markup = renderToStaticMarkup(<Why explanation={explanation} ruleHref="/rules/s24" defaultOpen />);
  expect(markup).not.toMatch(/<(div|p|dl|h\d|ul|section)\b/);
});

test('the link to the rule goes through the router of the app', () => {
  const markup = renderToStaticMarkup(
    <AnchorProvider as={(props) => <a {...props} data-router="yes" />}>
      <Why explanation={explanation} ruleHref="/rules/s24" defaultOpen />
    </AnchorProvider>,
  );
  expect(markup).toContain('data-router="yes"');
});
