import type { FieldSpec } from './passageIndexBuilder';

/**
 * Fields of a passage of a document, in the order in which they are added to an index. Tuned on
 * known items in a hundred thousand passages: all passages of a document share its title, so that
 * it weighs less than text. The text comes first since early positions take fewer bytes.
 */
export const LIBRARY_FIELDS = {
  text: { weight: 1, lengthNorm: 0.8, typicalLength: 110 },
  title: { weight: 0.75, lengthNorm: 0.5, typicalLength: 6, isAbove: true },
  section: { weight: 0.75, lengthNorm: 0.5, typicalLength: 5, isAbove: true },
  topics: { weight: 0.5, lengthNorm: 0, typicalLength: 4, isAbove: true },
  partners: { weight: 0.5, lengthNorm: 0, typicalLength: 4, isAbove: true },
} satisfies Record<string, FieldSpec>;
