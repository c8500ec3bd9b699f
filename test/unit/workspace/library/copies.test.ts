import assert from 'node:assert/strict';
import type { SourceId } from '../../../../src/core/model';
import {
  ownCopies,
  citationKey,
  type RecognisedDocument,
} from '../../../../src/workspace/library/copies';

const SOURCE = 'almanac' as SourceId;

/** A document in which places of the almanac are recognised, each in a passage of its own. */
function documentOf(id: string, ...locators: string[]): RecognisedDocument {
  const places = locators.map((locator) => ({
    source: SOURCE,
    locator,
    passage: `${id}-${locator}`,
  }));
  return { id: id as SourceId, places };
}

function copyOf(locator: string, ...documents: RecognisedDocument[]): string | undefined {
  return ownCopies(documents).get(citationKey({ source: SOURCE, locator }))?.passage;
}

describe('copies of known sources', () => {
  const quoting = documentOf('a-quoting', '1.1', '9.9');
  const whole = documentOf('whole', '1.1', '1.2', '1.3');

  it('are the documents that hold most of them, whatever their order', () => {
    assert.equal(copyOf('1.1', quoting, whole), 'whole-1.1');
    assert.equal(copyOf('1.1', whole, quoting), 'whole-1.1');
  });

  it('are the first of several that hold as much', () => {
    assert.equal(copyOf('1.1', whole, documentOf('other', '1.1', '2.1', '2.2')), 'whole-1.1');
  });

  it('lack no place that only another document holds', () => {
    assert.equal(copyOf('9.9', quoting, whole), 'a-quoting-9.9');
    assert.equal(copyOf('5.5', quoting, whole), undefined);
  });
});
