import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  inertLine,
  inertLines,
  inertTooltip,
  LONGEST_LINE,
  LONGEST_TEXT,
  plainLine,
  plainLines,
} from '../../../../src/host/surfaces/inertText';

/** What messages, progress, prompts and the language status take for a link (`linkedText.ts`). */
const LINK = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;
/** What labels take for an icon (`themables.ts`, `iconLabels.ts`), escaped or not. */
const ICON = /(\\)?\$\(([A-Za-z0-9-]+(?:~[A-Za-z]+)?)\)/g;
/** What buttons take for a mnemonic (`labels.ts`). */
const MNEMONIC = /\(&&\w\)|&&/g;
/** What turns the order of the text round, or begins a new line or a command of a terminal. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** The message as a notification reads it: cut, its line breaks made blanks (`notifications.ts`). */
function inNotification(text: string): string {
  const cut = text.length > 1000 ? `${text.slice(0, 1000)}...` : text;
  return cut.replace(/(\r\n|\n|\r)/gm, ' ').trim();
}

/** The label of a link as trusted Markdown (`htmlContent.ts`, `appendLink`). */
function asLabel(text: string): string {
  return text.replace(/\]/g, (sign, at: number) =>
    text.charAt(at - 1) !== '\\' ? `\\${sign}` : sign,
  );
}

const visible = (text: string) => text.replaceAll('\u2060', '');

/** Pieces that make links, icons, mnemonics and controls when they meet. */
const PIECES = [
  '[',
  ']',
  '(',
  ')',
  '$',
  '&',
  '\\',
  '"',
  "'",
  ' ',
  '\n',
  '\r',
  '\u2060',
  '\u202e',
  '\u2028',
  '\u0007',
  '<',
  '>',
  '{0}',
  'zap',
  '~spin',
  'command:',
  'https://',
  'file:',
  'x',
  '😀',
  '[x](command:a)',
  '[x](https://a "b")',
  '$(zap)',
  '\\$(zap)',
  '$(sync~spin)',
  '&&',
  '(&&O)',
];
const hostile = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((all) => all.join(''));

describe('inertText', () => {
  describe('leaves nothing that the editor looks for, and reads the same', () => {
    const rows: readonly string[] = [
      '[Show all removed files](command:workbench.action.terminal.new)',
      '[x](https://beacon.invalid/ "title")',
      '[x](file:///etc/passwd)',
      '[[x]](command:a)',
      '$(zap) and $(sync~spin) and \\$(zap)',
      'Save && quit (&&Q)',
      '{0} {1}',
    ];
    for (const text of rows) {
      it(text, () => {
        const shown = inertLine(text);
        assert.doesNotMatch(shown, new RegExp(LINK, 'i'));
        assert.doesNotMatch(shown, new RegExp(ICON));
        assert.doesNotMatch(shown, new RegExp(MNEMONIC));
        assert.equal(visible(shown), text);
      });
    }
  });

  it('leaves text alone in which there is nothing to look for', () => {
    for (const text of ['Café (1999) [sic] & co., $5 (net)', 'السلام\u200f!', '']) {
      assert.equal(inertLine(text), text);
    }
  });

  it('makes one line of a name with breaks, and takes away what turns its order round', () => {
    assert.equal(inertLine('a\r\nb\u2028c\u0007d'), 'a b c d');
    assert.equal(inertLine('invoice\u202efdp.exe'), 'invoicefdp.exe');
    assert.equal(inertLines('a\r\nb\u202e\n\u0007c'), 'a\nb\n c');
  });

  it('is not made to build a link out of pieces by what it takes away', () => {
    assert.doesNotMatch(inertLine('[x]\u202e(command:a)'), new RegExp(LINK, 'i'));
    assert.doesNotMatch(inertLine('$\u2066(zap)'), new RegExp(ICON));
  });

  it('cuts in the middle, between characters, so that what stands around a long name is told', () => {
    const text = `“${'x'.repeat(1_000_000)}” could not be opened.`;
    const shown = inertLine(text);
    assert.equal(shown.length, LONGEST_LINE);
    assert.match(shown, /^“x+…x+” could not be opened\.$/);
    assert.ok(inertLines('y\n'.repeat(1_000_000)).length <= LONGEST_TEXT);
    for (const before of ['', 'x', 'xx']) {
      assert.doesNotMatch(plainLine(before + '😀'.repeat(10_000)), /\p{Cs}/u);
    }
  });

  it('holds for whatever is put together of such signs', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const shown of [inertLine(text), inertLines(text), inertTooltip(text)]) {
          assert.equal([...inNotification(shown).matchAll(LINK)].length, 0);
          assert.equal([...shown.matchAll(ICON)].length, 0);
          assert.equal([...shown.matchAll(MNEMONIC)].length, 0);
        }
        assert.doesNotMatch(inertLine(text), CONTROL);
        assert.doesNotMatch(inertLines(text).replaceAll('\n', ''), CONTROL);
        assert.equal(visible(inertLine(text)), visible(plainLine(text)));
        assert.equal(visible(inertLines(text)), visible(plainLines(text)));
        assert.equal(visible(inertTooltip(text)), visible(plainLine(text)));
      }),
    );
  });

  it('says twice what it says once', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        assert.equal(visible(inertLine(inertLine(text))), visible(inertLine(text)));
      }),
    );
  });

  describe('in the tooltip of a link, which is a label in trusted Markdown', () => {
    it('opens no tag, no address and no entity, and does not end the label', () => {
      const rows = [
        '<command:workbench.action.terminal.new>',
        '\\](command:workbench.action.terminal.new)',
        '\\\\](command:workbench.action.terminal.new)',
        '<img src=x>',
        '&lt;',
        'https://beacon.invalid',
        'www.beacon.invalid',
        'mail@beacon.invalid',
      ];
      for (const text of rows) {
        const label = asLabel(inertTooltip(text));
        assert.doesNotMatch(label, /<[A-Za-z/!?]|&[#\w]|:\/\/|www\.|@\w|(?<!\\)\]|\\\\\]/, text);
        assert.equal(visible(inertTooltip(text)), text);
      }
    });
  });
});
