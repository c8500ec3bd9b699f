import assert from 'node:assert/strict';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { diskFiles } from '../../src/host/diskFiles';

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
