import assert from 'node:assert/strict';
import { checksOf, quoteLibrary } from '../../../support/quoteLibrary';

/** What is told of the one quotation of a note: its verdict, and the words that it leaves out. */
function told(source: string, quoted: string): string {
  const library = quoteLibrary([{ path: 'pact.txt', paragraphs: [source] }]);
  const [check] = checksOf(`It says “${quoted}”.`, library);
  assert.ok(check, quoted);
  const words = check.remarks.map((remark) => ('word' in remark ? remark.word : remark.kind));
  return [check.verdict, ...words].join(' ');
}

describe('a negation that an ellipsis or a bracket stands for', () => {
  const ENGLISH =
    'The council meets each spring and reports to both houses, which do not answer. Under article nine, the visiting force is not permitted to store fuel in the port during the term. The host hasn’t agreed to share the charts with anybody except the pilots of the strait. No ship may enter the inner basin, and the harbour office keeps a register of all entries that was never printed. Members may call a meeting unless three of them object to its agenda. The alleged raid on the outer mole hardly changed the plans of the board. Pilots work alone or, in a fog that will not lift, in pairs with the older one ahead.';

  for (const [quoted, expected] of [
    ['the visiting force is … permitted to store fuel in the port', 'verbatim not'],
    ['the visiting force is [now] permitted to store fuel in the port', 'verbatim not'],
    ['the visiting force [may] … store fuel in the port during the term', 'verbatim not'],
    ['The host [has] agreed to share the charts with', 'verbatim hasn’t'],
    ['agreed to share the charts with … the pilots of the strait', 'verbatim except'],
    ['Members may call a meeting … three of them object to its agenda', 'verbatim unless'],
    ['The … raid on the outer mole hardly changed the plans', 'verbatim alleged'],
    ['raid on the outer mole … changed the plans of the board', 'verbatim hardly'],
    ['[Any] ship may enter the inner basin, and the harbour office', 'verbatim No'],
    ['of the strait. [Any] ship may enter the inner basin, and', 'verbatim No'],
    ['Under article nine, the visiting force is [free]', 'verbatim not'],
  ] as const) {
    it(`is told: ${quoted}`, () => assert.equal(told(ENGLISH, quoted), expected));
  }

  for (const quoted of [
    // The negation is kept, or said in other words.
    'the visiting force is not … to store fuel in the port',
    'the visiting force is [never] permitted to store fuel in the port',
    // Whole sentences, the end of one, and the beginning of another.
    'The council meets each spring … the harbour office keeps a register of all entries',
    'The council meets each spring and reports to both houses … the visiting force is not permitted',
    'reports to both houses … The host hasn’t agreed to share the charts',
    'The council meets each spring … No ship may enter the inner basin',
    // Clauses of their own.
    'The council meets each spring and reports to both houses … .',
    'No ship may enter … the harbour office keeps a register of all entries',
    'Pilots work alone or … in pairs with the older one ahead',
    // Nothing is left out.
    'the visiting force is not permitted [by law] to store fuel',
    'The alleged raid on the [old] outer mole hardly changed the plans',
    // Where a quotation begins and ends is for its author to choose.
    'permitted to store fuel in the port during the term',
    '… permitted to store fuel in the port during the term',
    'Under article nine, the visiting force is …',
  ]) {
    it(`is not told: ${quoted}`, () => assert.equal(told(ENGLISH, quoted), 'verbatim'));
  }

  it('is told where an editor has changed the ending of its word', () => {
    const source = 'They don’t agree with the board on the lights, and can not leave it.';
    assert.equal(told(source, 'They do[] agree with the board on the lights'), 'verbatim don’t');
    assert.equal(told(source, 'They do[es] agree with the board on the lights'), 'verbatim don’t');
  });

  it('is known in other languages', () => {
    for (const [source, quoted, expected] of [
      [
        'La force n’est pas autorisée à stocker des munitions dans le port du nord.',
        'La force … autorisée à stocker des munitions dans le port',
        'verbatim n’est',
      ],
      [
        'Le conseil ne se réunit jamais dans le port du nord sans le ministre.',
        'Le conseil se … dans le port du nord sans le ministre',
        'altered',
      ],
      [
        'Le conseil ne se réunit jamais dans le port du nord sans le ministre.',
        'Le conseil ne se réunit jamais dans le port du nord … le ministre',
        'verbatim sans',
      ],
      [
        'Die Truppe darf im Hafen keine Munition lagern, solange der Vertrag gilt.',
        'Die Truppe darf im Hafen … Munition lagern, solange der Vertrag gilt',
        'verbatim keine',
      ],
      [
        'Die Truppe darf nach Artikel neun im Hafen nicht lagern, was sie bringt.',
        'Die Truppe darf nach Artikel neun im Hafen … lagern, was sie bringt',
        'verbatim nicht',
      ],
      [
        'De troepen mogen in de haven geen munitie opslaan zolang het verdrag geldt.',
        'De troepen mogen in de haven … munitie opslaan zolang het verdrag',
        'verbatim geen',
      ],
      [
        'Войскам не разрешено хранить боеприпасы в северном порту до мая.',
        'Войскам … разрешено хранить боеприпасы в северном порту',
        'verbatim не',
      ],
      [
        '주둔군은 항구에 탄약을 저장할 수 없는 부대로서 협정의 적용을 받는다.',
        '주둔군은 항구에 탄약을 저장할 수 … 부대로서 협정의 적용을 받는다',
        'verbatim 없는',
      ],
      [
        '駐留部隊は港に弾薬を保管することを許可されない部隊として登録される。',
        '駐留部隊は港に弾薬を保管することを許可さ…部隊として登録される',
        'verbatim ない',
      ],
      [
        'Die Truppe hat keinerlei Recht, im Hafen Munition zu lagern.',
        'Die Truppe hat … Recht, im Hafen Munition zu lagern',
        'verbatim keinerlei',
      ],
      [
        'De raad heeft niets van het plan voor de lichten aanvaard.',
        'De raad heeft … van het plan voor de lichten',
        'verbatim niets',
      ],
      [
        'Styret har ingen plan for lysene i havnen i nord.',
        'Styret har … plan for lysene i havnen',
        'verbatim ingen',
      ],
      [
        '駐留部隊は港に弾薬を保管せず部隊として登録される。',
        '駐留部隊は港に弾薬を保管…部隊として登録される',
        'verbatim せず',
      ],
      [
        '駐留部隊は港に少ない弾薬を保管することを許可されている。',
        '駐留部隊は港に…弾薬を保管することを許可されている',
        'verbatim',
      ],
    ] as const) {
      assert.equal(told(source, quoted), expected, quoted);
    }
  });

  it('is told of a word that it begins', () => {
    const source = 'The board keeps a list of non-binding rules for the pilots of the strait.';
    const quoted = (omission: string) => `The board keeps a list of ${omission} the pilots of`;
    assert.equal(told(source, quoted('[…]binding rules for')), 'verbatim non');
    assert.equal(told(source, quoted('… binding rules for')), 'verbatim non');
    assert.equal(told(source, quoted('… rules for')), 'verbatim');
  });

  it('is none in "not only"', () => {
    const source = 'The lamps are not only lit before dusk but put out by the youngest keeper.';
    assert.equal(told(source, 'The lamps are … lit before dusk but put out'), 'verbatim');
  });

  it('is no number', () => {
    for (const number of ['No. 12', 'no. 12', 'Nos. 5 and 6', 'No. XIV', 'No. A-5', 'No. V']) {
      const source = `The board has agreed to ${number} of the plan for the lights of the mole.`;
      assert.equal(told(source, 'has agreed to … of the plan for the lights'), 'verbatim', number);
    }
  });

  it('is a whole word', () => {
    for (const word of [
      'notable',
      'nonprofit',
      'normal',
      'Northern',
      'knotted',
      'pass',
      'unique',
    ]) {
      const source = `The board has a ${word} plan for the lights of the mole.`;
      assert.equal(told(source, 'The board has a … plan for the lights'), 'verbatim', word);
    }
  });

  it('bears on one word where a hyphen joins it to that', () => {
    const source = 'The board keeps a no-fly zone of the not-for-profit kind over the mole.';
    assert.equal(told(source, 'The board keeps a … zone of the'), 'verbatim');
    assert.equal(told(source, 'zone of the … kind over the mole'), 'verbatim');
    assert.equal(told(source, 'The board keeps a … fly zone of the'), 'verbatim no');
    const italian = 'La giunta non ha accettato il piano per le luci del porto.';
    assert.equal(told(italian, 'La giunta … accettato il piano per le luci'), 'verbatim non');
  });

  it('is none in words that affirm, and in those that are spelt like one', () => {
    for (const [source, quoted] of [
      ['The board is no doubt ready to pay for the lights.', 'The board is … ready to pay for'],
      ['The board is not least ready to pay for the lights.', 'The board is … ready to pay for'],
      ['The board is without question ready to pay for it.', 'The board is … ready to pay for'],
      ['Le conseil a sans doute agréé le port du nord.', 'Le conseil a … agréé le port'],
      ['Die Truppe ist ohne Zweifel im Hafen bereit.', 'Die Truppe ist … im Hafen bereit'],
      ['Le conseil a fait un premier pas vers la paix.', 'Le conseil a fait … vers la paix'],
      ['Le ferry passe le pas de Calais au nord.', 'Le ferry passe … de Calais au nord'],
      [
        '정부는 없애려는 부대에 모든 협정의 적용을 알렸다.',
        '정부는 … 부대에 모든 협정의 적용을 알렸다',
      ],
    ] as const) {
      assert.equal(told(source, quoted), 'verbatim', source);
    }
  });

  it('is not told where the words stand without it as well', () => {
    const source =
      'The force is not permitted to store fuel. Since May the force is now permitted to store fuel.';
    assert.equal(told(source, 'the force is … permitted to store fuel'), 'verbatim');
  });
});
