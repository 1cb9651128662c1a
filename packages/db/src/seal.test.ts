import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BrokenSeal, isSealedWithAnOldKey, makeDataKey, seal, unseal } from './seal.ts';

const place = { practiceId: '0193a1f0-0000-7000-8000-000000000001', rowId: '0193a1f0-0000-7000-8000-000000000002' };
const [first, second] = [makeDataKey(), makeDataKey()];
let before: string | undefined;

beforeEach(() => {
  before = process.env.GROUNDWORK_DATA_KEY;
  process.env.GROUNDWORK_DATA_KEY = first;
});

afterEach(() => {
  process.env.GROUNDWORK_DATA_KEY = before;
});

describe('a sealed value', () => {
  it('opens to what it was, for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(unseal(seal(value, place), place)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('tells nothing: neither the text nor whether two are the same', () => {
    const sealed = seal({ painSites: ['achilles'] }, place);
    expect(sealed.toString('latin1')).not.toContain('achilles');
    expect(seal({ painSites: ['achilles'] }, place).equals(sealed)).toBe(false);
  });

  it('opens in its own row alone', () => {
    const sealed = seal('x', place);
    expect(() => unseal(sealed, { ...place, rowId: place.practiceId })).toThrow(BrokenSeal);
    expect(() => unseal(sealed, { ...place, practiceId: place.rowId })).toThrow(BrokenSeal);
  });

  it('breaks with any changed or missing byte', () => {
    const sealed = seal({ note: 'left knee' }, place);
    for (let position = 0; position < sealed.length; position++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(position) ^ 1, position);
      expect(() => unseal(changed, place), `byte ${position}`).toThrow(BrokenSeal);
      expect(() => unseal(sealed.subarray(0, position), place), `length ${position}`).toThrow(BrokenSeal);
    }
  });
});

describe('a key', () => {
  it('is rotated by putting the new one first: old values still open, new ones are sealed with it', () => {
    const old = seal('x', place);
    process.env.GROUNDWORK_DATA_KEY = `${second}, ${first}`;
    expect(unseal(old, place)).toBe('x');
    expect(isSealedWithAnOldKey(old)).toBe(true);
    const fresh = seal('x', place);
    expect(isSealedWithAnOldKey(fresh)).toBe(false);
    process.env.GROUNDWORK_DATA_KEY = second;
    expect(unseal(fresh, place)).toBe('x');
    expect(() => unseal(old, place)).toThrow('does not hold');
  });

  it.each(['', 'short', Buffer.alloc(16).toString('base64')])('%j is refused', (key) => {
    process.env.GROUNDWORK_DATA_KEY = key;
    expect(() => seal('x', place)).toThrow('GROUNDWORK_DATA_KEY');
  });
});
