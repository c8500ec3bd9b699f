import assert from 'node:assert/strict';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { diskFiles } from '../../src/host/diskFiles';
import { FileChanged, openRanged } from '../../src/host/rangedFile';

/** On Windows they take a right that few have; the names mean nothing there. */
const HAS_LINKS = process.platform !== 'win32';

const NAMES = [
  'file.txt',
  'folder',
  'to-file',
  'to-folder',
  'to-nothing',
  'nothing',
  'file.txt/in',
];

type Answer = { readonly value: unknown } | { readonly code: unknown };

/** What a call gives, or the editor's name of its error. */
async function answerOf(call: () => Thenable<unknown>): Promise<Answer> {
  try {
    return { value: await call() };
  } catch (error) {
    assert.ok(error instanceof vscode.FileSystemError, String(error));
    return { code: error.code };
  }
}

describe('diskFiles', () => {
  let base: vscode.Uri;

  before(async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    base = vscode.Uri.joinPath(folder.uri, '..', 'disk-files');
    await mkdir(join(base.fsPath, 'folder'), { recursive: true });
    await writeFile(join(base.fsPath, 'file.txt'), 'A lamp.');
    if (HAS_LINKS) {
      await symlink('file.txt', join(base.fsPath, 'to-file'));
      await symlink('folder', join(base.fsPath, 'to-folder'));
      await symlink('nowhere', join(base.fsPath, 'to-nothing'));
    }
  });

  after(() => vscode.workspace.fs.delete(base, { recursive: true }));

  for (const name of NAMES) {
    it(`say of ${name} what the editor says`, async () => {
      const uri = vscode.Uri.joinPath(base, name);
      const { fs } = vscode.workspace;
      const stat = await answerOf(() => diskFiles.stat(uri));
      assert.deepEqual(stat, withoutPermissions(await answerOf(() => fs.stat(uri))));
      assert.deepEqual(
        await answerOf(() => diskFiles.readFile(uri)),
        await answerOf(() => fs.readFile(uri)),
      );
      assert.deepEqual(
        sorted(await answerOf(() => diskFiles.readDirectory(uri))),
        sorted(await answerOf(() => fs.readDirectory(uri))),
      );
    });
  }

  it('list a folder as the editor does', async () => {
    assert.deepEqual(
      sorted(await answerOf(() => diskFiles.readDirectory(base))),
      sorted(await answerOf(() => vscode.workspace.fs.readDirectory(base))),
    );
  });

  it('give parts of a file, as long as it is the same', async () => {
    const uri = vscode.Uri.joinPath(base, 'parts.txt');
    await writeFile(uri.fsPath, 'Many lamps.');
    const file = await openRanged(uri);
    const part = async (begin: number, end: number) =>
      new TextDecoder().decode(await file.read(begin, end));
    assert.equal(file.size, 11);
    assert.equal(await part(5, 10), 'lamps');
    assert.equal(await part(5, 100), 'lamps.');
    await writeFile(uri.fsPath, 'Many more lamps.');
    await assert.rejects(file.read(5, 10), FileChanged);
  });

  it('give parts of what lies elsewhere', async () => {
    const files = new Map([['/a.txt', new TextEncoder().encode('Many lamps.')]]);
    const registered = vscode.workspace.registerFileSystemProvider('elsewhere', {
      onDidChangeFile: () => ({ dispose: () => undefined }),
      watch: () => ({ dispose: () => undefined }),
      stat: ({ path }) => ({
        type: vscode.FileType.File,
        ctime: 0,
        mtime: 0,
        size: files.get(path)?.length ?? 0,
      }),
      readFile: ({ path }) => files.get(path) ?? new Uint8Array(),
      readDirectory: () => [],
      createDirectory: () => undefined,
      writeFile: () => undefined,
      delete: () => undefined,
      rename: () => undefined,
    });
    try {
      const file = await openRanged(vscode.Uri.from({ scheme: 'elsewhere', path: '/a.txt' }));
      assert.equal(new TextDecoder().decode(await file.read(5, 10)), 'lamps');
    } finally {
      registered.dispose();
    }
  });
});

/** Whether a file may be changed is asked of the editor. */
function withoutPermissions(answer: Answer): Answer {
  if (!('value' in answer)) {
    return answer;
  }
  const { type, ctime, mtime, size } = answer.value as vscode.FileStat;
  return { value: { type, ctime, mtime, size } };
}

function sorted(answer: Answer): Answer {
  return 'value' in answer ? { value: [...(answer.value as [string, number][])].sort() } : answer;
}
