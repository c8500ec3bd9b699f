import { loadPart } from '../../../host/loadPart';
import type { Log } from '../../../host/surfaces/log';
import type { Library } from '../../../workspace/library/library';

/** The id of the first passage at a place that a citation names; `undefined` when there is none. */
export async function passageAtLocator(
  library: Pick<Library, 'document'>,
  log: Log,
  source: string,
  locator: string,
): Promise<string | undefined> {
  const document = await library.document(source);
  if (document === undefined) {
    return undefined;
  }
  const { passagesAt } = await loadPart(log, () => import('../../../core/library/locators'));
  return passagesAt(document, locator)[0]?.id;
}
