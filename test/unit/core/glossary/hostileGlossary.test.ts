import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseGlossary } from '../../../../src/core/glossary/parse';

const wrap = (terms: string) => `contexts:\n  - terms:\n${terms}`;

/** Lists of aliases of lists of aliases: 10 to the power of `depth` values in a few lines. */
function bomb(depth: number): string {
  const levels = Array.from({ length: depth }, (_, level) => {
    const item = level === 0 ? 'lamp' : `*l${level - 1}`;
    return `x-l${level}: &l${level} [${Array.from({ length: 10 }, () => item).join(', ')}]`;
  });
  return `${levels.join('\n')}\ncontexts:\n  - terms:\n      - name: lamp\n        aliases: *l${depth - 1}\n`;
}

describe('hostile glossaries', () => {
  it('does not expand a bomb of aliases', () => {
    const { problems } = parseGlossary(bomb(12));
    assert.ok(problems.length > 0);
  });

  it('survives an alias of what it stands in', () => {
    const { contexts } = parseGlossary(
      wrap('      - &a\n        name: lamp\n        meta: *a\n      - name: bell\n'),
    );
    assert.ok(contexts[0]?.entries.some(({ name }) => name === 'bell'));
  });

  it('survives nesting deeper than any stack', () => {
    for (const depth of [2_000, 50_000]) {
      for (const text of [
        '['.repeat(depth),
        '{a: '.repeat(depth),
        '- '.repeat(depth),
        'a: '.repeat(depth),
      ]) {
        assert.deepEqual(parseGlossary(text).contexts, []);
        assert.equal(parseGlossary(text).problems[0]?.kind, 'tooLarge');
      }
    }
  });

  it('takes names that look like patterns, markup or commands for text', () => {
    const names = [
      '(a+)+$',
      '.*lamp.*',
      '<img src=x>',
      '[x](command:y)',
      '$(zap) lamp',
      '__proto__',
    ];
    const text = wrap(names.map((name) => `      - name: ${JSON.stringify(name)}\n`).join(''));
    assert.deepEqual(
      parseGlossary(text).contexts[0]?.entries.map(({ name }) => name),
      names,
    );
  });

  it('never throws, and finds places within the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'contexts:',
        '\n  - ',
        '\n    terms:',
        '\n      - name: ',
        'lamp',
        '"',
        "'",
        '&a ',
        '*a',
        '<<: ',
        '!!map ',
        '{',
        '}',
        '[',
        ']',
        '|\n',
        '\t',
        '---\n',
        '#',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const { contexts, problems } = parseGlossary(text);
        const spans = [
          ...problems.map(({ span }) => span),
          ...contexts.flatMap(({ entries }) =>
            entries.flatMap(({ span, nameSpan }) => [span, nameSpan]),
          ),
        ];
        for (const { start, end } of spans) {
          assert.ok(0 <= start && start <= end && end <= text.length);
        }
      }),
      { numRuns: 200 },
    );
  });
});
