/** A place in an open note, in the arguments of commands that insert there. */
export interface NotePlace {
  /** The address of the note. */
  readonly note: string;
  /** Zero-based, as the editor counts. */
  readonly line: number;
  /** In UTF-16 units from the start of the line. */
  readonly character: number;
}

/** Checks an argument that came from a link or another extension. The place may be gone. */
export function isNotePlace(value: unknown): value is NotePlace {
  const { note, line, character } = (value ?? {}) as Partial<Record<string, unknown>>;
  return typeof note === 'string' && isCount(line) && isCount(character);
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
