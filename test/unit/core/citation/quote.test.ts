import assert from 'node:assert/strict';
import { Catalog } from '../../../../src/core/packs/catalog';
import { quoteEntry, quotePassage, quoteWithCitation } from '../../../../src/core/citation/quote';
import { citeEntry } from '../../../../src/core/citation/citedEntry';
import type {
  Pack,
  Source,
  SourceId,
  Term,
  TermId,
  Topic,
  TopicId,
} from '../../../../src/core/model';

describe('quoteWithCitation', () => {
  it('puts the citation behind the text, without quotation marks', () => {
    assert.equal(
      quoteWithCitation('They met in 2016.', 'Mirna Galic, 2024, para. 1.2'),
      'They met in 2016. (Mirna Galic, 2024, para. 1.2)',
    );
  });

  it('turns parentheses in the citation to brackets, not those in the text', () => {
    assert.equal(
      quoteWithCitation('They (all four) met.\n', 'Talk (NATO), 2024'),
      'They (all four) met. (Talk [NATO], 2024)',
    );
  });

  it('takes nothing in the text for more than text', () => {
    assert.equal(
      quoteWithCitation('$& $1 ${x} [a](command:b)', '$&'),
      '$& $1 ${x} [a](command:b) ($&)',
    );
  });
});

describe('quoteEntry', () => {
  const source = 'talk' as SourceId;
  const term = (id: string, kind: 'source' | 'general'): Term => ({
    id: id as TermId,
    name: id,
    kind: 'concept',
    definition: `About ${id}.`,
    basis: { kind, citations: [{ source, locator: '1.2' }] },
  });
  const catalog = new Catalog([
    {
      info: {} as Pack['info'],
      sources: [
        { id: source, type: 'interview', label: 'A talk', sections: ['opening', 'reply 1'] },
      ],
      topics: [{ id: 'past' as TopicId, name: 'Past', summary: 'What was.' } satisfies Topic],
      partners: [],
      terms: [term('sourced', 'source'), term('settled', 'general')],
      excerpts: [],
      events: [],
    },
  ]);

  it('cites the place that an entry rests on', () => {
    assert.equal(
      quoteEntry(catalog, { kind: 'term', id: 'sourced' }),
      'About sourced. (A talk, reply 1)',
    );
  });

  it('gives the same as a digest of that place, to be cited in any style', () => {
    assert.deepEqual(citeEntry(catalog, { kind: 'term', id: 'sourced' }), [
      {
        text: 'About sourced.',
        source: {
          id: source,
          type: 'interview',
          label: 'A talk',
          sections: ['opening', 'reply 1'],
        },
        locators: ['reply 1'],
        isDigest: true,
      },
    ]);
    assert.deepEqual(citeEntry(catalog, { kind: 'term', id: 'settled' }), []);
    assert.deepEqual(citeEntry(catalog, { kind: 'topic', id: 'past' }), []);
    assert.deepEqual(citeEntry(catalog, { kind: 'term', id: 'gone' }), []);
  });

  it('does not cite a source for what it only uses', () => {
    assert.equal(quoteEntry(catalog, { kind: 'term', id: 'settled' }), 'About settled.');
  });

  it('gives the text alone when nothing can be cited', () => {
    assert.equal(quoteEntry(catalog, { kind: 'topic', id: 'past' }), 'What was.');
  });

  it('gives nothing for what is not there', () => {
    assert.equal(quoteEntry(catalog, { kind: 'term', id: 'past' }), undefined);
  });
});

describe('quotePassage', () => {
  const report: Source = {
    id: 'report' as SourceId,
    type: 'report',
    title: 'On Lamps',
    label: 'lamps.pdf',
    author: [{ given: 'Ann', family: 'Mallow' }],
  };

  it('puts quotation marks around words that are the document’s own', () => {
    assert.equal(
      quotePassage('The lamp is lit.', report, ['p. 12']),
      '“The lamp is lit.” (Ann Mallow, On Lamps, p. 12)',
    );
  });

  it('names the first and the last place of words from several passages', () => {
    assert.equal(
      quotePassage('Lamps. Oil.', report, ['p. 3', 'p. 3', 'p. 4']),
      '“Lamps. Oil.” (Ann Mallow, On Lamps, pp. 3–4)',
    );
  });

  it('names no number that is printed nowhere', () => {
    assert.equal(
      quotePassage('Lamps. Oil.', report, ['3.1', '3.4']),
      '“Lamps. Oil.” (Ann Mallow, On Lamps)',
    );
  });

  it('makes quotation marks within single ones, and lines one line', () => {
    assert.equal(
      quotePassage('He said “no”,\n\nand "never".', report, []),
      "“He said ‘no’, and 'never'.” (Ann Mallow, On Lamps)",
    );
  });
});
