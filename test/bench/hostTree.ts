import { Views } from '../../src/host/ids';
import { activated, report } from './host';
import { timed } from './measurement';

/** Measures, in a fresh extension host, what the sidebar waits for. */
export async function run(): Promise<void> {
  const { loading, activation, trees } = await activated();
  const topics = trees.get(Views.topics);
  const roots = await timed(() => topics?.getChildren());
  const children = await timed(() => topics?.getChildren(roots.result?.[0]));
  if (!children.result?.length) {
    throw new Error('The topics are empty.');
  }
  await report([
    { name: 'activation: time in activate', value: activation, unit: 'ms' },
    { name: 'activation: running the bundle before', value: loading, unit: 'ms' },
    { name: 'tree: first level, nothing loaded before', value: roots.ms, unit: 'ms' },
    { name: 'tree: first expansion', value: children.ms, unit: 'ms' },
  ]);
}
