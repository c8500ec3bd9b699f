import assert from 'node:assert/strict';
import { citeEntry } from '../../../../src/core/citation/citedEntry';
import { quoteEntry } from '../../../../src/core/citation/quote';
import { Catalog } from '../../../../src/core/packs/catalog';
import type { Citation, Pack, Source, SourceId, Term, TermId } from '../../../../src/core/model';

const talk: Source = {
  id: 'talk' as SourceId,
  type: 'interview',
  label: 'A talk',
  issued: { 'date-parts': [[2024, 4]] },
  sections: ['opening', 'reply 1', 'reply 2'],
};
const paper: Source = { id: 'paper' as SourceId, type: 'report', label: 'A paper' };
const at = ({ id }: Source, locator: string): Citation => ({ source: id, locator });

/** What is cited of a term: words, source, place. */
function cited(term: Partial<Term>): readonly string[] {
  const catalog = catalogOf(term);
  return citeEntry(catalog, { kind: 'term', id: 'lamp' }).map(
    ({ text, source, locators }) => `${text} [${[source.label, ...locators].join(': ')}]`,
  );
}

function catalogOf(term: Partial<Term>): Catalog {
  const entry: Term = {
    id: 'lamp' as TermId,
    name: 'lamp',
    kind: 'concept',
    definition: 'It shines.',
    basis: { kind: 'general', citations: [] },
    ...term,
  };
  const info = { asOf: '2024-04' } as Pack['info'];
  return new Catalog([
    {
      info,
      sources: [talk, paper],
      topics: [],
      partners: [],
      terms: [entry],
      excerpts: [],
      events: [],
    },
  ]);
}

describe('an entry that is cited', () => {
  it('has all the places of its words, each once, as their readers find them', () => {
    const citations = [at(talk, '1.1'), at(talk, '2.3'), at(talk, '1.4')];
    assert.deepEqual(cited({ basis: { kind: 'source', citations } }), [
      'It shines. [A talk: reply 1, reply 2]',
    ]);
    const numbered = [at(paper, '14'), at(paper, '16')];
    assert.deepEqual(cited({ basis: { kind: 'source', citations: numbered } }), [
      'It shines. [A paper: 14, 16]',
    ]);
  });

  it('has words that two sources bear once, with a citation of each', () => {
    const citations = [at(talk, '1.1'), at(paper, '14')];
    assert.deepEqual(cited({ basis: { kind: 'source', citations } }), [
      'It shines. [A talk: reply 1]',
      ' [A paper: 14]',
    ]);
  });

  it('has what is settled beside what sources say, and cites for that alone', () => {
    const used = { kind: 'general' as const, citations: [at(paper, '3')] };
    const inSource = [
      { text: 'It was lit.', citations: [at(talk, '1.1')] },
      { text: 'It is old.', citations: [at(talk, '2.1')] },
      { text: 'It is green.', citations: [at(paper, '9')] },
    ];
    assert.deepEqual(cited({ basis: used, inSource }), [
      'It shines. It was lit. It is old. [A talk: reply 1, reply 2]',
      'It is green. [A paper: 9]',
    ]);
    assert.deepEqual(cited({ basis: used }), []);
  });

  it('says for itself what a source says, without what others say besides', () => {
    const basis = { kind: 'source' as const, citations: [at(talk, '1.1')] };
    const inSource = [{ text: 'It is green.', citations: [at(paper, '9')] }];
    assert.deepEqual(cited({ basis, inSource }), ['It shines. [A talk: reply 1]']);
  });

  it('is a source, cited without words', () => {
    const catalog = catalogOf({});
    assert.deepEqual(citeEntry(catalog, { kind: 'source', id: 'paper' }), [
      { text: '', source: paper, locators: [], isDigest: true },
    ]);
    assert.equal(quoteEntry(catalog, { kind: 'source', id: 'paper' }), '(A paper)');
  });

  it('says of when it is where something has happened since, and cites for that', () => {
    const term: Partial<Term> = {
      basis: { kind: 'source', citations: [at(talk, '1.1')] },
      since: [
        {
          text: 'It went out.',
          date: { text: '1 May 2025', start: '2025-05-01', precision: 'day' },
          source: paper.id,
        },
      ],
    };
    assert.deepEqual(cited(term), [
      'It shines (as of April 2024). [A talk: reply 1]',
      'Since then (1 May 2025): It went out. [A paper]',
    ]);
    assert.equal(
      quoteEntry(catalogOf(term), { kind: 'term', id: 'lamp' }),
      'It shines (as of April 2024). (A talk, April 2024, reply 1) ' +
        'Since then (1 May 2025): It went out. (A paper)',
    );
  });
});
