import fc from 'fast-check';
import assert from 'node:assert/strict';
import { Highlighter, TextAnalyser } from '../../../../src/core/search/highlights';
import { PassageIndexBuilder } from '../../../../src/core/search/passageIndexBuilder';
import { parseQuery } from '../../../../src/core/search/queryParser';
import { SlotPlanner } from '../../../../src/core/search/slots';
import { SynonymRings } from '../../../../src/core/search/synonyms';
import { anyString } from './anyString';
import { FIELDS } from './passages';

/** `text` with what `query` finds in it between brackets. */
function marked(text: string, query: string): string {
  const builder = new PassageIndexBuilder(FIELDS);
  builder.add(['', text]);
  const index = builder.build();
  const synonyms = new SynonymRings();
  synonyms.add(['North Korea', 'DPRK'], 0.9);
  const planner = new SlotPlanner(index, synonyms);
  const { words, phrases } = parseQuery(query);
  const slots = [...phrases.map((phrase) => planner.phrase(phrase)), ...planner.plan(words, false)];
  const [spans = []] = new Highlighter(slots).spans([
    new TextAnalyser(index.vocabulary).analyse(text),
  ]);
  let result = '';
  let before = 0;
  for (const { start, end } of spans) {
    assert.ok(start >= before && end > start && end <= text.length);
    result += `${text.slice(before, start)}[${text.slice(start, end)}]`;
    before = end;
  }
  return result + text.slice(before);
}

describe('highlights', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['mark the words of the query', 'alliance met ', 'The [alliance] [met].'],
    ['mark inflections', 'ally meets ', '[Allies] [meet] an [ally].'],
    ['mark whole words for a word being typed', 'coop', '[Cooperation] of co-ops'],
    ['mark a word in spite of a typo', 'aliance', 'The [alliance]'],
    [
      'mark no resemblance beside the word itself',
      'formal ',
      '[Formal], [formally], informal, format',
    ],
    ['leave function words', 'the alliance of ', 'The [alliance] of the few'],
    ['mark function words when there is nothing else', 'of the ', '[The] alliance [of] [the] few'],
    ['mark phrases as a whole', '"North Atlantic"', 'The [North Atlantic], north of the Atlantic'],
    ['mark other names as a whole', 'DPRK ', '[North Korea], not Korea'],
    [
      'mark a word with the accents that were asked for',
      'défense ',
      '[Défense], defense, défensif',
    ],
    ['mark all forms where none were asked for', 'defense ', '[Défense], [defense], [defence]'],
    ['mark the plain form where no other is there', 'défense ', 'A [defense]'],
    ['mark signs as far as they match', '防衛 ', '国際[防衛]費'],
    ['mark a run of signs as one', 'サイバー防衛', 'の[サイバー防衛]費'],
    ['mark signs over blanks', '방위 ', '사이버 [방위]를'],
    ['mark one sign', '核 ', '[核]軍縮と反[核]'],
    ['mark half-width kana', 'サイバー ', '[ｻｲﾊﾞｰ]空間'],
    ['mark a phrase that ends with one sign', '"NATOの"', '[NATOの]拡大'],
    ['count in UTF-16 units', 'café’s ', '🙂🙂 [Cafe\u0301] 日本 [CAFÉ’S]!'],
  ];
  for (const [title, query, expected] of cases) {
    it(title, () => assert.equal(marked(expected.replace(/[[\]]/g, ''), query), expected));
  }

  it('are ascending and disjoint whatever is sought in whatever text', () => {
    fc.assert(fc.property(anyString, anyString, (text, query) => void marked(text, query)));
  });
});
