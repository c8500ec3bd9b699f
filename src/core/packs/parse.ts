import type { Pack, PackId, PackInfo } from '../model';
import { readEntries, readObject, type FileContent, type Report } from './entries';
import { quote } from './jsonPath';
import { ENTRY_FILES, type ListedKind } from './packFiles';
import { INFO_FILE, PACK_FILES, packInfoOf } from './packLists';
import { ProblemList, type PackProblem } from './problem';
import { resolveReferences } from './references';
import { isPackInfo } from './validators.generated';
import { describeViolations } from './violations';

export interface ParsedPack {
  /**
   * Everything sound in the files: ids are unique among entries of a kind and every reference
   * resolves within the pack. `undefined` when no file can be read, or another pack has its id.
   */
  readonly pack: Pack | undefined;
  readonly problems: readonly PackProblem[];
}

/**
 * Makes a pack of its files. Never throws, whatever the files hold: a bad entry is a problem and is
 * left out, and the rest is there.
 * @param folder the pack's folder as it is to stand in problems; it names the pack if `pack.json`
 *   does not
 * @param files contents by file name, such as `terms.json`; a name that is absent is a missing file
 * @param earlier packs whose ids are taken. An entry that has one of them is left out, and references
 *   to it with it, since the other pack may mean something else by that id
 */
export function parsePack(
  folder: string,
  files: ReadonlyMap<string, FileContent>,
  earlier: readonly Pack[] = [],
): ParsedPack {
  const contentOf = (name: string): FileContent =>
    files.get(name) ?? { failure: 'There is no such file.' };
  const info = contentOf(INFO_FILE);
  if (typeof info !== 'string' && PACK_FILES.every((name) => typeof contentOf(name) !== 'string')) {
    const message = `The pack cannot be read. ${info.failure}`;
    const remedy = 'Check that the folder is there and holds the files of a pack.';
    return { pack: undefined, problems: [{ file: folder, path: '$', message, remedy }] };
  }

  const problems = new ProblemList();
  const reportIn =
    (name: string): Report =>
    (problem) => {
      problems.add({ file: `${folder}/${name}`, ...problem });
    };
  const read = <K extends ListedKind>(kind: K) => {
    const { name, list } = ENTRY_FILES[kind];
    const taken = new Set(earlier.flatMap((pack) => pack[list].map(({ id }): string => id)));
    return readEntries(kind, contentOf(name), taken, reportIn(name));
  };
  const packInfo = readInfo(folder, info, reportIn(INFO_FILE));
  if (earlier.some((pack) => pack.info.id === packInfo.id)) {
    reportIn(INFO_FILE)({
      path: '$.id',
      message: `The pack is left out: another pack has the id ${quote(packInfo.id)}.`,
      remedy: 'Give it an id of its own, or remove it if it is the same pack.',
    });
    return { pack: undefined, problems: problems.toArray() };
  }
  const lists = resolveReferences(
    {
      source: read('source'),
      topic: read('topic'),
      partner: read('partner'),
      term: read('term'),
      excerpt: read('excerpt'),
      event: read('event'),
    },
    packInfo.asOf,
    (kind, problem) => {
      reportIn(ENTRY_FILES[kind].name)(problem);
    },
  );
  return { pack: { info: packInfo, ...lists }, problems: problems.toArray() };
}

/** What the pack says about itself, or a stand-in after its folder: a flaw there hides no entry. */
function readInfo(folder: string, content: FileContent, report: Report): PackInfo {
  const value = readObject(content, report);
  if (value !== undefined && isPackInfo(value)) {
    return packInfoOf(value);
  }
  for (const { path, message, remedy } of value
    ? describeViolations(isPackInfo.errors ?? [])
    : []) {
    report({
      path,
      message: `The pack goes by its folder's name: ${path.slice(2)} ${message}.`,
      remedy,
    });
  }
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  return { id: name as PackId, title: name, description: '', version: '0.0.0', language: 'en' };
}
