import assert from 'node:assert/strict';
import { changedNodes } from '../../../../src/host/tree/changedNodes';
import { TreeNode, type NodeSpec } from '../../../../src/host/tree/treeNode';

function spec(label: string, more: Partial<NodeSpec> = {}): NodeSpec {
  return { key: label, label, icon: 'tag', spoken: label, context: [], ...more };
}

/** A tree as it is at first, with the second level of `open` known. */
function shown(specs: readonly NodeSpec[]): readonly TreeNode[] {
  return specs.map((one) => new TreeNode(one));
}

describe('what of a tree has changed', () => {
  const below = (...labels: readonly string[]) => ({
    children: () => labels.map((one) => spec(one)),
  });
  const names = (change: ReturnType<typeof changedNodes>) =>
    change === 'everything' ? change : change.map(({ id }) => id);

  it('is nothing where the same is to be seen, and what is opened later is new', () => {
    const nodes = shown([spec('a', below('old')), spec('b')]);
    assert.deepEqual(names(changedNodes(nodes, [spec('a', below('new')), spec('b')])), []);
    assert.deepEqual(
      nodes[0]?.children.map(({ id }) => id),
      ['a/new'],
    );
  });

  it('is a node that says something else, or has something below now', () => {
    const nodes = shown([spec('a'), spec('b'), spec('c')]);
    const next = [spec('a', { description: '3' }), spec('b'), spec('c', below('x'))];
    assert.deepEqual(names(changedNodes(nodes, next)), ['a', 'c']);
    assert.equal(nodes[0]?.shown.description, '3');
  });

  it('is the topmost node of which others are below, and no more', () => {
    const nodes = shown([spec('a', below('x', 'y')), spec('b', below('z'))]);
    const kept = nodes.map(({ children }) => children);
    const next = [
      spec('a', { children: () => [spec('x'), spec('y', { description: '1' })] }),
      spec('b', below('z', 'new')),
    ];
    assert.deepEqual(names(changedNodes(nodes, next)), ['a/y', 'b']);
    assert.equal(nodes[0]?.children[1], kept[0]?.[1]);
    assert.deepEqual(
      nodes[1]?.children.map(({ id }) => id),
      ['b/z', 'b/new'],
    );
  });

  it('is everything where nodes come, go or change places', () => {
    for (const next of [['a'], ['b', 'a'], ['a', 'b', 'c']]) {
      const nodes = shown([spec('a'), spec('b')]);
      assert.equal(
        changedNodes(
          nodes,
          next.map((one) => spec(one)),
        ),
        'everything',
      );
    }
  });
});
