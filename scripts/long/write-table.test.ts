import { expect, it } from 'vitest';
import { placeClaims } from './write-table.ts';

const claim = (found: string) => ({ claim: 'nothing is lost', done: 'twice', found, holds: true });

it('writes its own section, over what it wrote before, and nobody else’s', () => {
  const report = '# Benchmarks\n\n## Engine\n\nfast\n';
  const once = placeClaims(
    report,
    [claim('0 lost'), { ...claim('1 lost'), claim: 'other', holds: false }],
    '2026-01-01',
  );
  expect(placeClaims('# Benchmarks\n\n## Safety and reliability\n\n<!-- engine -->\n\n## Engine\n', [], '')).toContain(
    '<!-- engine -->\n\n## Engine',
  );
  const again = placeClaims(`${once}\n## Web\n\nquick\n`, [claim('still 0')], '2026-02-02');
  expect(again).toMatch(/^# Benchmarks\n\n## Engine\n\nfast\n\n## Safety and reliability\n/);
  expect(again).toContain('| other | twice | 1 lost | **no** | 2026-01-01 |');
  expect(again).toContain('| nothing is lost | twice | still 0 | yes | 2026-02-02 |');
  expect(again).not.toContain('0 lost | yes');
  expect(again).toMatch(/\n\n## Web\n\nquick\n$/);
});
