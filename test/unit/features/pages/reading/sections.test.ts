import assert from 'node:assert/strict';
import { type Section, sectionsOf } from '../../../../../src/features/pages/reading/sections';
import { sourceDocument } from '../../../../support/sourceDocument';

const { headings, text } = sourceDocument([
  'Before all.',
  '# Harbour',
  'One.',
  '## Lamps',
  'Two.',
  '### Wicks',
  'Three.',
  '## Fog',
  '# Town',
]);

/** Headings, indented as they are nested, with the first and last words of their sections. */
function shown(sections: readonly Section[], depth = 0): readonly string[] {
  return sections.flatMap(({ heading, span, subsections }) => {
    const words = text.slice(span.start, span.end).trim().split(/\s+/);
    return [
      `${'  '.repeat(depth)}${heading.text}: ${words[0]} … ${words.at(-1)}`,
      ...shown(subsections, depth + 1),
    ];
  });
}

describe('the sections of a document', () => {
  it('hold what stands under their headings, subsections included', () => {
    assert.deepEqual(shown(sectionsOf(headings, text.length)), [
      'Harbour: Harbour … Fog',
      '  Lamps: Lamps … Three.',
      '    Wicks: Wicks … Three.',
      '  Fog: Fog … Fog',
      'Town: Town … Town',
    ]);
  });

  it('are none where there are no headings', () => {
    assert.deepEqual(sectionsOf([], 10), []);
  });
});
