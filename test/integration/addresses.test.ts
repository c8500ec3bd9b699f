import fc from 'fast-check';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SourceId } from '../../src/core/model';
import { ENTRY_KINDS } from '../../src/host/entryKinds';
import { SCHEME } from '../../src/host/ids';
import {
  entryOfUri,
  entryUri,
  isMarkdownUri,
  markdownUri,
  sourceFilePath,
  sourceOfUri,
  sourceUri,
} from '../../src/host/uris';

const at = (path: string, query = '') => vscode.Uri.from({ scheme: SCHEME, path, query });

/** As a tab, a link or a note keeps it. */
const kept = (uri: vscode.Uri) => vscode.Uri.parse(uri.toString(), true);

const titles = fc
  .array(fc.constantFrom(...'./\\?#%:&=é “\u202e', 'a', '.md', '.txt', '..'))
  .map((parts) => parts.join(''));

describe('addresses of pages', () => {
  it('name their entry, whatever its title', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ENTRY_KINDS), titles, (kind, title) => {
        const uri = kept(entryUri({ kind, id: 'a-1', title }));
        assert.deepEqual(entryOfUri(uri), { kind, id: 'a-1' });
        assert.equal(sourceOfUri(uri), undefined);
        assert.match(uri.path, /^\/IP4 Desk\/[a-z]+\/[^/]+$/);
      }),
    );
  });

  it('name their document, whatever its title', () => {
    const id = 'file-1x' as SourceId;
    fc.assert(
      fc.property(titles, (title) => {
        const uri = kept(sourceUri({ id, title }));
        assert.equal(sourceOfUri(uri), id);
        assert.equal(entryOfUri(uri), undefined);
        const old = kept(at(sourceFilePath({ id, title })));
        assert.equal(sourceOfUri(old), id);
      }),
    );
  });

  it('go on meaning what they meant in earlier versions', () => {
    for (const kind of ENTRY_KINDS) {
      assert.deepEqual(entryOfUri(at(`/${kind}/a-1.md`)), { kind, id: 'a-1' });
    }
    assert.equal(sourceOfUri(at('/source/file-1x/A title.txt')), 'file-1x');
  });

  it('tell pages as Markdown from others', () => {
    const ref = { kind: 'term', id: 'a-1' } as const;
    assert.deepEqual(entryOfUri(kept(markdownUri(ref))), ref);
    assert.equal(isMarkdownUri(markdownUri(ref)), true);
    assert.equal(isMarkdownUri(entryUri({ ...ref, title: 'A' })), false);
  });

  it('are no others', () => {
    for (const uri of [
      at('/IP4 Desk/term/A'),
      at('/IP4 Desk/term/A', 'nothing/a'),
      at('/IP4 Desk/term/A', 'term/a/b'),
      at('/term/A', 'term/a'),
      at('/source/IP4 Desk/A'),
      at('/markdown/__proto__/a.md'),
      vscode.Uri.file('/term/a.md'),
      vscode.Uri.file('/source/a/b.txt'),
    ]) {
      assert.equal(entryOfUri(uri), undefined, uri.toString());
      assert.equal(sourceOfUri(uri), undefined, uri.toString());
    }
  });
});
