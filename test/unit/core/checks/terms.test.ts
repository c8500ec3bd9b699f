import assert from 'node:assert/strict';
import { TermSet } from '../../../../src/core/terms/termSet';
import { check, finds, fixed, own } from './support';

describe('an acronym that is deprecated', () => {
  it('is not to be spelled out as well', () => {
    const terms = new TermSet([
      own('lamp keeper', { abbreviation: 'LKX', status: 'deprecated', use: 'light officer' }),
    ]);
    const findings = check('The LKX came, and the LKX went.', { terms });
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['deprecated-term', 'deprecated-term'],
    );
  });
});

describe('deprecated terms', () => {
  finds('deprecated-term', [
    [
      'A ‹lamp keeper› saw it. ‹Lamp keepers› wrote. The ‹lamp keeper’s› lamp.',
      'A light officer saw it. Light officers wrote. The light officer’s lamp.',
    ],
    ['An old ‹tide clerk›.', 'An old tide clerk.'],
    '> lamp keeper\n\n“lamp keeper”, `lamp keeper`, [lamp keeper](x)\n\n# Lamp keeper',
  ]);

  it('lead to the end of a chain, and nowhere in a ring', () => {
    const terms = new TermSet([
      own('lamp man', { status: 'deprecated', use: 'lamp keeper' }),
      own('lamp keeper', { status: 'deprecated', use: 'light officer' }),
      own('bell man', { status: 'deprecated', use: 'bell clerk' }),
      own('bell clerk', { status: 'deprecated', use: 'bell man' }),
    ]);
    const text = 'The lamp man and the bell man.';
    assert.equal(fixed(text, check(text, { terms })), 'The light officer and the bell man.');
  });

  it('are left alone within the name that takes their place', () => {
    const terms = new TermSet([own('keeper', { status: 'deprecated', use: 'head keeper' })]);
    assert.deepEqual(check('The head keeper came.', { terms }), []);
  });
});

describe('mixed variants', () => {
  finds('mixed-variants', [
    [
      'Maritime security and ‹maritime-security›. On maritime security.',
      'Maritime security and maritime security. On maritime security.',
    ],
    [
      'The ‹Istanbul Co-operation Initiative› and the Istanbul Cooperation Initiative.',
      'The Istanbul Cooperation Initiative and the Istanbul Cooperation Initiative.',
    ],
    ['Of defence, and of ‹defense›.', 'Of defence, and of defence.'],
    [
      'The maritime security and the ‹Maritime Security› of it.',
      'The maritime security and the maritime security of it.',
    ],
    // Names of the user's own terms.
    [
      'The harbour warden and harbour wardens; a ‹port warden›, and ‹Port wardens›’ boats.',
      'The harbour warden and harbour wardens; a harbour warden, and harbour wardens’ boats.',
    ],
    'The harbour warden (HW) came. The HW went.',
    // Synonyms of a shipped term, and of one that admits them.
    'South Korea and the Republic of Korea. The coastal watch and the shore watch.',
    // Not a matter of taste.
    'Maritime security. It is about maritime security.',
    'On maritime security and maritime-security efforts.',
    'On maritime security and the Maritime Security Centre.',
    'On defence and the Department of Defense.',
    'Of maritime security, “maritime-security”, `maritime-security`.\n\n# Maritime Security',
  ]);

  it('keep the preferred name where both are used as often', () => {
    const text = 'The port warden and the harbour warden.';
    assert.equal(fixed(text, check(text)), 'The harbour warden and the harbour warden.');
  });
});
