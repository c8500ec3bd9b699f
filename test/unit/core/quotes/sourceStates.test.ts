import assert from 'node:assert/strict';
import type { SourceId } from '../../../../src/core/model';
import type { QuoteCheck } from '../../../../src/core/quotes/quoteCheck';
import { outdatedChecks } from '../../../../src/workspace/quotes/sourceStates';
import { markedNote, SOURCE } from './markedNote';

const OTHER = 'tides' as SourceId;
const BEFORE = new Map<SourceId, unknown>([
  [SOURCE, 'as read'],
  [OTHER, 'as read'],
]);

describe('what was found, after sources have changed', () => {
  const cited = markedNote('“the old lamp keeper sleeps” ‹[@lamps]›').check;
  const uncited = markedNote('“the old lamp keeper sleeps”').check;
  const outdated = (check: QuoteCheck, id: SourceId, now: unknown) =>
    outdatedChecks([check], BEFORE, new Map([...BEFORE, [id, now]])).includes(check);

  it('holds while they are the same', () => {
    assert.ok(!outdated(cited, SOURCE, 'as read'));
    assert.ok(!outdated(uncited, OTHER, 'as read'));
  });

  it('holds in a source that is cited while that one is the same', () => {
    assert.ok(outdated(cited, SOURCE, 'read again'));
    assert.ok(!outdated(cited, OTHER, 'read again'));
    assert.deepEqual(outdatedChecks([cited], BEFORE, new Map([[OTHER, 'as read']])), [cited]);
  });

  it('may be otherwise once any has changed, where it was looked for in all', () => {
    assert.ok(outdated(uncited, OTHER, 'read again'));
    assert.ok(outdated({ ...cited, verdict: 'not found' }, OTHER, 'read again'));
    assert.ok(outdated(uncited, 'new' as SourceId, 'as read'));
  });
});
