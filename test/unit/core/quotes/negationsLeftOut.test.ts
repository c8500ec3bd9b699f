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
    const source = 'The board has agreed to No. 12 of the plan for the lights of the mole.';
    assert.equal(told(source, 'has agreed to … of the plan for the lights'), 'verbatim');
  });

  it('is not told where the words stand without it as well', () => {
    const source =
      'The force is not permitted to store fuel. Since May the force is now permitted to store fuel.';
    assert.equal(told(source, 'the force is … permitted to store fuel'), 'verbatim');
  });
});
