import * as vscode from 'vscode';
import { Note } from '../../core/note/note';
import { placesInPlainText } from '../../core/terms/placesInPlainText';
import { TermPlaces, type LineRange } from '../../core/terms/termPlaces';
import { TermSet } from '../../core/terms/termSet';
import { concurrently } from '../../util/concurrently';
import { DisposableStore } from '../../util/dispose';
import type { Library, LibrarySource } from '../library/library';
import { addressesOf } from '../library/sourceFiles';
import { SlicedWork } from '../../util/slicedWork';
import { sourceUri } from '../../host/uris';
import type { DeskTerms } from './deskTerms';
import type { FileMentions, Mentions } from './mentions';
import type { NoteFiles, NoteFile } from '../notes/noteFiles';
import { noteOf } from '../notes/noteOf';

/** Files that are read at a time. */
const FILES_AT_A_TIME = 8;

/** What is known of one file. */
interface Scanned {
  readonly file: Omit<FileMentions, 'ranges'>;
  /** What the places were found in, and with what: as long as both are the same they hold. */
  readonly stamp: unknown;
  readonly terms: TermSet;
  /** The beginning of a note up to the end of its front matter, which decides on its glossaries. */
  readonly head: string;
  readonly places: TermPlaces;
}

/**
 * Mentions in notes and sources. A note is read with the terms that hold in it; a source, which
 * others have written and no glossary's folder is about, with every term there is. One pass over a
 * file finds all its terms, and is made again only when the file or its terms have changed.
 */
export class WorkspaceMentions extends DisposableStore implements Mentions {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  private readonly work = new SlicedWork();
  /** By the address of the note or the page. */
  private scanned = new Map<string, Scanned>();
  /** The terms that sources are read with. */
  private everything = new TermSet([]);
  private updating: Promise<void> | undefined;
  /** The update that comes after the one under way. */
  private next: Promise<void> | undefined;
  /** How many are waiting for the update: without any it ends early. */
  private waiting = 0;
  private isUsed = false;

  constructor(
    private readonly terms: Pick<DeskTerms, 'all' | 'inNote' | 'onDidChange'>,
    private readonly library: Pick<
      Library,
      'start' | 'sources' | 'document' | 'onDidChangeContents'
    >,
    private readonly notes: Pick<NoteFiles, 'all' | 'forget' | 'onDidChange'>,
  ) {
    super();
  }

  async of(term: string, token?: vscode.CancellationToken): Promise<readonly FileMentions[]> {
    this.follow();
    this.waiting += 1;
    try {
      await unlessCancelled(this.update(), token);
    } finally {
      this.waiting -= 1;
    }
    return this.known(term);
  }

  /** What has been found by now. */
  private known(term: string): readonly FileMentions[] {
    return [...this.scanned.values()]
      .flatMap(({ file, places }) => {
        const found = places.of(term);
        return found.length === 0 ? [] : [{ ...file, ranges: found.map(toRange) }];
      })
      .sort(
        (one, other) =>
          Number(one.kind === 'source') - Number(other.kind === 'source') ||
          one.label.localeCompare(other.label),
      );
  }

  private follow(): void {
    if (this.isUsed) {
      return;
    }
    this.isUsed = true;
    const tell = () => this.changed.fire();
    this._register(this.notes.onDidChange(tell));
    this._register(this.terms.onDidChange(tell));
    this._register(this.library.onDidChangeContents(tell));
  }

  /**
   * Looks at what may have changed since the last time. Whoever asks while a look is under way, which
   * may have gone past what has changed since, waits for one more that all such share.
   */
  private update(): Promise<void> {
    if (this.updating) {
      const after = () => {
        this.next = undefined;
        return this.update();
      };
      this.next ??= this.updating.then(after, after);
      return this.next;
    }
    this.updating = this.updateNow().finally(() => (this.updating = undefined));
    return this.updating;
  }

  private async updateNow(): Promise<void> {
    await this.library.start();
    const sources = this.library.sources.filter(({ state }) => state.kind === 'ready');
    const read = addressesOf(this.library.sources);
    const notes = (await this.notes.all()).filter(({ uri }) => !read.has(uri.toString()));
    const pages = sources.map((source) => ({ source, uri: sourceUri(source) }));
    const present = new Set([...notes, ...pages].map(({ uri }) => uri.toString()));
    for (const address of this.scanned.keys()) {
      if (!present.has(address)) {
        this.scanned.delete(address);
      }
    }
    const sets = new SharedSets([...this.scanned.values()].map(({ terms }) => terms));
    await concurrently(notes, FILES_AT_A_TIME, async (note) => {
      // Where there are thousands, it takes some time as well to see that nothing has changed.
      await this.work.run(aPause());
      if (this.isWanted) {
        await this.lookAtNote(note, sets);
      }
    });
    if (sources.length > 0) {
      const terms = await this.terms.all();
      if (this.everything.terms !== terms) {
        this.everything = new TermSet(terms);
      }
      const shared = sets.shared(this.everything);
      await this.work.run(shared.prepare());
      await concurrently(pages, FILES_AT_A_TIME, async ({ source, uri }) => {
        if (this.isWanted) {
          await this.lookAtSource(source, uri, shared);
        }
      });
    }
  }

  private get isWanted(): boolean {
    return this.waiting > 0 && !this.isDisposed;
  }

  private async lookAtNote(note: NoteFile, sets: SharedSets): Promise<void> {
    const { uri, label, languageId, stamp } = note;
    const address = uri.toString();
    const before = this.scanned.get(address);
    const isSame = before?.stamp === stamp;
    const read = isSame ? undefined : await readNote(note);
    if (!isSame && read === undefined) {
      this.scanned.delete(address);
      return;
    }
    const head = read === undefined ? (before?.head ?? '') : headOf(read);
    const terms = sets.shared(
      await this.terms.inNote({ uri, languageId, version: 0, getText: () => head }),
    );
    if (isSame && before.terms === terms) {
      return;
    }
    const whole = read ?? (await readNote(note));
    const places =
      whole === undefined ? TermPlaces.none : await this.work.run(placesInNote(whole, terms));
    this.scanned.set(address, { file: { uri, kind: 'note', label }, stamp, terms, head, places });
  }

  private async lookAtSource(
    source: LibrarySource,
    uri: vscode.Uri,
    terms: TermSet,
  ): Promise<void> {
    const address = uri.toString();
    const before = this.scanned.get(address);
    if (before?.stamp === source && before.terms === terms) {
      return;
    }
    const document = await this.library.document(source.id);
    const places =
      document === undefined
        ? TermPlaces.none
        : await this.work.run(placesInPlainText(document.text, terms));
    this.scanned.set(address, {
      file: { uri, kind: 'source', label: source.title },
      stamp: source,
      terms,
      head: '',
      places,
    });
  }
}

/**
 * Sets of the same terms, each once: sets are made anew for notes in many scopes, and each has its
 * own automaton.
 */
class SharedSets {
  private readonly sets: Set<TermSet>;

  constructor(sets: readonly TermSet[]) {
    this.sets = new Set(sets);
  }

  shared(set: TermSet): TermSet {
    if (this.sets.has(set)) {
      return set;
    }
    for (const known of this.sets) {
      if (
        known.terms.length === set.terms.length &&
        known.terms.every((term, at) => term === set.terms[at])
      ) {
        return known;
      }
    }
    this.sets.add(set);
    return set;
  }
}

/** A note as it is now; undefined when its file cannot be read any more. */
async function readNote(file: NoteFile): Promise<Note | undefined> {
  const { document, languageId } = file;
  if (document !== undefined && !document.isClosed) {
    return noteOf(document);
  }
  const text = await file.readText();
  return text === undefined ? undefined : new Note(text, languageId);
}

/** Its front matter, fences included. */
function headOf({ text, frontMatter }: Note): string {
  return text.slice(0, frontMatter?.end ?? 0);
}

/** No work: others have their turn when it is time for that. */
function* aPause(): Generator<undefined, void> {
  yield;
}

/** What is markup in a note may depend on all that comes before, so it is searched at one go. */
function* placesInNote(note: Note, terms: TermSet): Generator<undefined, TermPlaces> {
  yield;
  return TermPlaces.of(note.text, terms.occurrencesIn(note));
}

function toRange({ startLine, startCharacter, endLine, endCharacter }: LineRange): vscode.Range {
  return new vscode.Range(startLine, startCharacter, endLine, endCharacter);
}

/** Resolves when the work is done, or earlier when it is cancelled. */
async function unlessCancelled(
  work: Promise<void>,
  token: vscode.CancellationToken | undefined,
): Promise<void> {
  if (!token) {
    return work;
  }
  let listening: vscode.Disposable | undefined;
  const cancelled = new Promise<void>((resolve) => {
    if (token.isCancellationRequested) {
      resolve();
    }
    listening = token.onCancellationRequested(() => resolve());
  });
  try {
    await Promise.race([work, cancelled]);
  } finally {
    listening?.dispose();
  }
}
