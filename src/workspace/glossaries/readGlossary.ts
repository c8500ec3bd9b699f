import { unread, type Glossary } from '../../core/glossary/glossary';
import { TooCostly, type Parsing } from '../parsing/parsing';

/**
 * Reads the text of a glossary. One that takes too much time or memory has no entries, and a problem
 * that says so.
 *
 * @param onTooCostly called with the reason then, for people, in English
 */
export async function readGlossary(
  parsing: Parsing,
  text: string,
  onTooCostly: (reason: string) => void = () => undefined,
): Promise<Glossary> {
  try {
    return await parsing.run('glossary', text);
  } catch (error) {
    if (!(error instanceof TooCostly)) {
      throw error;
    }
    onTooCostly(error.message);
    return unread('tooCostly');
  }
}
