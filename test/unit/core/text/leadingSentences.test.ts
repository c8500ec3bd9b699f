import assert from 'node:assert/strict';
import { leadingSentences } from '../../../../src/core/text/leadingSentences';

describe('the leading sentences of a text', () => {
  const text = 'The lamp is lit. The keeper sleeps, as keepers do. Nobody else is there.';
  const cases: readonly (readonly [string, string, number, string])[] = [
    ['are all of it where there is room', text, 80, text],
    [
      'are those that there is room for',
      text,
      60,
      'The lamp is lit. The keeper sleeps, as keepers do. …',
    ],
    ['have exactly the limit', text, 16, 'The lamp is lit. …'],
    ['are words where one alone is too long', text, 12, 'The lamp is …'],
    [
      'do not end at an abbreviation',
      'Dr. Keeper of the lamp. He sleeps.',
      26,
      'Dr. Keeper of the lamp. …',
    ],
    ['are cut where there is no blank', '灯台守は眠る人', 3, '灯台守 …'],
    ['never cut a character', '🧭🧭🧭', 3, '🧭 …'],
    ['are nothing of nothing', ' ', 10, ''],
  ];
  for (const [name, whole, limit, expected] of cases) {
    it(name, () => assert.equal(leadingSentences(whole, limit), expected));
  }
});
