import assert from 'node:assert/strict';
import { noteOf } from '../../../../src/workspace/notes/noteOf';

/** A document as far as its note needs it, and how often its text was asked for. */
function documentWith(text: string) {
  const document = {
    uri: {} as never,
    languageId: 'markdown',
    version: 1,
    text,
    asked: 0,
    getText: () => {
      document.asked += 1;
      return document.text;
    },
  };
  return document;
}

describe('the note of a document', () => {
  it('is the same for all who ask', () => {
    const document = documentWith('# A\n');
    assert.equal(noteOf(document), noteOf(document));
    assert.equal(document.asked, 1);
  });

  it('is another one when the document has changed', () => {
    const document = documentWith('# A\n');
    const before = noteOf(document);
    Object.assign(document, { version: 2, text: '# B\n' });
    assert.notEqual(noteOf(document), before);
    assert.equal(noteOf(document).text, '# B\n');
  });

  it('is another one when the document gets another language', () => {
    const document = documentWith('# A\n');
    assert.equal(noteOf(document).headings.length, 1);
    document.languageId = 'latex';
    assert.equal(noteOf(document).headings.length, 0);
  });

  it('is its own for each document', () => {
    assert.notEqual(noteOf(documentWith('A')), noteOf(documentWith('A')));
  });
});
