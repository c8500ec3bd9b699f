import assert from 'node:assert/strict';
import { mentionsNode } from '../../../../src/features/explorer/mentionNodes';
import { TreeNode } from '../../../../src/host/tree/treeNode';
import type { FileMentions } from '../../../../src/workspace/terms/mentions';
import { english } from '../../../support/localizer';

function file(kind: FileMentions['kind'], label: string, count: number): FileMentions {
  const ranges = Array.from({ length: count }, (_, line) => ({ start: { line } }));
  const uri = { toString: () => `file:///${label}` };
  return { kind, label, uri, ranges } as unknown as FileMentions;
}

function nodeOf(...files: readonly FileMentions[]): TreeNode {
  return new TreeNode(mentionsNode(english, () => Promise.resolve(files)));
}

describe('the node of mentions', () => {
  it('knows nothing before it is opened', () => {
    const node = nodeOf(file('note', 'a.md', 1));
    assert.equal(node.isUnknown, true);
    assert.deepEqual(node.children, []);
    assert.equal(node.shown.description, undefined);
    assert.equal(node.shown.spoken, 'Mentions, in notes and sources');
  });

  it('shows how often each file mentions the term, and all together', async () => {
    const node = nodeOf(file('note', 'a.md', 3), file('source', 'Survey', 1));
    await node.find();
    assert.equal(node.isUnknown, false);
    assert.equal(node.shown.description, '4');
    assert.equal(node.shown.spoken, 'Mentions, 4 in 2 files');
    assert.deepEqual(
      node.children.map(({ spec }) => [spec.label, spec.description, spec.spoken]),
      [
        ['a.md', '3', 'a.md, note, 3 mentions'],
        ['Survey', '1', 'Survey, source, 1 mention'],
      ],
    );
    assert.notEqual(node.children[0]?.spec.icon, node.children[1]?.spec.icon);
    assert.ok(node.children.every(({ parent }) => parent === node));
  });

  it('opens a file at its first mention', async () => {
    const mentioned = file('note', 'a.md', 2);
    const node = nodeOf(mentioned);
    await node.find();
    assert.deepEqual(node.children[0]?.spec.opens, {
      uri: mentioned.uri,
      range: mentioned.ranges[0],
    });
  });

  it('says so when there are none', async () => {
    const node = nodeOf();
    await node.find();
    assert.deepEqual(
      node.children.map(({ spec }) => spec.label),
      ['None in your notes and sources'],
    );
    assert.equal(node.shown.description, '0');
  });

  it('is found anew with other nodes below', async () => {
    let count = 1;
    const node = new TreeNode(
      mentionsNode(english, () => Promise.resolve([file('note', `${count}.md`, count)])),
    );
    await node.find();
    count = 2;
    await node.find();
    assert.deepEqual(
      node.children.map(({ spec }) => [spec.label, spec.description]),
      [['2.md', '2']],
    );
    assert.equal(node.shown.description, '2');
  });
});
