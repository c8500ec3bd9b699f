import assert from 'node:assert/strict';
import { EncodingChoices } from '../../../../src/workspace/library/encodingChoices';
import { librarySource } from '../../../support/librarySources';
import { memoryState } from '../../../support/memoryState';

describe('the encodings that the user has chosen', () => {
  const { uri: lamps } = librarySource('lamps.txt');
  const { uri: fog } = librarySource('fog.txt');

  it('are remembered for each file, until it is detected again', async () => {
    const state = memoryState();
    const choices = new EncodingChoices(state);
    await choices.set(lamps, 'euc-kr');
    await choices.set(fog, 'koi8-r');
    await choices.set(fog, undefined);
    const later = new EncodingChoices(state);
    assert.deepEqual([later.of(lamps), later.of(fog)], ['euc-kr', undefined]);
  });

  it('are none where something else is stored', () => {
    const choices = new EncodingChoices({ ...memoryState(), get: () => 7 as never });
    assert.equal(choices.of(lamps), undefined);
  });
});
