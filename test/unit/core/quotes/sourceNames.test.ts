import assert from 'node:assert/strict';
import type { SourceId } from '../../../../src/core/model';
import { SourceNames } from '../../../../src/core/quotes/sourceNames';
import type { QuotableSource } from '../../../../src/core/quotes/quoteLibrary';

function sourceAt(path: string, otherPaths?: readonly string[]): QuotableSource {
  const id = path as SourceId;
  return { id, title: path, path, state: 'ready', authors: [], ...(otherPaths && { otherPaths }) };
}

describe('the path in a link or a bibliography', () => {
  const names = new SourceNames([
    sourceAt('sources/2024/report.pdf', ['shared/reports/annual.pdf', 'old/report.pdf']),
    sourceAt('sources/2023/report.pdf'),
  ]);
  for (const [target, expected] of [
    ['../sources/2024/report.pdf#page=3', 'sources/2024/report.pdf'],
    ['C:\\library\\2023\\report.pdf', 'sources/2023/report.pdf'],
    ['/srv/shared/reports/annual.pdf', 'sources/2024/report.pdf'],
    ['annual.pdf', 'sources/2024/report.pdf'],
    ['old/report.pdf', 'sources/2024/report.pdf'],
    // It may be either.
    ['report.pdf', undefined],
    ['other.pdf', undefined],
  ] as const) {
    it(`${target} is that of ${expected ?? 'none'}`, () => {
      assert.deepEqual(names.ofTarget(target), expected === undefined ? [] : [expected]);
    });
  }
});
