import type { CitedText } from '../../core/citation/citable';
import { citeEntry } from '../../core/citation/citedEntry';
import type { Deps } from '../deps';
import { findPassages, printedPlaces } from '../passages';
import type { SourceTarget } from '../targets';
import { isEntryRef } from '../../host/uris';
import type { CitableRef } from './citableRef';

/**
 * What the arguments of a command are to be cited as: passages and selections with the words of
 * their sources, entries of packs as digests of theirs. Left out is what is not there any more and
 * what no source says. Words may be empty: where a document is meant, but none of its passages.
 */
export async function citedTexts(
  deps: Pick<Deps, 'desk' | 'library' | 'log' | 'targets'>,
  args: readonly unknown[],
): Promise<readonly CitedText[]> {
  const { targets } = deps;
  const given = await targets.resolve(args);
  const refs = [...(await targets.sources(given)), ...(await targets.all(given))];
  const texts = await Promise.all(refs.map((ref) => citedTextsOf(deps, ref)));
  return texts.flat();
}

async function citedTextsOf(
  deps: Pick<Deps, 'desk' | 'library' | 'log'>,
  ref: CitableRef,
): Promise<readonly CitedText[]> {
  if (isEntryRef(ref)) {
    return citeEntry(await deps.desk.catalog(), ref);
  }
  const cited = await citedPassages(deps, ref);
  return cited === undefined ? [] : [cited];
}

/**
 * What one thing is to be cited as where there is place for one citation: of an entry, what its first
 * source says. `undefined` when it is not there any more, or no source says it.
 */
export async function citedText(
  deps: Pick<Deps, 'desk' | 'library' | 'log'>,
  ref: CitableRef,
): Promise<CitedText | undefined> {
  return (await citedTextsOf(deps, ref))[0];
}

async function citedPassages(
  { library, log }: Pick<Deps, 'library' | 'log'>,
  target: SourceTarget,
): Promise<CitedText | undefined> {
  await library.start();
  const { read } = target;
  if (read !== undefined) {
    const source = library.get(target.source)?.citation;
    return source && { text: read.text, source, locators: read.places };
  }
  const found = await findPassages(library, target);
  if (found === undefined) {
    return undefined;
  }
  const { text, source } = found;
  return { text, source: source.citation, locators: await printedPlaces(found, log) };
}
