import assert from 'node:assert/strict';
import { isAcronym } from '../../../../src/core/checks/capitalWords';
import { longFormStart } from '../../../../src/core/checks/longForm';
import { check, finds } from './support';

describe('acronyms', () => {
  it('are words with two capitals, and at most one small letter within', () => {
    const words = ['ICI', 'IP4', 'G7N', 'CDMA', 'PfP', 'MoD', 'G7', 'A4', 'McGee', 'Nato', 'iOS'];
    assert.deepEqual(words.filter(isAcronym), ['ICI', 'IP4', 'G7N', 'CDMA', 'PfP', 'MoD']);
  });

  describe('long forms', () => {
    const cases: readonly (readonly [string, string, string])[] = [
      ['the Istanbul Cooperation Initiative', 'ICI', 'Istanbul Cooperation Initiative'],
      ['met at the Indo-Pacific Four', 'IP4', 'Indo-Pacific Four'],
      ['Association of South-East Sea Anglers', 'ASSA', 'Association of South-East Sea Anglers'],
      ['a very long way from any of it', 'QXZ', ''],
      ['the Organization of American States', 'OAS', 'Organization of American States'],
      ['Initiative', 'ICI', ''],
    ];
    for (const [before, acronym, expected] of cases) {
      it(`of ${acronym} in “${before}”`, () => {
        const start = longFormStart(before, acronym);
        assert.equal(start < 0 ? '' : before.slice(start), expected);
      });
    }
  });

  describe('used before they are spelled out', () => {
    finds('acronym-before-expansion', [
      [
        'Members of ‹ICI› met. The Istanbul Cooperation Initiative (ICI) is old. The ICI grew.',
        'Members of Istanbul Cooperation Initiative (ICI) met. The ICI is old. The ICI grew.',
      ],
      ['‹ICI› members met.', 'Istanbul Cooperation Initiative (ICI) members met.'],
      ['An ‹ICI› member.', 'An Istanbul Cooperation Initiative (ICI) member.'],
      ['A ‹ROK› ship.', 'A Republic of Korea (ROK) ship.'],
      ['‹EDTs› matter.', 'Emerging and disruptive technologies (EDTs) matter.'],
      ['The ‹ICI›’s work.', 'The Istanbul Cooperation Initiative’s (ICI) work.'],
      [
        'An ‹NHA› boat. The National Harbour Authority (NHA) has one.',
        'A National Harbour Authority (NHA) boat. The NHA has one.',
      ],
      // What stands in a heading is not spelled out.
      '# Istanbul Cooperation Initiative (ICI)\n\nThe ‹ICI› met.',
      // A compound would be torn apart.
      ['An ‹ICI›-led effort.', 'An ICI-led effort.'],
      // Quiet: spelled out in one way or another.
      'The Istanbul Cooperation Initiative (ICI) met. The ICI grew.',
      'The Istanbul Cooperation Initiative met. The ICI grew.',
      'The ICI (Istanbul Cooperation Initiative) met. The ICI grew.',
      'The ICI, the Istanbul Cooperation Initiative, met.',
      'Four states, together known as the IP4, met.',
      '[Istanbul Cooperation Initiative](x) and the ICI.',
      // Not prose.
      '> The ICI met.\n\n“The ICI met”, `ICI`, [ICI](x), ICI_x and ICI@example.org.\n\n## ICI',
      // Known to every reader.
      'NATO, the EU and the UN met.',
    ]);

    it('leaves alone what the user counts as common', () => {
      assert.deepEqual(check('The ICI met.', { commonAcronyms: ['ICI'] }), []);
    });

    it('spells nothing out that no glossary has a long form for', () => {
      assert.deepEqual(check('The GHA met.', { rules: ['acronym-before-expansion'] }), []);
    });
  });

  describe('never used', () => {
    finds('acronym-never-used', [
      ['The Grand Harbour Authority ‹(GHA)› met.', 'The Grand Harbour Authority met.'],
      [
        'The Istanbul Cooperation Initiative ‹(ICI)› met.',
        'The Istanbul Cooperation Initiative met.',
      ],
      'The Grand Harbour Authority (GHA) met. The GHA’s boats are old.',
      'The Grand Harbour Authority (GHA) met.\n\n## GHA boats\n\nText.',
      'The Grand Harbour Authority (GHA) met. A GHA-led effort.',
      'The Lamp Year (LY) begins in May. LY2022 ended so.',
      'The Grand Harbour Authority (GHAs) and a GHA.',
      'The harbour master (who met us) and a house (OLD).',
      '“The Grand Harbour Authority (GHA) met.”',
    ]);
  });

  describe('unknown', () => {
    finds('acronym-unknown', [
      'The ‹QXZ› group met. The QXZ group left.',
      'A ‹CDMA› phone and the ‹G7N›.',
      'Some ‹QXZs›.',
      // Known, common or explained.
      'The ICI, NATO and the Grand Harbour Authority (GHA).',
      'The Latin Harbour Board [LHB], the Ghanaian board [QXZ] and Sami [SE].',
      'The Small Harbour Board  (SHB), lighting it easily (QXZ for short) and the QXZ.',
      'The Bundesnachrichtendienst, or Federal Service (BND), and the BND. The old mission (QXZ II).',
      // Explained among other words, behind a link, in two parts, in another script.
      'The Lamp Keepers’ Guild (灯台守, LKG; 1931) met. The LKG left.',
      'The Lamp Keepers’ Guild (*Lampewachters*; LKG) met. The LKG left.',
      'The Lamp Keepers’ Guild ([LKG](lkg.md)) met. The LKG left.',
      'The [Lamp Keepers’ Guild](x.md) ([**LKG**](lkg.md)) met. The LKG left.',
      'The Lamp Keepers’ Guild (“LKG”) met. The LKG left.',
      'The Lamp Keepers’ Guild (LKG, Skerryholm) met. The LKG left.',
      'The Fog Horn Works–Short Blast (FHW-SB) blew. FHW-SB is loud, an FHW-SB is old.',
      'Ships of the LKG nations (SHP-LKG) met. The Lamp Keepers’ Guild (LKG). SHP-LKG is new.',
      'The Lamp Year (LY) begins in May, and LY2022 ended so.',
      // One of a list in brackets is not explained by what stands before it.
      'The Lamp Keepers met others (the Reef Guild, the ‹QXZ›) and a ‹QXY›.',
      'Guilds of lamp keepers (QXW, ‹LKG›, ‹RGS›) met.',
      // Written out elsewhere, where the acronym can be put behind it.
      [
        'The ‹RLB› met. The Royal Lamp Board left.',
        'The RLB met. The Royal Lamp Board (RLB) left.',
      ],
      [
        'The Board of Lamps and Fog met. The ‹BLF› left.',
        'The Board of Lamps and Fog (BLF) met. The BLF left.',
      ],
      [
        'A ‹RLB›. “The Royal Lamp Board,” [Royal Lamp Board](x), a Royal\nLamp Board.',
        'A RLB. “The Royal Lamp Board,” [Royal Lamp Board](x), a Royal\nLamp Board (RLB).',
      ],
      ['The ‹RLB› met. The Royal Board left.', 'The RLB met. The Royal Board left.'],
      // Designators: of a series, of operations, of states behind a place.
      'They field the QX-4 and QX-41; the QX series grew.',
      'Operation LAMPLIGHT and Exercise FOGHORN began.',
      'They met in Newport, RI, in Monterey, CA, and in Austin, TX.',
      'A ‹QX› is none. The board, ‹RI›, met.',
      // No acronyms.
      'Chapter XII, Henry VIII, and DO NOT PANIC NOW, which is NOT so.',
      'ISO 9001, COVID-19, MQ-9, F-35, C-RAM, A4, L’ONU, v2.QX, #QXZ, QXZ_1, ANNEX B.',
      'PHOTO: a ship. PUBLICATION TYPE: a paper.',
      'THE LIGHTHOUSE QXZ BOARD\n\nText.',
      'Mr. SMYTHE wrote HTML5. Less CO2 in FY2015, said COP26.',
      'A storm. The STORM is here. DON’T wait for THE NON-LOCAL BOATS.',
      '# QXZ\n\n`QXZ` and [QXZ](x) and “QXZ” and https://example.org/QXZ.\n',
    ]);
  });
});
