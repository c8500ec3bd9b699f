import { itemAt } from '../../util/defined';
import type * as vscode from 'vscode';
import type { CitableSource } from '../../core/citation/citable';
import type { DocumentFormat, DocumentMetadata, Passage } from '../../core/library/document';
import type { RecognisedPlace } from '../../core/library/recognise';
import type { PackedDocument } from '../../core/shard/shard';
import type { ShardStamp } from '../../core/shard/shardHead';
import { countingMetadata, type SourceDetails } from '../../core/library/sourceDetails';
import { fileNameOf, documentTitle } from '../../core/library/title';
import type { SourceId } from '../../core/model';
import { paragraphsIn } from '../../core/library/paragraphsIn';
import { headingsOf } from '../../core/library/structure';
import type { IndexedSource } from '../../core/search/libraryIndex';
import { hashText } from '../../util/hash';
import { filesOf } from './sourceFiles';
import type {
  FileStamp,
  LibrarySource,
  SourcePlace,
  SourceState,
  SourceStatements,
} from './library';

/** A document that has been read. */
export interface HeldDocument {
  readonly document: PackedDocument;
  readonly places: readonly RecognisedPlace[];
}

/** What the library knows of one source. Changes; what it shows does not. */
export class SourceRecord {
  readonly id: SourceId;
  state: SourceState = { kind: 'waiting' };
  /** What was made of what; absent until it has been read once. */
  stamp: ShardStamp | undefined;
  /** What can be read and searched: after a change what was there before, until it is read anew. */
  held: HeldDocument | undefined;
  /** The encoding that the user has chosen for it. */
  encoding: string | undefined;
  /** The source as which this one is shown, since the bytes are the same; absent for one that is shown itself. */
  primary: SourceRecord | undefined;
  /** Those that are shown as this one. */
  twins: readonly SourceRecord[] = [];
  private said: DocumentMetadata | undefined;
  private details: SourceDetails | undefined;
  private lookedAt: FileStamp | undefined;
  private shown: LibrarySource | undefined;

  /** @param path see `LibrarySource.path` */
  constructor(
    readonly uri: vscode.Uri,
    private path: string,
    readonly format: DocumentFormat,
    private foundIn: SourcePlace = 'workspace',
  ) {
    this.id = sourceId(uri);
  }

  /** For people; see `LibrarySource.path`. */
  get shownPath(): string {
    return this.path;
  }

  /** The file as it was when it was looked at last; absent before. */
  get file(): FileStamp | undefined {
    return this.lookedAt;
  }

  setFile(file: FileStamp): void {
    this.lookedAt = file;
    this.forget();
  }

  /** What is said of it, by who says so. */
  get statements(): SourceStatements {
    const all = [this, ...this.twins];
    const said = all.flatMap((record) => record.said ?? []);
    const [details = {}] = all.flatMap((record) => record.details ?? []);
    return {
      // The entry that notes cite it by, wherever its file lies.
      bibliography: said.find(({ citekey }) => citekey !== undefined) ?? said[0] ?? {},
      details,
      document: this.held?.document.metadata ?? {},
    };
  }

  /** The title that others give it; `undefined` when the document itself has the say. */
  get givenTitle(): string | undefined {
    const { bibliography, details } = this.statements;
    const isDenied = details.title === null;
    return bibliography.title ?? details.title ?? (isDenied ? this.title : undefined);
  }

  /**
   * Takes what others say of it.
   *
   * @returns whether that is something new
   */
  setStatements(
    bibliography: DocumentMetadata | undefined,
    details: SourceDetails | undefined,
  ): boolean {
    const isNew =
      JSON.stringify([bibliography, details]) !== JSON.stringify([this.said, this.details]);
    this.said = bibliography;
    this.details = details;
    return isNew;
  }

  /** The title under which its passages belong into the index. */
  get title(): string {
    return documentTitle(this.metadata, this.uri.path);
  }

  /** Where it was found last. */
  get place(): SourcePlace {
    return this.foundIn;
  }

  /** The path is another when a folder of the workspace comes or goes beside its own. */
  setPlace(path: string, place: SourcePlace): void {
    if (path !== this.path || place !== this.foundIn) {
      this.path = path;
      this.foundIn = place;
      this.forget();
    }
  }

  /** To be called after a change: what was shown holds no more. */
  forget(): void {
    this.shown = undefined;
  }

  show(): LibrarySource {
    return (this.shown ??= {
      id: this.id,
      uri: this.uri,
      path: this.path,
      place: this.place,
      format: this.format,
      state: this.state,
      title: this.title,
      ...(this.twins.length > 0 && {
        alsoAt: this.twins.map(({ uri, shownPath, place }) => ({ uri, path: shownPath, place })),
      }),
      passages: this.held ? paragraphsIn(this.held.document).length : 0,
      citation: this.citation(),
      ...(this.lookedAt !== undefined && { file: this.lookedAt }),
      ...this.reading(),
    });
  }

  /** For the index; `undefined` while there is nothing to search. */
  indexed(): IndexedSource | undefined {
    return this.held && indexedSource(this.show(), this.held.document);
  }

  /** How its bytes were read. */
  private reading(): Pick<LibrarySource, 'chosenEncoding' | 'isEncodingUncertain'> {
    return {
      ...(this.encoding !== undefined && { chosenEncoding: this.encoding }),
      ...(this.held?.document.isEncodingUncertain && { isEncodingUncertain: true }),
    };
  }

  private get metadata(): DocumentMetadata {
    const { document, details, bibliography } = this.statements;
    return countingMetadata(document, details, bibliography);
  }

  private citation(): CitableSource {
    return { type: 'document', ...this.metadata, id: this.id, label: this.title };
  }
}

/** The id of the source at an address: made from it, unlike any that a pack would give. */
export function sourceId(uri: vscode.Uri): SourceId {
  return `file-${hashText(uri.toString()).toString(36)}` as SourceId;
}

function indexedSource(source: LibrarySource, document: PackedDocument): IndexedSource {
  const { id, title, citation } = source;
  const { passages, headings, text } = document;
  return {
    id,
    title,
    names: [
      ...filesOf(source).flatMap((file) => [fileNameOf(file.path), file.path]),
      ...(citation.citekey === undefined ? [] : [citation.citekey]),
    ],
    ...(citation.issued && { issued: citation.issued }),
    passages,
    headingsOf: (passage) => headingsOf({ headings }, passage),
    textOf: (passage) => text.readPassage(placeOf(passages, passage)),
  };
}

/** Where in a document a passage is: they are in the order of the text. */
function placeOf(passages: readonly Passage[], { span }: Passage): number {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (itemAt(passages, middle).span.start < span.start) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
