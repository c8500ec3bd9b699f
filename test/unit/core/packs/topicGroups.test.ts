import assert from 'node:assert/strict';
import { excerptsByRootTopic } from '../../../../src/core/packs/topicGroups';
import { SMALL_CATALOG } from '../../../support/smallPack';

describe('excerptsByRootTopic', () => {
  it('files each excerpt once, by its first topic, in the order of the topics', () => {
    const groups = excerptsByRootTopic(SMALL_CATALOG, [...SMALL_CATALOG.all('excerpt')].reverse());
    assert.deepEqual(
      groups.map(({ topic, excerpts }) => [topic?.id, excerpts.map(({ id }) => id)]),
      [
        ['history', ['second', 'first']],
        ['areas', ['third']],
        [undefined, ['loose']],
      ],
    );
  });
});
