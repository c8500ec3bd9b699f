import type { ExtractionWay } from './extractionWorker';
import { startProcess, type ExtractorBundles } from './startProcess';
import { startThread } from './startThread';

/** The ways to read sources where there is Node. */
export function nodeWays(bundles: ExtractorBundles): readonly ExtractionWay[] {
  return [
    {
      name: 'a process of its own',
      start: (limits, listener) => startProcess(bundles, limits, listener),
    },
    {
      name: 'a thread',
      // A constructor that throws rejects.
      start: async (limits, listener) =>
        Promise.resolve(startThread(bundles.extractor, limits, listener)),
    },
  ];
}
