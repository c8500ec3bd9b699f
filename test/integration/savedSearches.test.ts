import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SavedSearch } from '../../src/core/search/savedSearches';
import { SavedSearches, SearchesRefused } from '../../src/workspace/searches/savedSearches';
import { Commands } from '../../src/host/ids';
import { ANYWHERE } from '../support/anywhere';
import { memoryState } from '../support/memoryState';
import { waitFor } from '../support/waitFor';
import { extension } from './extension';

const { fs } = vscode.workspace;
const JAPAN: SavedSearch = { name: 'Japan on cyber', query: 'cyber partner:japan' };

describe('saved searches', () => {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  let searches: SavedSearches;
  let file: vscode.Uri;

  before(() => extension().activate());

  beforeEach(() => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    file = vscode.Uri.joinPath(folder.uri, '.ip4desk', 'searches.json');
    searches = new SavedSearches(ANYWHERE, memoryState(), log);
  });

  afterEach(async () => {
    searches.dispose();
    await fs.delete(vscode.Uri.joinPath(file, '..'), { recursive: true }).then(undefined, () => {
      // A test has made none.
    });
  });

  const listed = async () =>
    (await searches.all()).flatMap((list) => list.searches.map(({ name }) => name));
  const keyOf = async (): Promise<string> => (await searches.all())[0]?.key ?? '';
  const write = (text: string) => fs.writeFile(file, new TextEncoder().encode(text));
  const read = async () => new TextDecoder().decode(await fs.readFile(file));

  it('are kept in a file of the folder, renamed, removed and put back', async () => {
    assert.deepEqual(await listed(), []);
    await searches.add(await keyOf(), JAPAN);
    assert.deepEqual(JSON.parse(await read()), { searches: [JAPAN] });
    await searches.rename(await keyOf(), JAPAN, 'Tokyo');
    assert.deepEqual(await listed(), ['Tokyo']);
    const full = await read();
    const removal = await searches.remove(await keyOf(), { ...JAPAN, name: 'Tokyo' });
    assert.deepEqual(await listed(), []);
    await searches.restore(removal);
    assert.equal(await read(), full);
  });

  it('follow the file', async () => {
    await searches.add(await keyOf(), JAPAN);
    await write('{"searches":[{"query":"from elsewhere"},{"query":7}]}');
    await waitFor('the other search', async () => (await listed())[0] === 'from elsewhere');
    const [list] = await searches.all();
    assert.deepEqual(list?.problems, [{ kind: 'search', at: 1, field: 'query', why: 'type' }]);
  });

  it('are saved by a command, which asks for a name', async () => {
    let isDone = false;
    const { executeCommand } = vscode.commands;
    const saving = executeCommand(Commands.saveSearch, { query: 'cyber ' }).then(
      () => (isDone = true),
    );
    await waitFor('the end', async () => {
      await executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isDone;
    });
    await saving;
    assert.deepEqual(JSON.parse(await read()), { searches: [{ name: 'cyber', query: 'cyber' }] });
  });

  it('leave a broken file alone', async () => {
    await fs.createDirectory(vscode.Uri.joinPath(file, '..'));
    await write('{"searches": [');
    await assert.rejects(searches.add(await keyOf(), JAPAN), SearchesRefused);
    assert.equal(await read(), '{"searches": [');
  });
});
