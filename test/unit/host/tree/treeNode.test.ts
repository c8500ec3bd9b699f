import assert from 'node:assert/strict';
import { type NodeSpec, TreeNode, updateNodes } from '../../../../src/host/tree/treeNode';

function spec(key: string, more: Partial<NodeSpec> = {}): NodeSpec {
  return { key, label: key, spoken: key, context: [], ...more };
}

describe('a node of a tree', () => {
  it('makes its children once, when they are first asked for', () => {
    let made = 0;
    const node = new TreeNode(spec('a', { children: () => [spec(`b${++made}`)] }));
    assert.deepEqual(node.knownChildren, []);
    assert.deepEqual(
      node.children.map(({ id }) => id),
      ['a/b1'],
    );
    assert.equal(node.children, node.knownChildren);
    assert.equal(made, 1);
  });

  it('finds its children once for all who open it together', async () => {
    let asked = 0;
    const find = () => Promise.resolve({ children: [spec(`b${++asked}`)] });
    const node = new TreeNode(spec('a', { find }));
    const [one, other] = await Promise.all([node.load(), node.load()]);
    assert.equal(one, other);
    assert.equal(asked, 1);
    assert.equal(node.shown, node.spec);
  });

  it('tries again when its children could not be found', async () => {
    let asked = 0;
    const find = () =>
      asked++ === 0
        ? Promise.reject(new Error('Away'))
        : Promise.resolve({ children: [spec('b')] });
    const node = new TreeNode(spec('a', { find }));
    await assert.rejects(node.load(), /Away/);
    assert.equal(node.isUnknown, true);
    assert.equal((await node.load()).length, 1);
  });

  it('takes no notice of a search that began before another', async () => {
    const ends: ((children: readonly NodeSpec[]) => void)[] = [];
    const find = () =>
      new Promise<{ readonly children: readonly NodeSpec[] }>((resolve) =>
        ends.push((children) => resolve({ children })),
      );
    const node = new TreeNode(spec('a', { find }));
    const searches = [node.find(), node.find()];
    ends[1]?.([spec('new')]);
    ends[0]?.([spec('old')]);
    await Promise.all(searches);
    assert.deepEqual(
      node.children.map(({ id }) => id),
      ['a/new'],
    );
  });

  it('keeps the nodes below for what is still there when it shows something else', () => {
    const node = new TreeNode(spec('a', { children: () => [spec('b'), spec('c')] }));
    const [b] = node.children;
    node.show(spec('a', { children: () => [spec('d'), spec('b', { label: 'B' })] }));
    const [, after] = node.children;
    assert.equal(after, b);
    assert.equal(after?.spec.label, 'B');
  });

  it('is kept at the top of a tree, too', () => {
    const [a] = updateNodes([], [spec('a')]);
    const [, after] = updateNodes(a ? [a] : [], [spec('b'), spec('a')]);
    assert.equal(after, a);
  });
});
