import assert from 'node:assert/strict';
import { writeMarkdown } from '../../../../../src/core/glossary/exchange/markdown';
import { entry } from './entries';

const WORDS = {
  also: 'Also',
  example: 'Example',
  useInstead: 'Use instead',
  deprecated: 'Deprecated',
  seeAlso: 'See also',
  source: 'Source',
};

describe('glossaries as Markdown', () => {
  it('writes the entries of each context by their names', () => {
    const text = writeMarkdown(
      'Port',
      [
        {
          name: 'Lights',
          entries: [
            entry('lamp shed', { status: 'deprecated', use: 'control room' }),
            entry('control room', {
              abbreviation: 'CR',
              definition: 'Where lamps are lit.',
              aliases: ['room'],
              source: 'Regulations',
              locator: '§ 4',
              meta: new Map([['Owner', 'the keeper']]),
            }),
          ],
        },
        { name: 'Empty', entries: [] },
      ],
      WORDS,
    );
    assert.equal(
      text,
      [
        '# Port',
        '',
        '## Lights',
        '',
        '**control room** (CR): Where lamps are lit.',
        '- Also: room',
        '- Source: Regulations, § 4',
        '- Owner: the keeper',
        '',
        '**lamp shed**',
        '- Use instead: control room',
        '',
      ].join('\n'),
    );
  });

  it('shows what looks like markup as it is', () => {
    const text = writeMarkdown(
      '<b>',
      [{ entries: [entry('*lamp*', { definition: '[x](command:y) <img>' })] }],
      WORDS,
    );
    assert.equal(text, '# \\<b\\>\n\n**\\*lamp\\***: \\[x\\](command:y) \\<img\\>\n');
  });
});
