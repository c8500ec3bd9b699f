/** Why the operating system refuses a file or a folder, as far as people can do something about it. */
export type FileFault =
  /** It is not there, or not any more. */
  | 'gone'
  /** The user may not do it. */
  | 'permission'
  /** A folder stands where a file was expected. */
  | 'isFolder'
  /** A file stands where a folder was expected. */
  | 'notFolder'
  /** Too many files are open. */
  | 'tooManyOpen'
  /** There is no room left, on the disk or in what the user may take of it. */
  | 'diskFull'
  /** The disk can be read and not written. */
  | 'readOnly'
  /** Another program holds the file. */
  | 'busy'
  /** The name is longer than the disk takes. */
  | 'nameTooLong'
  /** The disk fails, or the computer that has it does not answer. */
  | 'unreachable';

/** By Node's names of errors, and by those of the editor's file systems. */
const FAULTS: ReadonlyMap<string, FileFault> = new Map([
  ['ENOENT', 'gone'],
  ['EntryNotFound', 'gone'],
  ['FileNotFound', 'gone'],
  ['EACCES', 'permission'],
  ['EPERM', 'permission'],
  ['NoPermissions', 'permission'],
  ['EISDIR', 'isFolder'],
  ['FileIsADirectory', 'isFolder'],
  ['ENOTDIR', 'notFolder'],
  ['FileNotADirectory', 'notFolder'],
  ['EMFILE', 'tooManyOpen'],
  ['ENFILE', 'tooManyOpen'],
  ['ENOSPC', 'diskFull'],
  ['EDQUOT', 'diskFull'],
  ['EROFS', 'readOnly'],
  ['EBUSY', 'busy'],
  ['ETXTBSY', 'busy'],
  ['ENAMETOOLONG', 'nameTooLong'],
  ['EIO', 'unreachable'],
  ['ESTALE', 'unreachable'],
  ['ETIMEDOUT', 'unreachable'],
  ['EHOSTDOWN', 'unreachable'],
  ['EHOSTUNREACH', 'unreachable'],
  ['ENETDOWN', 'unreachable'],
  ['ENETUNREACH', 'unreachable'],
  ['Unavailable', 'unreachable'],
]);

/** Node's name of an error within the message that the editor makes of it: "Error: EROFS: …". */
const NAME_IN_MESSAGE = /(?:^|Error: )(E[A-Z]{2,20}): /;

/**
 * The fault behind an error of Node or of `workspace.fs`, which calls many of them "Unknown" and has
 * Node's name only in its message. Returns undefined for all other errors.
 */
export function faultOf(error: unknown): FileFault | undefined {
  if (!(error instanceof Error)) {
    return undefined;
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const [, named = ''] = NAME_IN_MESSAGE.exec(error.message.slice(0, LONGEST_LOOKED_AT)) ?? [];
  return FAULTS.get(code) ?? FAULTS.get(named);
}

/** UTF-16 units of a message in which the name is looked for: paths, which come before it, are long. */
const LONGEST_LOOKED_AT = 10_000;
