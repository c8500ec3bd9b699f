import assert from 'node:assert/strict';
import { TermAutomaton } from '../../../../src/core/terms/automaton';
import { finds, term } from '../note/marked';
import { plainProse } from '../../../../src/core/note/prose';

describe('the wording of a term', () => {
  describe('longest and leftmost', () => {
    finds(['NATO', 'NATO summit', 'summit declaration', 'Japan'], 'plaintext', [
      'The ‹NATO summit› declaration.',
      'A ‹summit declaration› by ‹NATO› and ‹Japan›.',
      '‹NATO› and the ‹NATO summits›',
    ]);
    finds(['Partnership for Peace', 'Peace Corps', 'Partnership'], 'plaintext', [
      'The ‹Partnership for Peace› Corps',
      'The ‹Partnership› of the ‹Peace Corps›',
      'a ‹partnership› for the ‹peace corps›',
    ]);
  });

  describe('case', () => {
    finds(['ICI', 'US', 'Quad', 'Indo-Pacific', 'IP4'], 'plaintext', [
      'The ‹ICI›, not the ici or Ici; the ‹US›, not us or Us.',
      'the ‹QUAD›, a ‹quad›, the ‹INDO-PACIFIC›, the ‹indo-pacific›',
      '‹IP4›, not ip4 or Ip4',
    ]);
    finds(['PfP', 'EDTs', 'MoU'], 'plaintext', [
      '‹PfP›, pfp, PFP, ‹EDTs›, ‹EDT›, edts, EDTS, ‹MoUs›',
    ]);
    finds(
      [
        term('Quad', { case: 'exact' }),
        term('ITPP', { case: 'ignore' }),
        term('Defence Programme', { case: 'exact' }),
      ],
      'plaintext',
      [
        'the ‹Quad›, not the quad or the QUAD; ‹Quads›',
        '‹ITPP›, ‹itpp›, ‹Itpp›',
        'a ‹Defence Programme›, a ‹Defense Program›, not a defence programme',
      ],
    );
  });

  describe('plurals', () => {
    finds(['ally', 'strategy', 'veto', 'box', 'process', 'crisis', 'key'], 'plaintext', [
      '‹ally›, ‹allies›, allys, ‹strategies›, ‹vetoes›, ‹vetos›, ‹boxes›, ‹processes›, ‹crises›, ‹keys›',
    ]);
    finds(
      ['Allies', 'Partners', 'Emerging Technologies', 'viruses', 'bases', 'news'],
      'plaintext',
      ['an ‹ally›, a ‹partner›, an ‹emerging technology›, a ‹virus›, a ‹base›, new'],
    );
    finds(['US', 'NATO', 'ICI', 'IP4', 'AWACS'], 'plaintext', [
      'It uses USES USs; two ‹NATOs›, ‹ICIs›, ‹IP4s›, NATOes, ICIS, AWAC',
    ]);
    finds(
      [term('Netherlands', { kind: 'country' }), term('Korea', { kind: 'country' })],
      'plaintext',
      ['the ‹Netherlands›, netherland, two ‹Koreas›'],
    );
  });

  describe('possessives', () => {
    finds(['IP4', 'US', 'partner', 'ally', 'Japan'], 'plaintext', [
      "the ‹IP4's› and the ‹IP4’s› work",
      "the ‹partners›' and the ‹partners›’ work, the ‹ally's›, ‹allies›' and ‹partner's›",
      "‹Japan's› ‹US›'",
      "the ‹US's› and ‹U.S.'s› and ‹U.S.’s› work",
      "'‹Japan›' and ’‹Japan’s›’",
    ]);
    finds(['won', 'well', 'S', 'T', "People's Republic", "Côte d'Ivoire"], 'plaintext', [
      "It won't, we'll see, it's ‹well›-meant",
      "the ‹People's Republic›, the ‹people’s republic›, the ‹People's Republic's›",
      '‹Côte d’Ivoire› and ‹COTE D’IVOIRE›',
    ]);
  });

  describe('hyphens, dashes and blanks', () => {
    finds(['Indo-Pacific', 'cyber defence'], 'plaintext', [
      '‹Indo-Pacific› ‹Indo Pacific› ‹Indo‑Pacific› ‹Indo–Pacific› ‹Indo—Pacific› ‹Indo−Pacific›',
      '‹Indo\u00a0Pacific› ‹Indo\u202fPacific› ‹Indo  Pacific› ‹Indo\tPacific›',
      'IndoPacific Indo - Pacific Indo, Pacific Indo/Pacific',
      '‹Indo-\u00adPacific› ‹In\u00addo-Paci\u00adfic› ‹Indo\u200b-Pacific› ‹Indo-\nPacific›',
      '‹cyber-defence› ‹Cyber–Defence›',
      '‹Indo--Pacific›',
    ]);
    finds(['NATO', 'IP4'], 'plaintext', ['‹NATO›-‹IP4› and non-‹NATO›, ‹NATO›/‹IP4›']);
  });

  describe('letters', () => {
    finds(['Türkiye', 'café', 'Æsir', 'Straße', 'office', 'Zürich'], 'plaintext', [
      '‹Türkiye› ‹Turkiye› ‹TÜRKİYE› ‹Tu\u0308rkiye›',
      '‹cafe› ‹café› ‹cafe\u0301›, ‹cafe\u0301s›',
      '‹Aesir› ‹æsir› ‹Strasse› ‹STRASSE› ‹STRAẞE› ‹oﬃce› ‹Ｏｆｆｉｃｅ›',
    ]);
    finds(['日本', 'がん', 'NATO', 'イスタンブール・イニシアチブ', '북한'], 'plaintext', [
      '‹日本›と‹NATO›の協力、‹か\u3099ん›、‹がん›',
      '‹イスタンブール・イニシアチブ›',
      '‹북한›과 ‹NATO›는',
      // A blank parts words of Korean, and so does a line break; in Japanese it parts none.
      '심대북 한국',
      '심대북\n한국',
      '‹日\n本›の協力',
    ]);
  });

  describe('spelling', () => {
    finds(
      ['defence', 'Defense Planning', 'organisation', 'programme', 'Cooperation Council'],
      'plaintext',
      [
        'the ‹defense› and ‹defences›, ‹Defence Planning›, ‹organizations›, ‹program›, ‹programmes›',
        'the ‹Co-operation Council›',
      ],
    );
    finds(['Euro-Atlantic Co-operation', 'modelling', 'ageing society'], 'plaintext', [
      '‹Euro-Atlantic Cooperation›, ‹modeling›, an ‹aging society›',
    ]);
  });

  describe('dots', () => {
    finds(['US', 'UN Charter', 'U.S. Navy', 'e.g.'], 'plaintext', [
      'the ‹U.S.› and the ‹US› and the u.s. and U S',
      'In the ‹US›. In the ‹U.S.› In Use. ‹U.S.›-led',
      'the ‹U.N. Charter›, the ‹UN Charter›, the ‹US Navy› and ‹U.S. Navy›',
      'U.S.A. and X.U.S. and ‹e.g.› this',
    ]);
    finds(['St. Petersburg', 'Track 1.5', 'A2/AD', 'R&D'], 'plaintext', [
      '‹St. Petersburg› and ‹St Petersburg›, ‹Track 1.5›, ‹A2/AD›, ‹R&D›, ‹R & D›, A2 AD, R D',
      '(‹Track 1.5›), (Track 1.5.2)',
    ]);
    finds(['NATO', 'IP4', 'NATO Allies'], 'plaintext', [
      'by ‹NATO›. Allies of the ‹IP4›.',
      '‹NATO›, ‹IP4›; ‹NATO›: (‹IP4›) “‹NATO›” ‹NATO›… ‹NATO›!',
      'IP4.5 and 1.‹IP4› and ‹NATO›.12 and ‹NATO›.The',
    ]);
  });

  describe('whole words', () => {
    finds(['US', 'NATO', 'IP4'], 'plaintext', [
      'AUKUS USA NATOs_x my_NATO_var NATO_x XNATO IP45 4IP4 IP4a NATOé',
      '‹NATO›² and ‹NATO›™ and ‹NATO›…',
      '_‹NATO›_ and *‹NATO›*',
    ]);
  });

  describe('names of one letter with marks', () => {
    finds(['C++', 'C#', '(a+)+$', '§ 4', term('k!', { case: 'ignore' })], 'plaintext', [
      'A boat as a C, ‹C›++ and ‹C›#; c++, Cs. On page 4 or § ‹4›.',
      'The pattern (‹a›+)+$, an A+ and a+. ‹K›! and ‹k›! and k.',
    ]);
    finds(['C++', 'C'], 'plaintext', ['A ‹C› or ‹C›++.']);
  });

  describe('offsets', () => {
    finds(['NATO', 'Istanbul Cooperation Initiative'], 'plaintext', [
      '😀👩‍👩‍👧‍👦 ‹NATO› 日本の‹NATO› 𠀋‹NATO›𠀋 e\u0301 ‹NATO›',
      '🇯🇵‹NATO›🇰🇷 4️⃣‹NATO›',
      '\ufeff‹NATO›\r\n\r\n‹Istanbul\r\nCooperation Initiative›',
    ]);
  });

  describe('several words', () => {
    finds(['Istanbul Cooperation Initiative', 'Initiative'], 'plaintext', [
      'the ‹Istanbul\nCooperation Initiative›',
      'the ‹Istanbul\n    Cooperation\n    Initiative›',
      'the Istanbul\n\nCooperation ‹Initiative›',
      'the Istanbul\n  \nCooperation ‹Initiative›',
      'the Istanbul\n- Cooperation ‹Initiative›',
      'the Istanbul\n* Cooperation ‹Initiative›',
      'the Istanbul, Cooperation ‹Initiative›',
      'the ‹Istanbul *Cooperation* Initiative›',
    ]);
  });

  it('names all terms that share a form, in their order', () => {
    const automaton = new TermAutomaton([
      term('b', { name: 'Alliance' }),
      term('c', { name: 'North Atlantic Alliance', aliases: ['alliance', 'Alliances'] }),
      term('a', { name: 'x', aliases: ['ALLIANCE'] }),
    ]);
    const terms = (text: string) => automaton.occurrences(plainProse(text)).map((o) => o.terms);
    assert.deepEqual(terms('an alliance'), [['b', 'c']]);
    assert.deepEqual(terms('an ALLIANCE'), [['b', 'c', 'a']]);
  });
});
