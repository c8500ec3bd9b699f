import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readTbx } from '../../../../../src/core/glossary/exchange/tbxReader';
import { writeTbx } from '../../../../../src/core/glossary/exchange/tbxWriter';
import { anyEntries, entry } from './entries';

const fieldsOf = (xml: string) => readTbx(xml).entries.map(({ fields }) => fields);

const EDITION_2008 = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body>
  <termEntry id="c1">
    <descripGrp><descrip type="definition">A room from which lamps are lit.</descrip></descripGrp>
    <langSet xml:lang="en">
      <ntig><termGrp>
        <term>harbour control room</term>
        <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
      </termGrp></ntig>
      <tig><term>HCR</term><termNote type="termType">acronym</termNote></tig>
      <tig><term>control room</term></tig>
      <tig><term>lamp shed</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
    </langSet>
  </termEntry>
</body></text></martif>`;

const ELEMENTS_2019 = `<tbx style="dct" type="TBX-Basic" xml:lang="en"
    xmlns="urn:iso:std:iso:30042:ed-2" xmlns:basic="http://www.tbxinfo.net/ns/basic"
    xmlns:min="http://www.tbxinfo.net/ns/min"><text><body>
  <conceptEntry id="1">
    <min:subjectField>Port</min:subjectField>
    <langSec xml:lang="en"><basic:definition>It rings.</basic:definition>
      <termSec><term>harbour bell</term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
    </langSec>
    <langSec xml:lang="de"><termSec><term>Hafenglocke</term></termSec></langSec>
  </conceptEntry>
</body></text></tbx>`;

describe('glossaries as TBX', () => {
  it('reads the edition of 2008', () => {
    assert.deepEqual(fieldsOf(EDITION_2008), [
      entry('harbour control room', {
        abbreviation: 'HCR',
        aliases: ['control room'],
        definition: 'A room from which lamps are lit.',
        status: 'preferred',
      }),
      entry('lamp shed', { status: 'deprecated', use: 'harbour control room' }),
    ]);
  });

  it('reads categories that are elements, and an entry for each language', () => {
    assert.deepEqual(fieldsOf(ELEMENTS_2019), [
      entry('harbour bell', { definition: 'It rings.', status: 'admitted', language: 'en' }),
      entry('Hafenglocke', { language: 'de' }),
    ]);
  });

  it('tells of concepts without terms and of categories that it does not know', () => {
    const { entries, remarks } = readTbx(
      '<tbx><conceptEntry id="c9"/><conceptEntry><langSec xml:lang="en"><termSec><term>lamp</term>' +
        '<termNote type="grammaticalGender">none</termNote></termSec></langSec></conceptEntry></tbx>',
    );
    assert.deepEqual(
      entries.map(({ fields, place }) => [fields.name, place]),
      [['lamp', 2]],
    );
    assert.deepEqual(remarks, [
      { kind: 'noName', place: 1, detail: 'c9' },
      { kind: 'unknownField', place: 2, detail: 'grammaticalGender' },
    ]);
  });

  it('refuses what is no XML, is not closed, or declares entities', () => {
    for (const xml of [
      'name,definition',
      '<tbx><text></tbx>',
      '<tbx>',
      '<!DOCTYPE x [<!ENTITY a "aaaa">]><tbx>&a;</tbx>',
      '<a>'.repeat(5000),
    ]) {
      const { entries, remarks } = readTbx(xml);
      assert.deepEqual(entries, [], xml.slice(0, 40));
      assert.equal(remarks[0]?.kind, 'unreadable', xml.slice(0, 40));
    }
  });

  it('reads back all that it has written', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const { entries: read, remarks } = readTbx(writeTbx('Port', [{ entries }], 'en'));
        assert.deepEqual(
          read.map(({ fields }) => ({ ...fields, language: undefined })),
          entries.map((fields) => ({ ...fields, language: undefined })),
        );
        assert.deepEqual(remarks, []);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.ok(Array.isArray(readTbx(`<tbx>${text}</tbx>`).entries));
        assert.ok(Array.isArray(readTbx(text).entries));
      }),
    );
  });
});
