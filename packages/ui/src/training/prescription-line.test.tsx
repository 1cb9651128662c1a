import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PrescriptionLine, type PrescriptionLineProps } from './prescription-line.tsx';

const lunge: PrescriptionLineProps['dose'] = {
  sets: 3,
  measure: 'reps',
  amount: 6,
  perSide: false,
  load: { hundredths: 4000, unit: 'kg' },
  restSeconds: 180,
  rir: 2,
  explosive: false,
  tempo: null,
};

const readText = (markup: string) => markup.replace(/<wbr\/>/g, '').replace(/<[^>]+>/g, '');

test('the parts stand in their order, parted by a slash that is not read out', () => {
  const markup = renderToStaticMarkup(<PrescriptionLine dose={lunge} />);
  expect(readText(markup.replace(/<span class="sr-only">.*?<\/span>/g, ''))).toBe(
    '3 × 6/40 kg/3 min rest/2 in reserve',
  );
  expect(readText(markup.replace(/<span aria-hidden="true".*?<\/span>/g, ''))).toBe(
    '3 × 6, 40 kg, 3 min rest, 2 in reserve',
  );
});

test('a part can be left out, and the line does not end in a slash', () => {
  const markup = renderToStaticMarkup(<PrescriptionLine dose={lunge} without={['reserve']} />);
  expect(readText(markup)).toBe('3 × 6, /40 kg, /3 min rest');
});

test('a change strikes the old value and sets the new one', () => {
  const markup = renderToStaticMarkup(<PrescriptionLine dose={{ ...lunge, amount: 5 }} before={lunge} />);
  expect(markup).toMatch(/<del[^>]*>6<\/del> .*<ins[^>]*>5<\/ins>/);
  expect(markup.match(/<del/g)).toHaveLength(1);
});

test('a part that went is struck, one that came is new', () => {
  const markup = renderToStaticMarkup(
    <PrescriptionLine dose={{ ...lunge, load: null, tempo: '3-1-1' }} before={lunge} />,
  );
  expect(markup).toMatch(/<del[^>]*>40 kg<\/del>/);
  expect(markup).toMatch(/<ins[^>]*>tempo 3-1-1<\/ins>/);
});
