import { nodeWays } from '../../src/worker/nodeWays';
import { endlessMarkdown, jobOf } from './extractionJobs';

// Has a file read that takes minutes, and says in which process; whoever starts this ends it.

const [, , extractor = '', watch = ''] = process.argv;
const [way] = nodeWays({ extractor, watch });
void way
  ?.start(
    { memoryMB: 4_000, heapMB: 4_000 },
    { onResponse: () => undefined, onResident: () => undefined, onEnd: () => undefined },
  )
  .then((running) => {
    running.post(jobOf('/a.md', endlessMarkdown()));
    process.stdout.write(`${running.pid}\n`);
  });
