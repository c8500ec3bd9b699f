import fc from 'fast-check';
import assert from 'node:assert/strict';
import type { Block, ExtractedDocument } from '../../../../../src/core/library/document';
import { extractWord } from '../../../../../src/core/library/formats/word';
import {
  item,
  makeWord,
  noteMark,
  paragraph,
  paragraphStyle,
  run,
  table,
  type WordSpec,
} from '../../../../support/makeWord';

/** In milliseconds: properties of whole files take their time on a busy machine. */
const SLOW = 20_000;
const options = { maxBytes: 1_000_000 };

async function extract(spec: WordSpec): Promise<ExtractedDocument> {
  const extraction = await extractWord(makeWord(spec), options);
  assert.ok('document' in extraction, JSON.stringify(extraction));
  return extraction.document;
}

async function problemOf(bytes: Uint8Array, maxBytes = options.maxBytes): Promise<unknown> {
  const extraction = await extractWord(bytes, { maxBytes });
  return 'problem' in extraction ? extraction.problem : extraction;
}

function shown(blocks: readonly Block[]): readonly string[] {
  return blocks.map(
    ({ kind, level, text }) => `${kind}${level === undefined ? '' : ` ${String(level)}`}: ${text}`,
  );
}

describe('Word: blocks', () => {
  it('are headings by the names and the outline levels of styles', async () => {
    const { blocks } = await extract({
      styles:
        paragraphStyle('berschrift2', 'Überschrift der Stadt', '<w:basedOn w:val="Heading2"/>') +
        paragraphStyle('a', 'Circle', '<w:basedOn w:val="b"/>') +
        paragraphStyle('b', 'Back', '<w:basedOn w:val="a"/>') +
        paragraphStyle('Plain', 'Plain', '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
      body:
        paragraph(run('Rules of the Lighthouse'), 'Title') +
        paragraph(run('Scope'), 'Heading1') +
        paragraph(run('Lamps'), 'berschrift2') +
        paragraph(run('The lamp is lit.'), 'a') +
        paragraph(run('It is put out.'), 'Plain'),
    });
    assert.deepEqual(shown(blocks), [
      'heading 1: Rules of the Lighthouse',
      'heading 1: Scope',
      'heading 2: Lamps',
      'paragraph: The lamp is lit.',
      'paragraph: It is put out.',
    ]);
  });

  it('are items with their depth, tables by rows, quotes and captions', async () => {
    const { blocks } = await extract({
      styles: paragraphStyle('Quote', 'Quote') + paragraphStyle('Caption', 'caption'),
      body:
        item(run('oil')) +
        item(run('for the lamp'), 1) +
        item(run('water'), 0, true) +
        paragraph(run('Light the lamp.'), 'Quote') +
        paragraph(run('Table 1: Lights'), 'Caption') +
        table([
          ['Light', 'Height'],
          ['North Head', '20 m'],
        ]),
    });
    assert.deepEqual(shown(blocks), [
      'item 1: oil',
      'item 2: for the lamp',
      'item 1: water',
      'quote: Light the lamp.',
      'caption: Table 1: Lights',
      'table: Light\tHeight\nNorth Head\t20 m',
    ]);
  });

  it('take text out of tables that only frame it', async () => {
    const { blocks } = await extract({ body: table([['The lamp is lit.'], ['It is put out.']]) });
    assert.deepEqual(shown(blocks), ['paragraph: The lamp is lit.', 'paragraph: It is put out.']);
  });

  it('have what was inserted and not what was deleted', async () => {
    const { blocks } = await extract({
      body: paragraph(
        `${run('The lamp ')}<w:del w:id="1"><w:r><w:delText>burns</w:delText></w:r></w:del>` +
          `<w:ins w:id="2">${run('is lit')}</w:ins>${run(' at dusk.')}`,
      ),
    });
    assert.deepEqual(shown(blocks), ['paragraph: The lamp is lit at dusk.']);
  });

  it('have notes without their marks at the end of their section', async () => {
    const { blocks } = await extract({
      footnotes: [paragraph(run('Except in April.'))],
      endnotes: [paragraph(run('See the book')) + paragraph(run('of the harbour.'))],
      body:
        paragraph(`${run('The lamp is lit')}${noteMark('footnote', 1)}${run(' at dusk.')}`) +
        paragraph(`${run('It is put out.')}${noteMark('endnote', 1)}`) +
        paragraph(run('Boats'), 'Heading1') +
        paragraph(run('They stay.')),
    });
    assert.deepEqual(shown(blocks), [
      'paragraph: The lamp is lit at dusk.',
      'paragraph: It is put out.',
      'footnote: Except in April.',
      'footnote: See the book of the harbour.',
      'heading 1: Boats',
      'paragraph: They stay.',
    ]);
  });

  it('have the text of boxes once, and no table of contents', async () => {
    const box = `<w:txbxContent>${paragraph(run('In a box.'))}</w:txbxContent>`;
    const { blocks } = await extract({
      styles: paragraphStyle('TOC1', 'toc 1'),
      body:
        paragraph(run('Scope 1'), 'TOC1') +
        `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box}</wps:txbx></mc:Choice>` +
        `<mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback>` +
        `</mc:AlternateContent></w:r>${run('Around it.')}</w:p>`,
    });
    assert.deepEqual(shown(blocks), ['paragraph: Around it.', 'paragraph: In a box.']);
  });

  it('have no hidden text, be it hidden by itself or by styles, toggled twice or not', async () => {
    const style = (id: string, type: string, rest: string): string =>
      `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/>${rest}</w:style>`;
    const vanish = '<w:rPr><w:vanish/></w:rPr>';
    const styled = (text: string, id: string, more = ''): string =>
      run(text, `<w:rStyle w:val="${id}"/>${more}`);
    const { blocks } = await extract({
      styles:
        style('Ghost', 'character', vanish) +
        style('GhostChild', 'character', '<w:basedOn w:val="Ghost"/>') +
        style(
          'Seen',
          'character',
          '<w:basedOn w:val="Ghost"/><w:rPr><w:vanish w:val="0"/></w:rPr>',
        ) +
        style('GhostText', 'paragraph', vanish),
      footnotes: [paragraph(run('A note') + run(' unseen', '<w:vanish/>') + run(' is seen.'))],
      body:
        paragraph(
          run('The lamp ') +
            run('unseen ', '<w:vanish w:val="true"/>') +
            run('is ', '<w:vanish w:val="0"/>') +
            styled('unseen ', 'Ghost') +
            styled('unseen ', 'GhostChild') +
            styled('lit', 'Seen') +
            noteMark('footnote', 1) +
            run('.'),
        ) +
        paragraph(run('Unseen.'), 'GhostText') +
        paragraph(run('Unseen. ') + styled('Toggled.', 'Ghost'), 'GhostText') +
        paragraph(run('Shown.', '<w:vanish w:val="false"/>'), 'GhostText') +
        '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>' +
        '<w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc>' +
        '<w:tc><w:p/></w:tc></w:tr></w:tbl>' +
        // The mark of a paragraph that is hidden hides none of its words.
        paragraph(run('Words & more.'), undefined, '<w:rPr><w:vanish/></w:rPr>'),
    });
    assert.deepEqual(shown(blocks), [
      'paragraph: The lamp is lit.',
      'paragraph: Toggled.',
      'paragraph: Shown.',
      'table: a\t',
      'paragraph: Words & more.',
      'footnote: A note is seen.',
    ]);
  });

  it('have the end of a field of which hidden runs are a part', async () => {
    const field = (type: string): string => `<w:fldChar w:fldCharType="${type}"/>`;
    const hidden = (inner: string): string => `<w:r><w:rPr><w:vanish/></w:rPr>${inner}</w:r>`;
    const { blocks } = await extract({
      body: paragraph(
        run('The ') +
          hidden(`${field('begin')}<w:instrText> XE "lamp" </w:instrText>`) +
          hidden(`<w:t>unseen</w:t>${field('end')}`) +
          run('lamp.'),
      ),
    });
    assert.deepEqual(shown(blocks), ['paragraph: The lamp.']);
  });

  it('have drop caps joined to their words', async () => {
    const drop = (letter: string, kind = 'drop'): string =>
      paragraph(run(letter), undefined, `<w:framePr w:dropCap="${kind}" w:lines="3"/>`);
    const { blocks } = await extract({
      body:
        drop('T') +
        paragraph(run('he lamp is lit.')) +
        drop('A', 'margin') +
        paragraph(run(' bell is rung.')) +
        paragraph(run('Framed.'), undefined, '<w:framePr w:w="20"/>') +
        paragraph(run('Free.')),
    });
    assert.deepEqual(shown(blocks), [
      'paragraph: The lamp is lit.',
      'paragraph: A bell is rung.',
      'paragraph: Framed.',
      'paragraph: Free.',
    ]);
  });

  it('have the words of ruby, fields, formulas, other directions and breaks', async () => {
    const { blocks } = await extract({
      body: [
        '<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>とう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>灯</w:t></w:r></w:rubyBase></w:ruby></w:r>' +
          run('台'),
        `${run('Figure ')}<w:fldSimple w:instr=" SEQ Figure ">${run('3')}</w:fldSimple>`,
        // The mark of a footnote that comes up again is no word.
        `${run('Again')}<w:fldSimple w:instr="NOTEREF note_1 \\f">${run('1')}</w:fldSimple>${run('.')}`,
        `${run('Let ')}<m:oMath xmlns:m="m"><m:r><m:t>x</m:t></m:r><m:sSup><m:e><m:r><m:t>y</m:t></m:r></m:e></m:sSup></m:oMath>${run(' be.')}`,
        `<w:bdo w:val="rtl">${run('אור')}</w:bdo>`,
        '<w:r><w:t>One</w:t><w:cr/><w:t>two</w:t><w:ptab/><w:t>three</w:t></w:r>',
      ]
        .map((runs) => paragraph(runs))
        .join(''),
    });
    assert.deepEqual(shown(blocks), [
      'paragraph: 灯台',
      'paragraph: Figure 3',
      'paragraph: Again.',
      'paragraph: Let xy be.',
      'paragraph: אור',
      'paragraph: One two three',
    ]);
  });

  it('have the text of boxes that have no fallback, once', async () => {
    const box = (text: string): string =>
      `<w:drawing><wps:txbx><w:txbxContent>${paragraph(text)}</w:txbxContent></wps:txbx></w:drawing>`;
    const { blocks } = await extract({
      body:
        paragraph(
          `${run('Before.')}<w:r>${box(`${run('In')}<w:r>${box(run('Inner.'))}</w:r>`)}</w:r>`,
        ) +
        paragraph(
          `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box(run('Chosen.'))}</mc:Choice></mc:AlternateContent></w:r>`,
        ),
    });
    assert.deepEqual(shown(blocks), [
      'paragraph: Before.',
      'paragraph: In',
      'paragraph: Inner.',
      'paragraph: Chosen.',
    ]);
  });

  it('keep all words in their order', async () => {
    const letter = fc.constantFrom(...'abcXYZ019éßλжह語𝔄&<>"\'.-');
    const words = fc
      .array(fc.string({ unit: letter, minLength: 1, maxLength: 12 }), {
        minLength: 1,
        maxLength: 12,
      })
      .map((list) => list.join(' '));
    const kinds = fc.constantFrom('plain', 'heading', 'item', 'cells', 'split');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(kinds, words), { minLength: 1, maxLength: 6 }),
        async (pieces) => {
          const body = pieces.map(([kind, text]) => {
            const characters = [...text];
            const half = characters.length >> 1;
            return kind === 'heading'
              ? paragraph(run(text), 'Heading2')
              : kind === 'item'
                ? item(run(text), 2)
                : kind === 'cells'
                  ? table([text.split(' '), ['x', 'y']])
                  : kind === 'split'
                    ? paragraph(
                        run(characters.slice(0, half).join('')) +
                          run(characters.slice(half).join(''), '<w:b/>'),
                      )
                    : paragraph(run(text));
          });
          const { blocks } = await extract({ body: body.join('') });
          assert.deepEqual(
            blocks.flatMap(({ text }) => text.split(/\s/)),
            pieces.flatMap(([kind, text]) => [
              ...text.split(' '),
              ...(kind === 'cells' ? ['x', 'y'] : []),
            ]),
          );
        },
      ),
      { numRuns: 15 },
    );
  }).timeout(SLOW);
});

describe('Word: what a file is', () => {
  const body = paragraph(run('Rules'), 'Title') + paragraph(run('The lamp is lit.'));

  it('has the title and the authors of its properties', async () => {
    const { format, metadata } = await extract({
      body,
      title: 'Rules & Lamps',
      creator: 'Example, Ann; Council of Nowhere',
    });
    assert.equal(format, 'word');
    assert.deepEqual(metadata, {
      title: 'Rules & Lamps',
      author: [{ family: 'Example', given: 'Ann' }, { literal: 'Council of Nowhere' }],
    });
  });

  it('has the title of its text where the properties have none', async () => {
    assert.deepEqual((await extract({ body, title: ' ' })).metadata, { title: 'Rules' });
  });

  it('is too large by what it unpacks to, whatever the sizes in it say', async () => {
    const bomb = makeWord({ body: '', parts: { 'word/more.xml': new Uint8Array(3_000_000) } });
    assert.ok(bomb.length < 10_000);
    assert.deepEqual(await problemOf(bomb), { kind: 'tooLarge', limit: options.maxBytes });
    // Pictures are not unpacked.
    const { blocks } = await extract({
      body,
      parts: { 'word/media/a.png': new Uint8Array(3_000_000) },
    });
    assert.equal(blocks.length, 2);
  });

  it('has no text when it is empty', async () => {
    assert.deepEqual(await problemOf(makeWord({ body: '' })), { kind: 'noText' });
  });

  it('is encrypted or too old as a compound file', async () => {
    const compound = (entry: string): Uint8Array =>
      Uint8Array.from([
        ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
        ...Buffer.alloc(600),
        ...Buffer.from(entry, 'utf16le'),
        0,
      ]);
    assert.deepEqual(await problemOf(compound('EncryptedPackage')), { kind: 'encrypted' });
    assert.deepEqual(await problemOf(compound('WordDocument')), {
      kind: 'failed',
      reason: 'This is a Word document of the format before 2007 (.doc). Save it as .docx.',
    });
  });

  it('fails with a reason where it is no such file, or would harm', async () => {
    const entities = Array.from(
      { length: 9 },
      (_, at) => `<!ENTITY e${String(at + 1)} "${`&e${String(at)};`.repeat(10)}">`,
    );
    const laughs = `<!DOCTYPE w [<!ENTITY e0 "ha">${entities.join('')}]><w:document>&e9;</w:document>`;
    const reasons: readonly [Uint8Array, RegExp][] = [
      [new Uint8Array(0), /not a Word document/],
      [new TextEncoder().encode('Plainly no Word file.'), /./],
      [makeWord({ body }).slice(0, 2_000), /./],
      [makeWord({ body, parts: { 'word/document.xml': laughs } }), /document type/],
      [makeWord({ body: '<w:p>'.repeat(100_000) }), /too deeply/],
      [makeWord({ body: '<w:p>' }), /not well formed/],
      [makeWord({ body, parts: { 'word/document.xml': '' } }), /not well formed/],
      [makeWord({ body, parts: { 'word/document.xml': '<w:document <' } }), /not well formed/],
    ];
    for (const [bytes, reason] of reasons) {
      const problem = await problemOf(bytes);
      assert.ok(problem && typeof problem === 'object' && 'reason' in problem, String(reason));
      assert.match(String(problem.reason), reason);
    }
  });

  it('is answered, whatever its bytes', async () => {
    const bytes = makeWord({ body, footnotes: [paragraph(run('A note.'))] });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        fc.nat(bytes.length),
        async (changes, length) => {
          const mutated = bytes.slice(0, length);
          changes.forEach(([at, byte]) => (mutated[at] = byte));
          const extraction = await extractWord(mutated, options);
          assert.ok('problem' in extraction || 'document' in extraction);
        },
      ),
      { numRuns: 30 },
    );
  }).timeout(SLOW);
});
