import assert from 'node:assert/strict';
import type { SourceDocument } from '../../../../src/core/library/document';
import { selectedSpan, selectedText } from '../../../../src/core/library/selectedWords';
import { sourceDocument } from '../../../support/sourceDocument';

/** Three passages on two pages; the second stands on both. */
const PLAIN = sourceDocument([
  'The harbourmasters administer the lighthouses (all of them). The café is theirs.',
  'Every lamp was extinguished in the winter of the great storm, and nobody has said who lit them afterwards.',
  'Forty-one barrels of herring were counted on the quay at dawn.',
]);
const PAGES = [
  { page: 1, lastPage: 1 },
  { page: 1, lastPage: 2 },
  { page: 2, lastPage: 2 },
] as const;
const DOCUMENT: SourceDocument = {
  ...PLAIN,
  passages: PLAIN.passages.map((passage, at) => ({ ...passage, ...PAGES[at] })),
};

/** The document's words that are selected on pages: text by page, in the middle of each. */
function words(...parts: readonly (readonly [page: number, text: string])[]): string | undefined {
  const span = selectedSpan(
    DOCUMENT,
    parts.map(([page, text]) => ({ page, text, at: 0.5 })),
  );
  return span && DOCUMENT.text.slice(span.start, span.end);
}

describe('what is selected on a page', () => {
  it('has the words of the passage, whatever breaks and hyphens the page has', () => {
    assert.equal(
      words([1, 'The harbour-\nmasters  admin-\nister the light-\nhouses']),
      'The harbourmasters administer the lighthouses',
    );
    assert.equal(words([2, 'Forty-\none barrels']), 'Forty-one barrels');
  });

  it('has the signs at its ends that are selected, and no others', () => {
    assert.equal(words([1, '(all of them).']), '(all of them).');
    assert.equal(words([1, 'all of them']), 'all of them');
    assert.equal(
      words([2, ' herring were counted on the quay at dawn. ']),
      'herring were counted on the quay at dawn.',
    );
  });

  it('is what it is and no other word where it is short', () => {
    assert.equal(words([1, 'them']), 'them');
    assert.equal(words([1, 'harbour']), 'harbour');
    assert.equal(words([1, 'HARBOUR']), undefined);
    assert.equal(words([1, 'has said\nwho']), 'has said who');
  });

  it('may end anywhere in a word', () => {
    assert.equal(words([1, 'bourmasters adminis']), 'bourmasters adminis');
  });

  it('goes on over pages, without their heads and feet', () => {
    assert.equal(
      words(
        [1, 'Every lamp was extinguished in the winter\n17'],
        [2, 'REGISTER OF LAMPS\nof the great storm, and nobody has said'],
      ),
      'Every lamp was extinguished in the winter of the great storm, and nobody has said',
    );
  });

  it('has a mark of a footnote left out that the passage does not have', () => {
    assert.equal(
      words([2, 'Forty-one barrels of herring12 were counted on the quay']),
      'Forty-one barrels of herring were counted on the quay',
    );
  });

  it('is in no passage where none has its words on that page', () => {
    assert.equal(words([2, 'The harbourmasters administer']), undefined);
    assert.equal(words([3, 'Forty-one barrels']), undefined);
    assert.equal(words([1, 'Figure 2: boats by the year and by the quay']), undefined);
    assert.equal(words([1, '…']), undefined);
    assert.equal(words(), undefined);
    assert.equal(words([1, 'The harbourmasters'], [2, 'of no passage at all']), undefined);
  });

  it('is one line, hyphens undone, where no passage has it', () => {
    assert.equal(
      selectedText([{ text: 'The light-\nhouses of  the\n' }, { text: 'Indo-\nPacific' }]),
      'The lighthouses of the Indo-Pacific',
    );
    assert.equal(selectedText([]), '');
  });
});
