import assert from 'node:assert/strict';
import { Catalog } from '../../../../src/core/packs/catalog';
import type { Excerpt, ExcerptId, SourceId, Term, TermId } from '../../../../src/core/model';
import { evidenceFor } from '../../../../src/core/terms/evidence';
import { SMALL_PACK } from '../../../support/smallPack';

const source = 'interview' as SourceId;
const TERM: Term = {
  id: 'ici' as TermId,
  name: 'ICI',
  kind: 'framework',
  definition: 'A framework.',
  basis: { kind: 'source', citations: [{ source, locator: '2.1' }] },
};

function excerpt(id: string, locator: string, heading: string, text: string): Excerpt {
  const terms = [TERM.id];
  return {
    id: id as ExcerptId,
    source,
    locator,
    heading,
    text,
    terms,
    topics: [],
    partners: [],
    dates: [],
  };
}

/** The ids of the evidence for TERM when these are the excerpts that belong to it. */
function evidence(limit: number, ...excerpts: readonly Excerpt[]): readonly string[] {
  const catalog = new Catalog([{ ...SMALL_PACK, terms: [TERM], excerpts }]);
  const find = (text: string) => (text.includes('ICI') ? text.indexOf('ICI') : undefined);
  return evidenceFor(catalog, TERM, limit, find).map(({ id }) => id);
}

describe('the evidence for a term', () => {
  it('begins with what is about it, then what names it, then what only belongs to it', () => {
    assert.deepEqual(
      evidence(
        9,
        excerpt('belongs', '1.1', 'Other', 'Other.'),
        excerpt('names', '1.2', 'Other', 'The ICI.'),
        excerpt('about', '1.3', 'The ICI', 'Other.'),
      ),
      ['about', 'names', 'belongs'],
    );
  });

  it('prefers what the definition cites', () => {
    assert.deepEqual(
      evidence(
        9,
        excerpt('elsewhere', '1.1', 'ICI', 'Text.'),
        excerpt('cited', '2.1', 'In the ICI', 'Text.'),
      ),
      ['cited', 'elsewhere'],
    );
  });

  it('then prefers what names the term earlier', () => {
    assert.deepEqual(
      evidence(
        9,
        excerpt('late', '1.1', 'Other', 'At the end, the ICI.'),
        excerpt('early', '1.2', 'Other', 'The ICI first.'),
      ),
      ['early', 'late'],
    );
  });

  it('otherwise keeps the order of the source', () => {
    const same = ['a', 'b', 'c', 'd'].map((id) => excerpt(id, '1.1', 'ICI', 'Text.'));
    assert.deepEqual(evidence(9, ...same), ['a', 'b', 'c', 'd']);
  });

  it('is as much as was asked for', () => {
    const same = ['a', 'b', 'c'].map((id) => excerpt(id, '1.1', 'ICI', 'Text.'));
    assert.deepEqual(evidence(2, ...same), ['a', 'b']);
    assert.deepEqual(evidence(0, ...same), []);
  });
});
