import assert from 'node:assert/strict';
import { isLeft, parseMark, type Mark } from '../../../../src/workspace/library/readingMark';

const NOW = 1_700_000_000_000;
const MARK: Mark = {
  pid: 10,
  since: NOW - 1_000,
  sources: [{ id: 'file-abc', address: 'file:///a.pdf', mtime: 5, size: 7 }],
};

describe('a mark of what is being read', () => {
  const lookingFrom = (pid: number | undefined, ...alive: readonly number[]) => ({
    pid,
    now: NOW,
    isAlive: (one: number) => alive.includes(one),
  });

  it('is left when the window that made it is gone', () => {
    assert.equal(isLeft(MARK, lookingFrom(11, 11)), true);
    assert.equal(isLeft(MARK, lookingFrom(10, 10)), true, 'its number is ours now');
    assert.equal(isLeft(MARK, lookingFrom(11, 10, 11)), false, 'another window is at work');
  });

  it('is left when nobody can be reading any more, wherever the clock was moved', () => {
    for (const since of [NOW - 3_600_000, NOW + 3_600_000]) {
      assert.equal(isLeft({ ...MARK, since }, lookingFrom(11, 10, 11)), true);
    }
  });

  it('is left in a browser, where nobody can tell', () => {
    assert.equal(isLeft(MARK, lookingFrom(undefined, 10)), true);
    const ofBrowser: Mark = { since: MARK.since, sources: MARK.sources };
    assert.equal(isLeft(ofBrowser, lookingFrom(11, 11)), true);
  });

  it('is read as it was written', () => {
    assert.deepEqual(parseMark(JSON.stringify(MARK)), MARK);
  });

  it('is none when it is not whole, or not ours', () => {
    const [source] = MARK.sources;
    for (const json of [
      '',
      JSON.stringify(MARK).slice(0, -5),
      'null',
      '[]',
      '{}',
      JSON.stringify({ ...MARK, since: 'now' }),
      JSON.stringify({ ...MARK, pid: '10' }),
      JSON.stringify({ ...MARK, sources: [null] }),
      JSON.stringify({ ...MARK, sources: [{ ...source, id: '../../settings' }] }),
      JSON.stringify({ ...MARK, sources: [{ ...source, size: undefined }] }),
    ]) {
      assert.equal(parseMark(json), undefined, json);
    }
  });
});
