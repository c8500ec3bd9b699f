import fc from 'fast-check';
import assert from 'node:assert/strict';
import { PassageSearcher } from '../../../../src/core/search/passageSearcher';
import { PassageIndexBuilder } from '../../../../src/core/search/passageIndexBuilder';
import { parseQuery } from '../../../../src/core/search/queryParser';
import {
  askedWords,
  isLoneSign,
  phraseWords,
  scanIndexWords,
} from '../../../../src/core/search/signWords';
import { canonicalWord } from '../../../../src/core/search/textAnalysis';
import { anyString } from './anyString';
import { FIELDS } from './passages';

function indexed(text: string): string {
  const words: string[] = [];
  scanIndexWords(text, (start, end) => words.push(canonicalWord(text.slice(start, end))));
  return words.join(' ');
}

function asked(text: string): string {
  return askedWords(text)
    .map(({ start, end, kind }) => {
      const word = canonicalWord(text.slice(start, end));
      return kind === 'link' ? `(${word})` : word;
    })
    .join(' ');
}

describe('words of scripts without spaces', () => {
  const cases: readonly (readonly [title: string, text: string, words: string])[] = [
    ['are pairs of signs, and the last sign', '防衛費', '防衛 衛費 費'],
    ['mix Han and kana', 'サイバー防衛', 'サイ イバ バー ー防 防衛 衛'],
    ['are syllables in Korean, particles among them', '방위는', '방위 위는 는'],
    ['go on over blanks and line breaks', '사이버 방위\n력', '사이 이버 버방 방위 위력 력'],
    ['end at punctuation', '港。灯台', '港 灯台 台'],
    ['end at letters and digits', 'NATOと2023年度', 'nato と 2023 年度 度'],
    ['do not fold kana into each other', 'バハ パ', 'バハ ハパ パ'],
    ['are the same in half width', 'ｻｲﾊﾞｰ', 'サイ イバ バー ー'],
    ['are the same with marks of their own', 'サイハ\u3099ー', 'サイ イバ バー ー'],
    ['are the same in jamo', '방위'.normalize('NFD'), '방위 위'],
    ['have iteration marks', '人々', '人々 々'],
    ['have signs outside the basic plane', '𠮷野', '𠮷野 野'],
    ['leave other words as they are', 'The U.S. Росія', 'the us росія'],
  ];
  for (const [title, text, words] of cases) {
    it(title, () => assert.equal(indexed(text), words));
  }

  const queries: readonly (readonly [title: string, text: string, words: string])[] = [
    ['leave out the last sign where a pair has it', '防衛費 NATO', '防衛 衛費 nato'],
    ['keep a sign that is alone', '国 NATOの', '国 nato の'],
    ['tell which pairs stand over blanks', '사이버 방위', '사이 이버 (버방) 방위'],
    ['tell so of single signs', '核 軍縮', '核 (核軍) 軍縮'],
  ];
  for (const [title, text, words] of queries) {
    it(`in a query ${title}`, () => assert.equal(asked(text), words));
  }

  it('know one sign', () => {
    const signs = ['国', 'の', '핵', 'ー', '𠮷', '国防', 'a', '国a', ''].filter(isLoneSign);
    assert.deepEqual(signs, ['国', 'の', '핵', 'ー', '𠮷']);
  });

  const signs = fc
    .array(fc.constantFrom(...'防衛費サイバー방위는𠮷野々。', ' ', '\n', 'NATO', 'の2023'), {
      maxLength: 20,
    })
    .map((parts) => parts.join(''));

  it('hold every sign, and one of two signs that stand beside each other', () => {
    fc.assert(
      fc.property(signs, (text) => {
        const words: string[] = [];
        const held = new Set<number>();
        scanIndexWords(text, (start, end) => {
          words.push(text.slice(start, end));
          for (let at = start; at < end; at += 1) {
            held.add(at);
          }
        });
        const missing = Array.from(text.matchAll(/[防衛費サイバー방위는野の]/gu)).filter(
          ({ index }) => !held.has(index),
        );
        assert.deepEqual(missing, [], text);
        if (text.includes('防衛')) {
          assert.ok(words.includes('防衛'), text);
        }
      }),
    );
  });

  it('are ascending, with canonical words of a phrase among them, in any string', () => {
    fc.assert(
      fc.property(fc.oneof(anyString, signs), (text) => {
        let before = -1;
        scanIndexWords(text, (start, end, _kind, firstEnd) => {
          assert.ok(start > before && end > start && end <= text.length);
          assert.ok(firstEnd > start && firstEnd <= end);
          before = start;
        });
        const all = new Set(indexed(text).split(' '));
        phraseWords(text).forEach((word) => assert.ok(all.has(word), word));
      }),
    );
  });
});

describe('search in scripts without spaces', () => {
  const texts = [
    '政府はサイバー防衛の予算を増やした。',
    'サイバー空間における国際防衛協力とイバーについて。',
    '平成の防災計画とサーバー。',
    '정부는 사이버 방위를 강화하였다.',
    '정부의 방침에 위원회가 사이트를 이용하였다.',
    '사이버방위 예산',
    '外務省は核軍縮を求めた。',
    'NATOの拡大',
  ];
  const builder = new PassageIndexBuilder(FIELDS);
  texts.forEach((text) => builder.add(['', text]));
  const searcher = new PassageSearcher(builder.build());
  const found = (query: string): number[] =>
    searcher.find(parseQuery(query), undefined, 9).passages.map(({ passage }) => passage);

  const firsts: readonly (readonly [title: string, query: string, first: number | undefined])[] = [
    ['finds first what says so', 'サイバー防衛', 0],
    ['in half width as well', 'ｻｲﾊﾞｰ防衛', 0],
    ['finds a word without its last prolonged sound', 'サーバ', 2],
    ['finds a word with a prolonged sound more', 'サイバーー防衛', 0],
    ['finds a Korean word without its particle', '방위', 5],
    ['finds one with another particle', '정부 방위는', 3],
    ['finds one however it is spaced', '사이버방위', 5],
    ['finds words in another order', '강화 사이버', 3],
    ['finds one sign', '核', 6],
    ['finds one sign at the end of a run', '省', 6],
    ['finds letters before signs', 'nato', 7],
    ['finds mixed scripts', 'NATOの', 7],
    ['finds a phrase', '"サイバー防衛"', 0],
    ['finds a phrase that ends with one sign', '"NATOの"', 7],
    ['finds no phrase that stands nowhere', '"防衛サイバー"', undefined],
  ];
  for (const [title, query, first] of firsts) {
    it(title, () => assert.equal(found(query)[0], first));
  }

  it('demands a phrase however it is spaced', () => {
    assert.deepEqual(new Set(found('"사이버 방위"')), new Set([3, 5]));
    assert.deepEqual(new Set(found('"사이버방위"')), new Set([3, 5]));
  });

  it('leaves out what is excluded', () => {
    assert.deepEqual(new Set(found('サイバー')), new Set([0, 1, 2]));
    assert.deepEqual(found('サイバー -防衛'), [2]);
    assert.deepEqual(found('정부 -방위'), [4]);
    assert.deepEqual(new Set(found('防衛')), new Set([0, 1]));
    assert.deepEqual(found('防衛 -国'), [0]);
  });
});
