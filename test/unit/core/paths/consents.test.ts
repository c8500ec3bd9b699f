import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  answerFor,
  NO_CONSENTS,
  readConsents,
  withAnswer,
  type Consents,
} from '../../../../src/core/paths/consents';

describe('consents', () => {
  it('hold for a place and all below it, and for nothing beside it', () => {
    const consents = withAnswer(NO_CONSENTS, '/home/x/reports', 'allowed');
    assert.equal(answerFor(consents, '/home/x/reports'), 'allowed');
    assert.equal(answerFor(consents, '/home/x/reports/2024/a.pdf'), 'allowed');
    assert.equal(answerFor(consents, '/home/x/reports-old/a.pdf'), undefined);
    assert.equal(answerFor(consents, '/home/x'), undefined);
  });

  it('give way to what was said of a nearer place', () => {
    let consents = withAnswer(NO_CONSENTS, '/home', 'allowed');
    consents = withAnswer(consents, '/home/x/private', 'declined');
    assert.equal(answerFor(consents, '/home/x/a'), 'allowed');
    assert.equal(answerFor(consents, '/home/x/private/a'), 'declined');
    consents = withAnswer(consents, '/home/x/private/refs.bib', 'allowed');
    assert.equal(answerFor(consents, '/home/x/private/refs.bib'), 'allowed');
  });

  it('can be changed and taken back', () => {
    let consents = withAnswer(NO_CONSENTS, '/a', 'allowed');
    consents = withAnswer(consents, '/a', 'declined');
    assert.deepEqual(consents, { allowed: [], declined: ['/a'] });
    assert.deepEqual(withAnswer(consents, '/a', undefined), NO_CONSENTS);
  });

  it('are never made of what was stored wrongly', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), (stored, path) => {
        const consents: Consents = readConsents(stored);
        const said = [...consents.allowed, ...consents.declined];
        assert.ok(said.every((place) => typeof place === 'string' && place !== ''));
        assert.deepEqual(readConsents(JSON.parse(JSON.stringify(consents))), consents);
        answerFor(consents, path);
      }),
    );
    assert.deepEqual(readConsents({ allowed: ['/a', 1, ''], declined: 'x' }), {
      allowed: ['/a'],
      declined: [],
    });
  });
});
