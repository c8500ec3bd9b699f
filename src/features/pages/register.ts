import type { Deps } from '../../workspace/deps';
import { combined, type Disposable } from '../../util/dispose';
import { registerEntry } from './entry/registerEntry';
import { registerOriginal } from './original/registerOriginal';
import { registerPageLanguages } from './pageLanguages';
import { registerReading } from './reading/registerReading';

/** What is read: pages of entries, pages of source documents, and their original files. */
export function registerPages(deps: Deps): Disposable {
  return combined(
    registerEntry(deps),
    registerPageLanguages(deps.log),
    registerReading(deps),
    registerOriginal(deps),
  );
}
