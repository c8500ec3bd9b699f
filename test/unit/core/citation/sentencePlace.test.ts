import assert from 'node:assert/strict';
import type { CitingForm } from '../../../../src/core/citation/citable';
import { sentencePlace } from '../../../../src/core/citation/sentencePlace';
import type { CitationStyle } from '../../../../src/core/note/citationStyles';
import { Note } from '../../../../src/core/note/note';
import { sentenceAt } from '../../../../src/core/note/sentenceAt';

/** A note with "|" where a citation goes that belongs to its first sentence. */
function placed(text: string, form: CitingForm, style: CitationStyle): string {
  const note = new Note(text, 'markdown');
  const { span } = sentenceAt(note, 0) ?? assert.fail();
  const at = sentencePlace(note, span, form, style);
  return `${text.slice(0, at)}|${text.slice(at)}`;
}

describe('the place of a citation behind a sentence', () => {
  const rows: readonly (readonly [CitingForm, CitationStyle, string])[] = [
    ['citation', 'pandoc', 'The lamp is lit|. No.'],
    ['citation', 'plain', 'Is the lamp lit|?! No.'],
    ['citation', 'plain', 'The lamp is lit|'],
    ['citation', 'pandoc', '*The lamp is lit.*| No.'],
    ['citation', 'pandoc', 'He said “it is lit.”| No.'],
    ['citation', 'pandoc', 'The lamp is lit [@roe]|. No.'],
    ['citation', 'footnote', 'The lamp is lit.| No.'],
    ['citation', 'footnote', 'The lamp is lit.[^1]| No.\n\n[^1]: A.'],
    ['citation', 'footnote', '**The lamp is lit.**| No.'],
    ['quotation', 'pandoc', 'The lamp is lit.| No.'],
    ['quotation', 'pandoc', 'The lamp is lit. [@roe]| No.'],
    ['quotation', 'footnote', 'The lamp is lit.[^1]| No.\n\n[^1]: A.'],
  ];
  for (const [form, style, marked] of rows) {
    it(`is ${marked.split('\n')[0]} (${form}, ${style})`, () => {
      assert.equal(placed(marked.replace('|', ''), form, style), marked);
    });
  }
});
