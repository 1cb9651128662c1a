import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { SetRow, type SetRowProps } from './set-row.tsx';

const draw = (props: Partial<SetRowProps>) =>
  renderToStaticMarkup(
    <ol>
      <SetRow number={2} state="todo" measure="reps" amount={5} load={{ hundredths: 1650, unit: 'kg' }} {...props} />
    </ol>,
  );
const readText = (markup: string) => markup.replace(/<[^>]+>/g, '');

test('a set to do shows its target and is not a control unless it can be opened', () => {
  expect(readText(draw({}))).toBe('Set 216.5 kg, 5 reps,to do');
  expect(draw({})).not.toContain('<button');
  expect(draw({ onOpen: () => undefined })).toContain('aria-label="Set 2, to do: do it now"');
});

test('a done set says how many were left', () => {
  expect(readText(draw({ state: 'done', rir: 2 }))).toContain('2 left in you');
  expect(readText(draw({ state: 'done', rir: 0 }))).toContain('none left in you');
  expect(readText(draw({ state: 'done', rir: null }))).not.toContain('left');
});

test('a short set says in words that it counts as a miss', () => {
  expect(readText(draw({ state: 'short', amount: 3 }))).toMatch(/3 reps, short,\s*counts as a miss/);
});

test('the set being done is prefilled and bounded in its unit', () => {
  const markup = draw({ state: 'on' });
  expect(markup).toContain('aria-label="Set 2, load in kg"');
  expect(markup).toContain('value="16.5"');
  expect(markup).toContain('aria-valuemax="1000"');
  expect(markup).toContain('aria-label="Log set 2"');
});

test('without a load there is one stepper, in seconds for a hold', () => {
  const markup = draw({ state: 'on', load: null, measure: 'seconds', amount: 30 });
  expect(markup.match(/role="spinbutton"/g)).toHaveLength(1);
  expect(markup).toContain('aria-valuetext="30 s"');
});

test('how many were left is asked only where it was asked for', () => {
  expect(draw({ state: 'on' })).not.toContain('type="radio"');
  expect(draw({ state: 'on', asksRir: true, rir: 3 }).match(/type="radio"/g)).toHaveLength(6);
});
