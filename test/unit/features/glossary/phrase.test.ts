import assert from 'node:assert/strict';
import {
  acronymAt,
  draftOfAcronym,
  draftOfArgument,
  joinAbbreviation,
  phraseOf,
  splitAbbreviation,
} from '../../../../src/features/glossary/phrase';

describe('a selected phrase', () => {
  it('is a name without what stands around it', () => {
    assert.equal(phraseOf(' **harbour\n  lights**, '), 'harbour lights');
    assert.equal(phraseOf('“the lamp”'), 'the lamp');
    assert.equal(phraseOf('lamp (at night)'), 'lamp (at night)');
    assert.equal(phraseOf('U.S.'), 'U.S.');
  });

  it('is none without a letter, over paragraphs, or when it is long', () => {
    for (const text of [
      '',
      '  ',
      '2026',
      '—',
      'one\n\ntwo',
      'a b c d e f g h i',
      'x'.repeat(121),
    ]) {
      assert.equal(phraseOf(text), undefined, text);
    }
    assert.equal(phraseOf('a b c d - e f g h'), 'a b c d - e f g h');
  });

  it('is parted from its abbreviation', () => {
    const ici = { name: 'Istanbul Cooperation Initiative', abbreviation: 'ICI' };
    assert.deepEqual(splitAbbreviation('Istanbul Cooperation Initiative (ICI)'), ici);
    assert.deepEqual(splitAbbreviation('ICI (Istanbul Cooperation Initiative)'), ici);
    assert.deepEqual(splitAbbreviation(joinAbbreviation(ici)), ici);
    assert.deepEqual(splitAbbreviation('lamp (at night)'), { name: 'lamp (at night)' });
    assert.deepEqual(splitAbbreviation('(ICI)'), { name: '(ICI)' });
  });
});

describe('an acronym in a line', () => {
  it('is found where the caret touches it', () => {
    const line = 'The HLAs met.';
    assert.deepEqual(acronymAt(line, 4), { start: 4, end: 8, acronym: 'HLA', isPlural: true });
    assert.ok(acronymAt(line, 8));
    assert.equal(acronymAt(line, 3), undefined);
    assert.equal(acronymAt(line, 10), undefined);
  });

  it('takes its name from where the note spells it out', () => {
    const name = 'Harbour Lights Authority';
    const text = `Today the ${name} (HLA) met. The HLA keeps lamps.`;
    assert.deepEqual(draftOfAcronym(text, 'HLA'), { name, abbreviation: 'HLA' });
    assert.deepEqual(draftOfAcronym('It met. (HLA)', 'HLA'), { name: 'HLA' });
    assert.deepEqual(draftOfAcronym('The HLA met.', 'HLA'), { name: 'HLA' });
  });
});

describe('the argument of a command', () => {
  it('gives texts and nothing else', () => {
    assert.deepEqual(draftOfArgument({ name: ' Lamp ', definition: 3, other: 'x' }), {
      name: 'Lamp',
    });
    for (const argument of [undefined, null, 3, 'Lamp', [], { name: {} }]) {
      assert.deepEqual(draftOfArgument(argument), {});
    }
  });
});
