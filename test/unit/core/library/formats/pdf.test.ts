import fc from 'fast-check';
import assert from 'node:assert/strict';
import { extractPdf } from '../../../../../src/core/library/formats/pdf';
import { makePdf } from '../../../../support/makePdf';
import { SLOW, options, extract, problemOf, page, shown } from './pdfDocuments';

describe('PDF: what a file is', () => {
  it('is read by pages, with their labels', async () => {
    const { format, blocks, pageLabels } = await extract({
      pages: [
        page('Preface of the keeper.'),
        page('The lamp is lit at dusk.'),
        page('It is put out.'),
      ],
      labels: [
        { from: 1, style: 'r' },
        { from: 2, style: 'D', prefix: 'A-', start: 7 },
      ],
    });
    assert.equal(format, 'pdf');
    assert.deepEqual(pageLabels, ['i', 'A-7', 'A-8']);
    assert.deepEqual(
      blocks.map(({ page, lastPage }) => [page, lastPage]),
      [
        [1, 1],
        [2, 2],
        [3, 3],
      ],
    );
  });

  it('has the title, author and language that a person gave it', async () => {
    const { metadata } = await extract({
      pages: [page('The lamp is lit at dusk.')],
      title: 'Rules of the Lighthouse',
      author: 'Example, Ann; Council of Nowhere',
      language: 'en-GB',
    });
    assert.deepEqual(metadata, {
      title: 'Rules of the Lighthouse',
      author: [{ family: 'Example', given: 'Ann' }, { literal: 'Council of Nowhere' }],
      language: 'en-GB',
    });
  });

  it('has no title that a program gave it, but the one at its head', async () => {
    for (const title of ['Microsoft Word - draft 3.doc', 'rules_final.indd', 'Untitled', '']) {
      const { metadata } = await extract({
        pages: [
          page(
            { text: 'Rules of the Lighthouse', size: 20 },
            { text: 'The lamp is lit by the keeper at dusk.', y: 700 },
          ),
        ],
        title,
      });
      assert.deepEqual(metadata, { title: 'Rules of the Lighthouse' });
    }
  });

  it('is encrypted when it takes a password, and read when the password is empty', async () => {
    const pages = [page('The lamp is lit at dusk.')];
    assert.deepEqual(await problemOf(await makePdf({ pages, password: 'sesame' })), {
      kind: 'encrypted',
    });
    const { blocks } = await extract({ pages, password: '' });
    assert.deepEqual(shown(blocks), ['paragraph: The lamp is lit at dusk.']);
  }).timeout(SLOW);

  it('has no text when its pages are empty, or have next to nothing', async () => {
    assert.deepEqual(await problemOf(await makePdf({ pages: [page(), page()] })), {
      kind: 'noText',
    });
    assert.deepEqual(await problemOf(await makePdf({ pages: [page('No. 1'), page('2')] })), {
      kind: 'noText',
    });
  });

  it('is too large beyond the limit', async () => {
    const bytes = await makePdf({ pages: [page('The lamp.')] });
    assert.deepEqual(await problemOf(bytes, 100), { kind: 'tooLarge', limit: 100 });
  });

  it('fails with a reason where it is damaged or no PDF', async () => {
    for (const bytes of [new Uint8Array(0), new TextEncoder().encode('Plainly no PDF.')]) {
      const problem = await problemOf(bytes);
      assert.ok(problem && typeof problem === 'object' && 'kind' in problem);
      assert.equal(problem.kind, 'failed');
      assert.ok('reason' in problem && problem.reason !== '');
    }
  });

  it('leaves the bytes as they are, and says how far it is', async () => {
    const bytes = await makePdf({ pages: [page('The lamp.'), page('The lens.')] });
    const before = bytes.slice();
    const shares: number[] = [];
    let pauses = 0;
    const pause = (): Promise<void> => {
      pauses++;
      return Promise.resolve();
    };
    await extractPdf(bytes, { ...options, pause, onProgress: (share) => shares.push(share) });
    assert.deepEqual(bytes, before);
    assert.deepEqual(shares, [0.5, 1]);
    assert.ok(pauses >= 2);
  });

  it('does not follow a page tree in circles', async () => {
    const bytes = await makePdf({ pages: [page('The lamp is lit.'), page('It is put out.')] });
    const text = Buffer.from(bytes).toString('latin1');
    // The tree's node of pages becomes a child of itself.
    const [, kids = '', first = ''] = /\/Kids \[ ((\d+ 0 R)[^\]]*)\]/.exec(text) ?? [];
    const [, tree = ''] = /(\d+) 0 obj\s*<<\s*\/Type \/Pages/.exec(text) ?? [];
    const cyclic = text.replace(kids, kids.replace(first, `${tree} 0 R`.padEnd(first.length)));
    assert.notEqual(cyclic, text);
    const problem = await extractPdf(Uint8Array.from(Buffer.from(cyclic, 'latin1')), options);
    assert.ok('problem' in problem || 'document' in problem);
  });

  it('is answered, whatever its bytes', async () => {
    const bytes = await makePdf({
      pages: [page('The lamp is lit.'), page('It is put out.')],
      outline: [{ title: 'The lamp is lit.', page: 1 }],
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 30 }),
        async (changes) => {
          const mutated = bytes.slice();
          changes.forEach(([at, byte]) => (mutated[at] = byte));
          const extraction = await extractPdf(mutated, options);
          assert.ok('problem' in extraction || 'document' in extraction);
        },
      ),
      { numRuns: 30 },
    );
  }).timeout(SLOW);
});
