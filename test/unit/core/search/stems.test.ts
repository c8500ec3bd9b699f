import assert from 'node:assert/strict';
import { stemOf } from '../../../../src/core/search/stems';

describe('stems', () => {
  const pairs: readonly (readonly [adverb: string, adjective: string])[] = [
    ['deeply', 'deep'],
    ['sharply', 'sharp'],
    ['fairly', 'fair'],
    ['directly', 'direct'],
    ['gratefully', 'grateful'],
    ['tirelessly', 'tireless'],
    ['previously', 'previous'],
    ['constitutionally', 'constitutional'],
    ['internationally', 'international'],
    ['unprecedentedly', 'unprecedented'],
    ['monthly', 'month'],
    ['briefly', 'brief'],
    ['primarily', 'primary'],
    ['probably', 'probable'],
    ['safely', 'safe'],
  ];
  for (const [adverb, adjective] of pairs) {
    it(`bring ${adverb} to ${adjective}`, () => assert.equal(stemOf(adverb), stemOf(adjective)));
  }

  const others: readonly (readonly [string, string])[] = [
    ['supply', 'supplies'],
    ['apply', 'applies'],
    ['family', 'families'],
    ['ally', 'allies'],
    ['rally', 'rallies'],
    ['assembly', 'assemblies'],
    ['butterfly', 'butterflies'],
  ];
  for (const [word, plural] of others) {
    it(`take no adverb for ${word}`, () => assert.equal(stemOf(word), stemOf(plural)));
  }
});
