import { itemAt } from './defined';
/**
 * Does something with each item, with so many at a time: enough to hide the way to another process,
 * few enough not to flood it. Rejects with the first that rejects.
 */
export async function concurrently<T>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      await work(itemAt(items, next++));
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
}
