import assert from 'node:assert/strict';
import { inputProblem, shownFields, withInput } from '../../../../src/features/sources/detailInput';
import type { SourceStatements } from '../../../../src/workspace/library/library';
import { english } from '../../../support/localizer';

const STATEMENTS: SourceStatements = {
  bibliography: { publisher: 'Quay Press' },
  details: { title: 'The harbour lamps', author: null },
  document: { title: 'untitled3.doc', author: [{ literal: 'Administrator' }] },
};

describe('input of details', () => {
  it('shows what counts and who says so', () => {
    assert.deepEqual(
      shownFields(STATEMENTS, english).map(({ label, value, speaker }) => [label, value, speaker]),
      [
        ['Title', 'The harbour lamps', 'user'],
        ['Authors', '', 'user'],
        ['Date', '', 'nobody'],
        ['Publisher', 'Quay Press', 'bibliography'],
        ['Address', '', 'nobody'],
      ],
    );
  });

  it('takes what was typed, leaves to the document what it says itself, and lets a field be empty', () => {
    const { details } = STATEMENTS;
    const authors = withInput(STATEMENTS, 'author', ' Mallow, Ann; Harbour Board ');
    assert.deepEqual(authors, {
      ...details,
      author: [{ family: 'Mallow', given: 'Ann' }, { literal: 'Harbour Board' }],
    });
    assert.deepEqual(withInput(STATEMENTS, 'author', 'Administrator'), { title: details.title });
    assert.deepEqual(withInput(STATEMENTS, 'title', ''), { title: null, author: null });
    // The document says none either.
    assert.deepEqual(withInput(STATEMENTS, 'URL', ''), details);
  });

  it('says what is wrong', () => {
    for (const [field, typed, isRight] of [
      ['issued', '2024-07-11', true],
      ['issued', '11 July 2024', true],
      ['issued', '07/11/2024', false],
      ['URL', 'https://harbour.example', true],
      ['URL', 'harbour', false],
      ['title', 'x'.repeat(501), false],
      ['title', '', true],
    ] as const) {
      assert.equal(inputProblem(field, typed, english) === undefined, isRight, typed.slice(0, 20));
    }
  });
});
