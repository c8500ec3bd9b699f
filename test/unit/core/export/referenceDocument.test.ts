import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import type { NamedFile } from '../../../../src/core/export/exportNote';
import { planExport } from '../../../../src/core/export/exportNote';
import { exportProblemMessage } from '../../../../src/core/export/problemMessage';
import { Note } from '../../../../src/core/note/note';
import { english } from '../../../support/localizer';
import { makeWord } from '../../../support/makeWord';
import { exported, NO_FILES, options, readBack } from './support';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** An institute's template: headings of another id that are numbered, a page of its own, a header with a picture. */
const TEMPLATE = makeWord({
  body: '',
  styles: '',
  parts: {
    'word/document.xml': `<w:document ${W} ${R}><w:body><w:p/><w:sectPr w:rsidR="1"><w:headerReference w:type="default" r:id="rId9"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2000" w:right="2000" w:bottom="2000" w:left="2000" w:header="700" w:footer="700" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId9" Type="${TYPE}/header" Target="header1.xml"/></Relationships>`,
    'word/header1.xml': `<w:hdr ${W} ${R}><w:p><w:r><w:t>Harbour Institute</w:t></w:r></w:p></w:hdr>`,
    'word/_rels/header1.xml.rels': `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${TYPE}/image" Target="media/logo.png"/></Relationships>`,
    'word/media/logo.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
    'word/numbering.xml': `<w:numbering ${W}><w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num></w:numbering>`,
    'word/styles.xml': `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="character" w:styleId="Compact"><w:name w:val="Something else"/></w:style></w:styles>`,
  },
});

const NOTE =
  '---\nlang: ja\n---\n\n# First\n\nWords[^1].\n\n1. one\n\n| a | c |\n|---|---|\n| b | d |\n\n[^1]: Note.';

function restyled(): Promise<Uint8Array> {
  return exported(NOTE, {
    files: { ...NO_FILES, reference: () => Promise.resolve(TEMPLATE) },
  });
}

describe('a reference document', () => {
  it('gives its styles by their names, its page, its header and its numbering', async () => {
    const parts = unzipSync(await restyled());
    const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
    const document = part('word/document.xml');
    assert.match(document, /<w:pStyle w:val="berschrift1"\/>/);
    assert.match(document, /<w:pStyle w:val="Standard"\/>/);
    assert.match(document, /<w:headerReference w:type="default" r:id="reference1"\/>/);
    assert.match(document, /<w:pgMar w:top="2000"/);
    assert.match(part('word/_rels/document.xml.rels'), /"\/word\/reference-header1.xml"/);
    assert.match(part('word/reference-header1.xml'), /Harbour Institute/);
    assert.match(
      part('word/_rels/reference-header1.xml.rels'),
      /Target="\/word\/media\/reference-logo.png"/,
    );
    assert.ok(parts['word/media/reference-logo.png']);
  });

  it('leaves lists, headings and footnotes what they are', async () => {
    assert.deepEqual(
      (await readBack(await restyled())).map(({ kind, text }) => `${kind}: ${text}`),
      ['heading: First', 'paragraph: Words.', 'item: one', 'table: a\tc\nb\td', 'footnote: Note.'],
    );
    const { 'word/numbering.xml': numbering, 'word/document.xml': document } = unzipSync(
      await restyled(),
    );
    const [, list] = /<w:numId w:val="(\d+)"/.exec(strFromU8(document ?? new Uint8Array())) ?? [];
    const written = strFromU8(numbering ?? new Uint8Array());
    assert.ok(written.includes(`<w:num w:numId="${list ?? ''}"`));
    assert.ok(written.includes('<w:num w:numId="7">'));
    assert.ok(written.lastIndexOf('<w:abstractNum ') < written.indexOf('<w:num '));
  });

  it('gets the styles that it lacks, and the language of the note', async () => {
    const { 'word/styles.xml': part } = unzipSync(await restyled());
    const styles = strFromU8(part ?? new Uint8Array());
    assert.match(styles, /<w:lang w:val="ja"/);
    assert.doesNotMatch(styles, /fr-FR/);
    // "Compact" is taken by a style of another name.
    assert.match(styles, /w:styleId="ExportCompact"/);
    assert.match(styles, /w:styleId="FootnoteText"/);
    assert.equal(styles.match(/w:val="heading 1"/g)?.length, 1);
  });

  const rows: Readonly<Record<string, readonly [NamedFile, string]>> = {
    'is not there': [
      'missing',
      'The reference document “t.docx” is not there. Built-in styles are used.',
    ],
    'lies elsewhere': [
      'refused',
      'The reference document “t.docx” lies outside the folder. Built-in styles are used.',
    ],
    'is no Word file': [
      new Uint8Array([1, 2, 3]),
      'The reference document “t.docx” is no Word file (.docx). Built-in styles are used.',
    ],
    'is damaged': [
      TEMPLATE.subarray(0, 900),
      'The reference document “t.docx” is no Word file (.docx). Built-in styles are used.',
    ],
    'is another package': [
      makeWord({ body: '', parts: { 'word/document.xml': '<a/>' } }),
      'The reference document “t.docx” is no Word file (.docx). Built-in styles are used.',
    ],
  };
  for (const [name, [file, message]] of Object.entries(rows)) {
    it(`is told of before anything is written when it ${name}`, async () => {
      const text = '---\ntitle: T\nreference-doc: t.docx\n---\n\nWords.';
      const asked: (string | undefined)[] = [];
      const plan = await planExport(new Note(text, 'markdown'), 'word', options(), {
        ...NO_FILES,
        reference: (path) => {
          asked.push(path);
          return Promise.resolve(file);
        },
      });
      assert.ok(typeof plan !== 'string');
      assert.deepEqual(asked, ['t.docx']);
      assert.deepEqual(
        plan.problems.map((problem) => [
          text.slice(problem.span.start, problem.span.end),
          exportProblemMessage(problem, english),
        ]),
        [['t.docx', message]],
      );
      assert.equal((await readBack(await plan.write())).at(-1)?.text, 'Words.');
    });
  }
});
