import assert from 'node:assert/strict';
import { glossaryText } from '../../../../src/core/glossary/edit';
import { parseGlossary } from '../../../../src/core/glossary/parse';
import { LAMP, added } from './glossaryEdits';

describe('a new glossary', () => {
  it('holds the entries', () => {
    const { contexts, problems } = parseGlossary(glossaryText('Harbour: east', [LAMP]));
    assert.deepEqual(problems, []);
    assert.equal(contexts[0]?.name, 'Harbour: east');
    assert.equal(contexts[0]?.entries[0]?.definition, 'Gives light.');
  });

  it('has a comment for an example, which is an entry once it is uncommented', () => {
    for (const name of ['Harbour', undefined]) {
      const text = glossaryText(name, []);
      const [context] = parseGlossary(text).contexts;
      assert.equal(context?.name, name);
      assert.deepEqual(context?.entries, []);
      const uncommented = parseGlossary(text.replace(/^( +)# /gm, '$1'));
      assert.deepEqual(uncommented.problems, []);
      assert.equal(uncommented.contexts[0]?.entries[0]?.abbreviation, 'NAC');
    }
  });

  it('takes its first entry behind the example', () => {
    const text = glossaryText('Harbour', []);
    assert.match(added(text) ?? '', /# {5}- the Council\n {6}- name: Lamp\n/);
  });
});
