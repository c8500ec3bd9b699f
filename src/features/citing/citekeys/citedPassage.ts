import { passagesAt } from '../../../core/library/locators';
import type { Library } from '../../../workspace/library/library';

/** The id of the first passage at a place that a citation names; `undefined` when there is none. */
export async function passageAtLocator(
  library: Pick<Library, 'document'>,
  source: string,
  locator: string,
): Promise<string | undefined> {
  const document = await library.document(source);
  return document && passagesAt(document, locator)[0]?.id;
}
