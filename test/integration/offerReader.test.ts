import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ASKED_KEY, offerReader } from '../../src/features/pages/original/offerReader';

const SECTION = 'workbench.editorAssociations';

/** A memento of its own, and what `offerReader` asks while it is answered so. */
async function asked(state: Map<string, unknown>, answer: string | undefined): Promise<number> {
  const { window } = vscode;
  const { showInformationMessage } = window;
  const memento: vscode.Memento = {
    keys: () => [...state.keys()],
    get: (key: string) => state.get(key) as never,
    update: (key, value) => {
      state.set(key, value);
      return Promise.resolve();
    },
  };
  let count = 0;
  try {
    (window as { showInformationMessage: unknown }).showInformationMessage = (
      _text: string,
      _options: unknown,
      ...items: readonly vscode.MessageItem[]
    ) => {
      count += 1;
      return Promise.resolve(items.find(({ title }) => title === answer));
    };
    await offerReader(memento);
  } finally {
    window.showInformationMessage = showInformationMessage;
  }
  return count;
}

describe('the question whether PDFs open in the reader', () => {
  const associations = () =>
    vscode.workspace.getConfiguration().inspect<Record<string, string>>(SECTION)?.globalValue;

  afterEach(() =>
    vscode.workspace
      .getConfiguration()
      .update(SECTION, undefined, vscode.ConfigurationTarget.Global),
  );

  for (const answer of ['No', undefined]) {
    it(`is asked once, whose answer is ${answer ?? 'none'}`, async () => {
      const state = new Map<string, unknown>();
      assert.equal(await asked(state, answer), 1);
      assert.equal(await asked(state, answer), 0);
      assert.equal(state.get(ASKED_KEY), true);
      assert.equal(associations(), undefined);
    });
  }

  it('writes a yes beside what the user has', async () => {
    const own = { '*.svg': 'default' };
    await vscode.workspace
      .getConfiguration()
      .update(SECTION, own, vscode.ConfigurationTarget.Global);
    assert.equal(await asked(new Map(), 'Open PDFs in IP4 Desk'), 1);
    assert.deepEqual(associations(), { ...own, '*.pdf': 'ip4Desk.pdf' });
    // Who has said how PDFs open is not asked.
    assert.equal(await asked(new Map(), 'No'), 0);
  });
});
