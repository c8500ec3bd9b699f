import { findDateFlaw } from './dateFlaws';
import { isObject } from '../../util/shape';
import { findExcess } from './excess';
import { childPath, quote } from './jsonPath';
import { findSyntaxFlaw } from './jsonSyntax';
import { ENTRY_FILES, type ListedKind, type ListedTypes } from './packFiles';
import type { PackProblem } from './problem';
import { describeViolations, typeOf, type DescribedViolation } from './violations';

/** In UTF-16 units. A file that is longer is not parsed: it would stall the editor. */
const MAX_FILE_LENGTH = 32 * 1024 * 1024;

/** A file that lists more entries is refused, for the same reason. */
const MAX_ENTRIES = 100_000;

/** A file's text, or why there is none, as a sentence. */
export type FileContent = string | { readonly failure: string };

/** An entry and where its file has it. */
export interface Located<T> {
  readonly entry: T;
  readonly path: string;
}

/** Where a reader tells of problems in its file. */
export type Report = (problem: Omit<PackProblem, 'file'>) => void;

/**
 * Parses a file that must hold an object. Whatever is wrong with the file as a whole is one problem,
 * and the result `undefined`.
 */
export function readObject(
  content: FileContent,
  report: Report,
): Readonly<Record<string, unknown>> | undefined {
  const refuse = (message: string, remedy: string): void => {
    report({
      path: '$',
      message: `${message} Nothing of it is loaded, nor what needs it.`,
      remedy,
    });
  };
  if (typeof content !== 'string') {
    refuse(`The file cannot be read. ${content.failure}`, 'Check that it is there.');
    return undefined;
  }
  if (content.length > MAX_FILE_LENGTH) {
    refuse(
      `The file is longer than ${MAX_FILE_LENGTH / 1024 / 1024} MB.`,
      'Split it into several packs.',
    );
    return undefined;
  }
  const text = content.replace(/^\uFEFF/, '');
  if (text.trim() === '') {
    refuse('The file is empty.', 'Restore it, or remove it together with its pack.');
    return undefined;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const flaw = findSyntaxFlaw(text);
    refuse(
      flaw
        ? `The file is not valid JSON: at line ${flaw.line}, column ${flaw.column} there should be ${flaw.expected}.`
        : 'The file is not valid JSON.',
      'Mend it there; VS Code underlines such places.',
    );
    return undefined;
  }
  if (!isObject(value)) {
    refuse(`The file holds ${typeOf(value)}, not an object.`, 'Wrap it in { … }.');
    return undefined;
  }
  return value;
}

/** What a file that lists entries holds. */
export interface ReadList<T> {
  readonly entries: readonly Located<T>[];
  /** The ids of entries that are left out, as far as they have one; each has been told of. */
  readonly leftOut: ReadonlySet<string>;
}

/**
 * Reads the file that lists entries of `kind`, each validated by itself.
 * @param taken ids that other packs have given to entries of this kind
 * @returns `undefined` when the file as a whole is of no use
 */
export function readEntries<K extends ListedKind>(
  kind: K,
  content: FileContent,
  taken: ReadonlySet<string>,
  report: Report,
): ReadList<ListedTypes[K]> | undefined {
  const file = readObject(content, report);
  if (file === undefined) {
    return undefined;
  }
  const { list } = ENTRY_FILES[kind];
  for (const key of Object.keys(file)) {
    if (key !== list && key !== '$schema') {
      report({
        path: childPath('$', key),
        message: `The field ${quote(key)} is not known and is ignored.`,
        remedy: `Remove it; entries belong in "${list}".`,
      });
    }
  }
  const values = file[list];
  if (!Array.isArray(values)) {
    report({
      path: `$.${list}`,
      message:
        values === undefined
          ? `"${list}" is missing. Nothing of the file is loaded, nor what needs it.`
          : `"${list}" must be a list, not ${typeOf(values)}. Nothing of the file is loaded, nor what needs it.`,
      remedy: `Put the entries into "${list}": [ … ].`,
    });
    return undefined;
  }
  if (values.length > MAX_ENTRIES) {
    report({
      path: `$.${list}`,
      message: `"${list}" has more than ${MAX_ENTRIES} entries. Nothing of the file is loaded, nor what needs it.`,
      remedy: 'Split it into several packs.',
    });
    return undefined;
  }
  const entries = new Map<string, Located<ListedTypes[K]>>();
  const leftOut = new Set<string>();
  values.forEach((value: unknown, index) => {
    const path = childPath(`$.${list}`, index);
    const refuse = (flaw: DescribedViolation): void => {
      const where = flaw.path === '$' ? 'it' : quote(flaw.path.slice('$.'.length));
      report({
        path: path + flaw.path.slice('$'.length),
        message: `${brokenEntryName(kind, value)} is left out: ${where} ${flaw.message}.`,
        remedy: flaw.remedy,
      });
    };
    const entry = validate(kind, value, refuse);
    if (entry === undefined) {
      const id = idOf(value);
      if (id !== undefined) {
        leftOut.add(id);
      }
    } else if (entries.has(entry.id) || taken.has(entry.id)) {
      leftOut.add(entry.id);
      refuse({
        path: '$.id',
        message: entries.has(entry.id) ? 'is taken by an entry above' : 'is taken by another pack',
        remedy: 'Give it an id of its own, or remove it if it is the same thing.',
      });
    } else {
      entries.set(entry.id, { entry, path });
    }
  });
  return { entries: [...entries.values()], leftOut };
}

function validate<K extends ListedKind>(
  kind: K,
  value: unknown,
  refuse: (flaw: DescribedViolation) => void,
): ListedTypes[K] | undefined {
  const { isValid, datesOf } = ENTRY_FILES[kind];
  const excess = findExcess(value);
  if (excess !== undefined) {
    refuse(excess);
    return undefined;
  }
  if (!isValid(value)) {
    describeViolations(isValid.errors ?? []).forEach(refuse);
    return undefined;
  }
  const flaws = datesOf(value).flatMap(({ path, date }) => {
    const flaw = findDateFlaw(date);
    return flaw ? [{ ...flaw, path: childPath(path, flaw.field) }] : [];
  });
  flaws.forEach(refuse);
  return flaws.length === 0 ? value : undefined;
}

/** What a message calls an entry that may be broken in any way. */
export function brokenEntryName(kind: ListedKind, value: unknown): string {
  const id = idOf(value);
  return id === undefined ? `This ${kind}` : `The ${kind} ${quote(id)}`;
}

function idOf(value: unknown): string | undefined {
  const id = isObject(value) ? value['id'] : undefined;
  return typeof id === 'string' ? id : undefined;
}
