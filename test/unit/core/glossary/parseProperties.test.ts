import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Glossary } from '../../../../src/core/glossary/glossary';
import { parseGlossary } from '../../../../src/core/glossary/parse';

const word = fc.stringMatching(/^[a-z]{1,8}$/);
const entries = fc.array(fc.record({ name: word, definition: word, aliases: fc.array(word) }), {
  minLength: 1,
  maxLength: 6,
});

/**
 * A glossary in YAML, one entry in each four lines. Each text has a hyphen in it, which no word has
 * that YAML reads as something other than text: `null`, `true`, a number.
 */
function yaml(terms: readonly { name: string; definition: string; aliases: string[] }[]): string {
  const items = terms.map(
    ({ name, definition, aliases }) =>
      `      - name: n-${name}\n        definition: d-${definition}\n        aliases: [${aliases
        .map((alias) => `a-${alias}`)
        .join(', ')}]\n        status: preferred\n`,
  );
  return `contexts:\n  - name: Harbour\n    terms:\n${items.join('')}`;
}

function names({ contexts }: Glossary): readonly string[] {
  return contexts.flatMap((context) => context.entries.map(({ name }) => name));
}

describe('any glossary', () => {
  it('says the same in YAML and in JSON', () => {
    fc.assert(
      fc.property(entries, (terms) => {
        const said = (text: string) =>
          parseGlossary(text).contexts.map((context) =>
            context.entries.map(({ name, definition, aliases }) => ({ name, definition, aliases })),
          );
        assert.deepEqual(
          said(JSON.stringify({ contexts: [{ terms }] }, undefined, 2)),
          said(yaml(terms)).map((context) =>
            context.map(({ name, definition, aliases }) => ({
              name: name.slice(2),
              definition: definition?.slice(2),
              aliases: aliases.map((alias) => alias.slice(2)),
            })),
          ),
        );
      }),
    );
  });

  it('has no entry whose name is what YAML reads as nothing, and keeps all others', () => {
    const nothing = fc.constantFrom('null', 'Null', 'NULL', '~', '');
    fc.assert(
      fc.property(entries, nothing, fc.nat(), (terms, name, which) => {
        const at = which % terms.length;
        const lines = yaml(terms).split('\n');
        lines[3 + at * 4] = `      - name: ${name}`;
        const found = parseGlossary(lines.join('\n'));
        const others = terms.filter((_term, place) => place !== at);
        assert.deepEqual(
          names(found),
          others.map((term) => `n-${term.name}`),
        );
        // Two of the others may have the same name.
        const kinds = found.problems.map(({ kind }) => kind);
        assert.deepEqual(
          kinds.filter((kind) => kind !== 'duplicate'),
          ['noName'],
        );
      }),
    );
  });

  it('has its names where it says they are', () => {
    fc.assert(
      fc.property(entries, fc.boolean(), (terms, isWindows) => {
        const text = isWindows ? yaml(terms).replaceAll('\n', '\r\n') : yaml(terms);
        for (const { entries: found } of parseGlossary(text).contexts) {
          assert.equal(found.length, terms.length);
          for (const { name, nameSpan } of found) {
            assert.equal(text.slice(nameSpan.start, nameSpan.end), name);
          }
        }
      }),
    );
  });

  it('keeps all other entries when a field of one is wrong', () => {
    fc.assert(
      fc.property(entries, fc.nat(), (terms, which) => {
        const lines = yaml(terms).split('\n');
        const at = 3 + (which % terms.length) * 4;
        const without = names(parseGlossary(lines.join('\n'))).filter(
          (_name, place) => place !== which % terms.length,
        );
        for (const wrong of ['      - name: [a]', '      - name: ""', '      - nam: b']) {
          const broken = parseGlossary(
            [...lines.slice(0, at), wrong, ...lines.slice(at + 1)].join('\n'),
          );
          assert.deepEqual(names(broken), without);
          assert.ok(broken.problems.some(({ severity }) => severity === 'error'));
        }
      }),
    );
  });

  it('keeps the entries before the one that somebody is typing in', () => {
    const typed = fc.constantFrom(
      '"',
      "'",
      '[',
      '{',
      '{a: [',
      ': ',
      '\t',
      '&a',
      '*a',
      '|',
      '%',
      '#',
    );
    fc.assert(
      fc.property(entries, fc.nat(), typed, (terms, at, piece) => {
        const whole = yaml(terms);
        const last = whole.lastIndexOf('      - name:') + '      - '.length;
        const place = last + (at % (whole.length - last));
        const text = whole.slice(0, place) + piece + whole.slice(place);
        const before = names(parseGlossary(whole)).slice(0, -1);
        assert.deepEqual(names(parseGlossary(text)).slice(0, before.length), before);
      }),
      { numRuns: 150 },
    );
  });
});
