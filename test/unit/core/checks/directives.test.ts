import assert from 'node:assert/strict';
import fc from 'fast-check';
import { directivesIn } from '../../../../src/core/checks/directives';
import { Note } from '../../../../src/core/note/note';

const DIRECTIVE = String.raw`ip4desk-(disable-next-line|disable|enable)(?![\w-])([^\n]*?)`;
/** Directives as expressions say them, whose time is quadratic. */
const COMMENTS: Readonly<Record<string, RegExp>> = {
  markdown: new RegExp(String.raw`<!--\s*${DIRECTIVE}\s*-->`, 'gi'),
  latex: new RegExp(String.raw`(?<!\\)%+[ \t]*${DIRECTIVE}[ \t\r]*$`, 'gim'),
  restructuredtext: new RegExp(String.raw`^[ \t]*\.\.[ \t]+${DIRECTIVE}[ \t\r]*$`, 'gim'),
  asciidoc: new RegExp(String.raw`^//[ \t]*${DIRECTIVE}[ \t\r]*$`, 'gim'),
  org: new RegExp(String.raw`^[ \t]*#[ \t]+${DIRECTIVE}[ \t\r]*$`, 'gim'),
};
const PIECES = [
  ...['<!--', '-->', '%', '\\', '.. ', '// ', '# ', 'ip4desk-disable', 'IP4DESK-enable'],
  ...['ip4desk-disable-next-line', 'ip4desk-', 'acronym-unknown', ' -- why', '-', ' ', '\t'],
  ...['\n', '\r\n', '\r', '\u2028', 'a'],
];

describe('directives in comments', () => {
  for (const [language, comment] of Object.entries(COMMENTS)) {
    it(`are those that an expression finds in ${language}`, () => {
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), (parts) => {
          const text = parts.join('');
          const expected = Array.from(
            text.matchAll(comment),
            ({ 0: all, 1: name, 2: list, index }) => ({
              start: index,
              end: index + all.length,
              name: name!.toLowerCase(),
              list: list!,
            }),
          );
          const found = Array.from(directivesIn(new Note(text, language)), (directive) => ({
            ...directive,
            // Blanks around the list of rules mean nothing.
            list: directive.list.trimEnd(),
          }));
          assert.deepEqual(
            found,
            expected.map((directive) => ({ ...directive, list: directive.list.trimEnd() })),
          );
        }),
        { numRuns: 5000 },
      );
    });
  }
});
