import { resolve } from 'node:path';
import { pathToFileURL, fileURLToPath } from 'node:url';
import { gatherImports, type GlossaryFile } from '../core/glossary/imports';
import { parseGlossary } from '../core/glossary/parse';
import { glossaryName, placeKey, type Place } from '../core/paths/place';
import { type KnownTerm, knownTermsOfContext } from '../core/terms/knownTerm';
import { problemMessage } from '../core/glossary/problemMessage';
import { english } from './english';

/** Terms of glossaries, and what is wrong with the files. */
export interface ReadGlossaries {
  readonly terms: readonly KnownTerm[];
  /** A line each: `file:line:column: message`. */
  readonly problems: readonly string[];
}

/**
 * Reads glossaries and what they import, in the order given. They are named for one note, as in its
 * front matter, so that they hold in it wherever it lies.
 *
 * @param readText rejects for a file that cannot be read
 */
export async function readGlossaries(
  paths: readonly string[],
  readText: (path: string) => Promise<string>,
): Promise<ReadGlossaries> {
  const terms: KnownTerm[] = [];
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const path of paths) {
    const text = await readText(path);
    const glossary = { uri: placeOf(path), glossary: parseGlossary(text), path };
    const gathered = await gatherImports<GlossaryFile & { readonly path: string }>(
      glossary,
      async (place) => {
        const imported = fileURLToPath(`file://${place.path}`);
        const content = await readText(imported).catch(() => undefined);
        return content === undefined
          ? undefined
          : { uri: place, glossary: parseGlossary(content), path: imported };
      },
    );
    for (const problem of [...glossary.glossary.problems, ...gathered.problems]) {
      const before = text.slice(0, problem.span.start).split('\n');
      const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
      problems.push(`${path}:${place}: ${problemMessage(problem, english)}`);
    }
    for (const file of gathered.files.filter(({ uri }) => !seen.has(placeKey(uri)))) {
      seen.add(placeKey(file.uri));
      const counts = new Map<string, number>();
      for (const context of file.glossary.contexts) {
        const label = context.name ?? glossaryName(file.path);
        terms.push(...knownTermsOfContext(file.path, label, context, counts));
      }
    }
  }
  return { terms, problems };
}

function placeOf(path: string): Place {
  const { pathname } = pathToFileURL(resolve(path));
  return { scheme: 'file', authority: '', path: pathname };
}
