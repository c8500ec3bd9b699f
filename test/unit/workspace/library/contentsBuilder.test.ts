import fc from 'fast-check';
import assert from 'node:assert/strict';
import type { SourceDocument } from '../../../../src/core/library/document';
import { headingsOf, passageText } from '../../../../src/core/library/structure';
import type { SourceId } from '../../../../src/core/model';
import { indexDocument, type IndexedSource } from '../../../../src/core/search/libraryIndex';
import { ContentsBuilder } from '../../../../src/workspace/library/contentsBuilder';
import { contentsOfIndex } from '../../core/search/contentsOfIndex';
import { sourceDocument } from '../../../support/sourceDocument';

const LIGHTHOUSE = sourceDocument(['# Lamps', 'The lamp is lit.', 'The lamp is out.']);
const FERRY = sourceDocument(['The ferry leaves at noon.']);
const LATER_FERRY = sourceDocument(['The ferry leaves at dusk.', 'It is late.']);

function put(builder: ContentsBuilder, id: string, document: SourceDocument): void {
  builder.put(indexed(id, document), indexDocument(document, id));
}

function indexed(id: string, document: SourceDocument, title = id): IndexedSource {
  return {
    id: id as SourceId,
    title,
    names: [id],
    passages: document.passages,
    headingsOf: (passage) => headingsOf(document, passage),
    textOf: (passage) => passageText(document, passage),
  };
}

/** What a builder has after all is put in: the sources with their passages, and the index's bytes. */
async function contentsOf(builder: ContentsBuilder): Promise<unknown> {
  await builder.flush();
  const { contents } = builder;
  return (
    contents && {
      sources: contents.sources.map(({ id, title, passages }) => [id, title, passages.length]),
      words: [...contents.index.vocabulary],
      index: contentsOfIndex(contents.index),
    }
  );
}

describe('contents of a library', () => {
  it('are the same whatever came first, and however often it was put in', async () => {
    const one = new ContentsBuilder();
    put(one, 'a', LIGHTHOUSE);
    put(one, 'b', FERRY);
    const other = new ContentsBuilder();
    put(other, 'b', LATER_FERRY);
    await other.flush();
    put(other, 'a', LIGHTHOUSE);
    await other.flush();
    put(other, 'b', FERRY);
    assert.deepEqual(await contentsOf(other), await contentsOf(one));
  });

  it('keep no trace of what was removed', async () => {
    const one = new ContentsBuilder();
    put(one, 'a', LIGHTHOUSE);
    const other = new ContentsBuilder();
    put(other, 'a', LIGHTHOUSE);
    put(other, 'b', FERRY);
    await other.flush();
    other.remove('b');
    assert.deepEqual(await contentsOf(other), await contentsOf(one));
    other.remove('a');
    assert.equal(await contentsOf(other), undefined);
  });

  it('are those of the sources that are left, whatever came, changed and went', async () => {
    const documents = fc.array(
      fc.constantFrom('lamp', 'ferry', 'noon', 'quay').map((word) => `The ${word} again.`),
      { minLength: 1, maxLength: 4 },
    );
    const change = fc.record({
      id: fc.constantFrom(...'abcdefgh'),
      texts: fc.option(documents),
      isFlushed: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 24 }), async (changes) => {
        const builder = new ContentsBuilder();
        const left = new Map<string, SourceDocument>();
        for (const { id, texts, isFlushed } of changes) {
          if (texts) {
            left.set(id, sourceDocument(texts));
            put(builder, id, sourceDocument(texts));
          } else {
            left.delete(id);
            builder.remove(id);
          }
          if (isFlushed) {
            await builder.flush();
          }
        }
        const expected = new ContentsBuilder();
        left.forEach((document, id) => put(expected, id, document));
        assert.deepEqual(await contentsOf(builder), await contentsOf(expected));
      }),
    );
  });

  it('keep their index when only something else is said of a source', async () => {
    const builder = new ContentsBuilder();
    put(builder, 'a', LIGHTHOUSE);
    await builder.flush();
    const { index } = builder.contents!;
    builder.describe(indexed('a', LIGHTHOUSE, 'The lighthouse'));
    assert.equal(await builder.flush(), true);
    assert.equal(builder.contents?.index, index);
    assert.equal(builder.contents.sources[0]?.title, 'The lighthouse');
    assert.equal(await builder.flush(), false);
  });

  it('are worth a merge once enough has come to what is there', async () => {
    const builder = new ContentsBuilder();
    const passages = Array.from({ length: 6 }, (_, at) => `Passage ${at}.`);
    put(builder, 'a', sourceDocument(passages));
    assert.ok(builder.isWorthMerging(0.5));
    await builder.flush();
    put(builder, 'b', LIGHTHOUSE);
    assert.ok(!builder.isWorthMerging(0.5));
    put(builder, 'c', FERRY);
    assert.ok(builder.isWorthMerging(0.5));
  });
});
