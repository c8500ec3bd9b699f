import assert from 'node:assert/strict';
import { withEdits } from '../../../src/core/checks/fixes';
import type { SourceId } from '../../../src/core/model';
import { correctLocator, locatorLike } from '../../../src/core/quotes/locatorFix';
import { markedNote, place } from './markedNote';

describe('a place in the form of another', () => {
  for (const [written, locator, expected] of [
    ['p. 12', 'p. 14', 'p. 14'],
    ['p.12', 'p. 14', 'p.14'],
    ['p.~12', 'p. 14', 'p.~14'],
    ['p. 12', 'pp. 14–15', 'pp. 14–15'],
    ['pp. 12-13', 'pp. 14–15', 'pp. 14-15'],
    ['pp. 12--13', 'p. 14', 'p. 14'],
    ['Pages 12–13', 'p. 14', 'Page 14'],
    ['S. 12', 'p. 14', 'S. 14'],
    ['12', 'p. xiv', 'xiv'],
    ['12--13', 'pp. 14–15', '14--15'],
    ['12', '3.3', '3.3'],
    ['§ 2.1', '3.3', '§ 3.3'],
    ['§ 2.1', '3.3–3.5', '§§ 3.3–3.5'],
    ['para. 2.1', '3.3', 'para. 3.3'],
    ['para. 2.1', 'p. 14', 'p. 14'],
    ['p. 12', '3.3', '3.3'],
    ['sec. 2', 'p. 14', 'p. 14'],
  ] as const) {
    it(`${locator} like ${written}`, () => assert.equal(locatorLike(written, locator), expected));
  }
});

describe('correcting the place that a citation names', () => {
  it('leaves the rest of it', () => {
    const { text, check } = markedNote(
      '“the old lamp keeper sleeps” ‹[see @lamps, «p. 12», and more]›',
    );
    const edit = correctLocator(text, { ...check, place: place('p. 14') });
    assert.ok(edit);
    assert.equal(
      withEdits(text, [edit]),
      '“the old lamp keeper sleeps” [see @lamps, p. 14, and more]',
    );
  });

  it('is left alone where it names no place, or another source is meant', () => {
    const without = markedNote('“the old lamp keeper sleeps” ‹[@lamps]›');
    assert.equal(
      correctLocator(without.text, { ...without.check, place: place('p. 14') }),
      undefined,
    );
    const { text, check } = markedNote('“the old lamp keeper sleeps” ‹[@lamps, «p. 12»]›');
    const elsewhere = { ...place('p. 14'), source: 'tides' as SourceId };
    assert.equal(correctLocator(text, { ...check, place: elsewhere }), undefined);
  });
});
