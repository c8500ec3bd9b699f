import assert from 'node:assert/strict';
import { parseGlossary } from '../../../../src/core/glossary/parse';
import { knownTermsOfContext } from '../../../../src/core/terms/knownTerm';

describe('terms of a glossary', () => {
  it('have ids that are unique in the file, whatever its contexts are called', () => {
    const text = `contexts:
  - terms: [{ name: quay }, { name: keel }, { name: quay }]
  - terms: [{ name: quay }]
  - name: Port
    terms: [{ name: quay }]
`;
    const counts = new Map<string, number>();
    const ids = parseGlossary(text).contexts.flatMap((context) =>
      knownTermsOfContext('a.yml', 'a', context, counts).map(({ id }) => id),
    );
    assert.deepEqual(ids, [
      'a.yml##quay',
      'a.yml##keel',
      'a.yml##quay#2',
      'a.yml##quay#3',
      'a.yml#Port#quay',
    ]);
  });
});
