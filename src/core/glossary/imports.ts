import { MOST_PROBLEMS } from '../budgets';
import type { Glossary, GlossaryImport, GlossaryProblem, GlossaryProblemKind } from './glossary';
import { folderOf, placeKey, resolvePath, type Place } from '../paths/place';

/** A glossary with all that it imports. */
export interface GatheredGlossary<File> {
  /** The glossary itself, then what it imports, each file once, in the order of the imports. */
  readonly files: readonly File[];
  /** What is wrong with the glossary's own imports; those of imported files are problems of these. */
  readonly problems: readonly GlossaryProblem[];
}

/** A file that has been read. */
export interface GlossaryFile {
  readonly uri: Place;
  readonly glossary: Glossary;
}

/** Why a file may not be read that is there. */
export type ImportRefusal = 'outsideImport' | 'untrustedImport';

/** Far more than anybody has. What lies beyond is left out, as a file that leads to ever new ones. */
const MAX_FILES = 200;
/** Imports of one file that are followed, be the files there or not. */
const MAX_IMPORTS = 1000;
/** Files that are asked for on behalf of one glossary, be they there or not. */
const MAX_ASKED = 1000;
const MAX_DEPTH = 20;

/** An address, or what Windows takes for one: no other machine is asked for anything. */
const REMOTE = /^(?:[a-z][a-z\d+.-]+:|[\\/]{2})/i;

/**
 * Collects what a glossary imports, and what that imports. Paths are relative to the importing file
 * and may lead out of the workspace, if `read` lets them.
 *
 * @param read the file at a place; `undefined` when there is none or it cannot be read
 */
export async function gatherImports<File extends GlossaryFile>(
  glossary: File,
  read: (place: Place) => Promise<File | ImportRefusal | undefined>,
): Promise<GatheredGlossary<File>> {
  const gathering = new Gathering(glossary, read);
  await gathering.follow(glossary, 1);
  return { files: [...gathering.files.values()], problems: withClosing(gathering.problems) };
}

class Gathering<File extends GlossaryFile> {
  readonly files = new Map<string, File>();
  readonly problems: GlossaryProblem[] = [];
  private readonly start: string;
  private readonly missing = new Set<string>();

  constructor(
    private readonly glossary: File,
    private readonly read: (place: Place) => Promise<File | ImportRefusal | undefined>,
  ) {
    this.start = placeKey(glossary.uri);
    this.files.set(this.start, glossary);
  }

  /**
   * Adds what a file imports. Gives the problem that makes an import of that file one of the
   * glossary's own: it leads back to the glossary, or too far.
   */
  async follow(from: File, depth: number): Promise<'importCycle' | 'tooLarge' | undefined> {
    let leadsTo: 'importCycle' | 'tooLarge' | undefined;
    const { imports } = from.glossary;
    const surplus = imports[MAX_IMPORTS];
    for (const entry of imports.slice(0, MAX_IMPORTS)) {
      const kind = await this.add(from, entry, depth);
      if (kind !== undefined && from === this.glossary) {
        this.problems.push(problemOf(kind, entry));
      } else if (kind === 'importCycle' || kind === 'tooLarge') {
        leadsTo ??= kind;
      }
    }
    if (surplus !== undefined && from === this.glossary) {
      this.problems.push(problemOf('tooManyImports', { ...surplus, path: String(MAX_IMPORTS) }));
    }
    return leadsTo;
  }

  private async add(
    from: File,
    { path }: GlossaryImport,
    depth: number,
  ): Promise<GlossaryProblemKind | undefined> {
    if (REMOTE.test(path)) {
      return 'remoteImport';
    }
    const place = resolvePath(folderOf(from.uri), path);
    const key = placeKey(place);
    if (key === this.start) {
      return 'importCycle';
    }
    if (this.files.has(key)) {
      return undefined;
    }
    if (this.missing.has(key)) {
      return 'missingImport';
    }
    const isEnough =
      this.files.size >= MAX_FILES || this.files.size + this.missing.size >= MAX_ASKED;
    if (isEnough || depth > MAX_DEPTH) {
      return 'tooLarge';
    }
    const file = await this.read(place);
    if (file === undefined) {
      this.missing.add(key);
      return 'missingImport';
    }
    if (typeof file === 'string') {
      return file;
    }
    this.files.set(key, file);
    return this.follow(file, depth + 1);
  }
}

function problemOf(kind: GlossaryProblemKind, { path, span }: GlossaryImport): GlossaryProblem {
  // All files of a cycle are there, each once; what lies outside is there, too.
  const isWarning =
    kind === 'importCycle' || kind === 'outsideImport' || kind === 'untrustedImport';
  return { kind, severity: isWarning ? 'warning' : 'error', span, detail: path };
}

/** The problems that are told one by one, and one that stands for the others. */
function withClosing(problems: readonly GlossaryProblem[]): readonly GlossaryProblem[] {
  const first = problems[MOST_PROBLEMS];
  return first === undefined
    ? problems
    : [
        ...problems.slice(0, MOST_PROBLEMS),
        { ...first, kind: 'moreProblems', detail: String(problems.length - MOST_PROBLEMS) },
      ];
}
