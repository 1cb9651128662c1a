import { describe, expect, test } from 'vitest';
import { compareWords } from './compare-words.ts';

describe('compareWords', () => {
  test('parts what stayed from what changed', () => {
    expect(compareWords('3 × 6 a side', '3 × 5 a side')).toEqual([
      { same: '3 ×', was: '', is: '' },
      { same: '', was: '6', is: '5' },
      { same: 'a side', was: '', is: '' },
    ]);
  });
  test('keeps neighbours that changed together', () => {
    expect(compareWords('45 s rest', '3 min rest')).toEqual([
      { same: '', was: '45 s', is: '3 min' },
      { same: 'rest', was: '', is: '' },
    ]);
  });
  test('replaces the whole where the words do not pair up', () => {
    expect(compareWords('', '40 kg')).toEqual([{ same: '', was: '', is: '40 kg' }]);
    expect(compareWords('3 × 6', '3 × 30 s a side')).toEqual([{ same: '', was: '3 × 6', is: '3 × 30 s a side' }]);
  });
});
