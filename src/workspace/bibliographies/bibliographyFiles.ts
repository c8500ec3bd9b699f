import * as vscode from 'vscode';
import type { Bibliography, BibliographyEntry } from '../../core/citation/bibliography';
import { isBibliographyPath } from '../../core/note/citations/bibliographyPlaces';
import type { Logger } from '../../core/ports';
import { hashText } from '../../util/hash';
import type { PlaceAccess } from '../access/placeAccess';
import { readFileText } from '../../host/fileText';
import { isGone } from '../../host/fileErrors';
import { isPartFailure, loadPart } from '../../host/loadPart';
import { PARSING_HERE, type Parsing } from '../parsing/parsing';
import { UnreadFiles } from '../../host/unreadFiles';
import type { NoteBibliography } from './noteBibliographies';
import { diskFiles } from '../../host/diskFiles';

/** Bytes on the disk, UTF-16 units in an editor. 14,000 entries with their abstracts have less. */
const MOST_BIBLIOGRAPHY_BYTES = 16_000_000;

/**
 * Why a bibliography says nothing: it is not there, or there is no reading it, which is logged, or it
 * lies outside the workspace and may not be read.
 */
export type Unread = 'gone' | 'unreadable' | 'outside';

/** A file as it was read. */
class ReadBibliography implements NoteBibliography {
  readonly entries: readonly BibliographyEntry[];
  readonly problems: Bibliography['problems'];
  private byCitekey: ReadonlyMap<string, BibliographyEntry> | undefined;

  constructor(
    readonly uri: vscode.Uri,
    { entries, problems }: Bibliography,
    readonly textHash: number,
  ) {
    this.entries = entries;
    this.problems = problems;
  }

  entry(citekey: string): BibliographyEntry | undefined {
    // Of entries with the same key the first holds, as it does for BibTeX.
    this.byCitekey ??= new Map(
      this.entries.map((entry) => [entry.citekey, entry] as const).reverse(),
    );
    return this.byCitekey.get(citekey);
  }
}

interface Reading {
  /** The same as long as the file is as it was read. */
  readonly stamp: string;
  /** In which editor; `undefined` on the disk. Versions begin anew when a file is opened again. */
  readonly document?: vscode.TextDocument;
  readonly result: Promise<ReadBibliography | Unread>;
}

/**
 * Reads bibliographies, each version of one once, whoever asks: the same text gives the same object.
 * Files of more than 16 MB are left out, which is logged once a version.
 */
export class BibliographyFiles {
  /** What was read last, by address: on the disk, and in an editor. */
  private readonly saved = new Map<string, Reading>();
  private readonly edited = new Map<string, Reading>();
  private readonly unreadFiles: UnreadFiles;

  constructor(
    readonly log: Logger,
    private readonly access: PlaceAccess,
    private readonly parsing: Parsing = PARSING_HERE,
  ) {
    this.unreadFiles = new UnreadFiles(log);
  }

  /**
   * A bibliography as it is in an editor, saved or not, or else on the disk. Rejects only when what
   * reads bibliographies cannot be loaded.
   *
   * @param home see `Wish.home`
   */
  async read(uri: vscode.Uri, home?: vscode.Uri): Promise<NoteBibliography | Unread> {
    const reach = await this.access.reach(uri, { home });
    return reach.isAllowed ? this.readAllowed(uri) : reach.exists ? 'outside' : 'gone';
  }

  private readAllowed(uri: vscode.Uri): Promise<NoteBibliography | Unread> {
    const address = uri.toString();
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === address);
    if (document === undefined) {
      this.edited.delete(address);
      return this.readSavedAllowed(uri);
    }
    const stamp = String(document.version);
    const before = this.edited.get(address);
    if (before?.stamp === stamp && before.document === document) {
      return before.result;
    }
    const result = this.make(uri, () => textOf(document));
    return this.keep(this.edited, address, { stamp, document, result });
  }

  /** A bibliography as it is on the disk. Rejects only when what reads bibliographies cannot be loaded. */
  async readSaved(uri: vscode.Uri): Promise<NoteBibliography | Unread> {
    const reach = await this.access.reach(uri);
    return reach.isAllowed ? this.readSavedAllowed(uri) : reach.exists ? 'outside' : 'gone';
  }

  private async readSavedAllowed(uri: vscode.Uri): Promise<NoteBibliography | Unread> {
    const address = uri.toString();
    let stat: vscode.FileStat;
    try {
      stat = await diskFiles.stat(uri);
    } catch (error) {
      this.saved.delete(address);
      return this.unread(uri, error);
    }
    const stamp = `${stat.mtime} ${stat.size}`;
    const before = this.saved.get(address);
    if (before?.stamp === stamp) {
      return before.result;
    }
    const getText = async (): Promise<string | undefined> => {
      const text = stat.size > MOST_BIBLIOGRAPHY_BYTES ? undefined : await readFileText(uri);
      // It may have grown meanwhile.
      return text !== undefined && text.length > MOST_BIBLIOGRAPHY_BYTES ? undefined : text;
    };
    return this.keep(this.saved, address, { stamp, result: this.make(uri, getText) });
  }

  private keep(
    readings: Map<string, Reading>,
    address: string,
    reading: Reading,
  ): Promise<ReadBibliography | Unread> {
    readings.set(address, reading);
    const forget = () => {
      if (readings.get(address) === reading) {
        readings.delete(address);
      }
    };
    // What could not be read may be had at the next call: permissions and locks have no stamp. So may
    // what could not be loaded.
    reading.result.then((read) => {
      if (read === 'unreadable') {
        forget();
      }
    }, forget);
    return reading.result;
  }

  /** @param getText gives `undefined` for what is too large */
  private async make(
    uri: vscode.Uri,
    getText: () => string | undefined | Promise<string | undefined>,
  ): Promise<ReadBibliography | Unread> {
    const address = uri.toString();
    const known = [this.edited.get(address), this.saved.get(address)];
    try {
      if (!isBibliographyPath(uri.path)) {
        this.unreadFiles.tell(uri, 'is neither BibTeX nor CSL-JSON and is left out.');
        return 'unreadable';
      }
      const text = await getText();
      if (text === undefined) {
        this.unreadFiles.tell(
          uri,
          `has more than ${MOST_BIBLIOGRAPHY_BYTES / 1_000_000} MB and is left out of the bibliographies.`,
        );
        return 'unreadable';
      }
      const textHash = hashText(text);
      for (const reading of known) {
        const read = await reading?.result.catch(() => undefined);
        if (typeof read === 'object' && read.textHash === textHash) {
          return read;
        }
      }
      // Loaded on first use: most libraries have no bibliography, and its libraries are large.
      const read = await this.parsing.run('bibliography', text, uri.path);
      const { bibliographyOf } = await loadPart(
        this.log,
        () => import('../../core/citation/bibliography'),
      );
      this.unreadFiles.forget(uri);
      return new ReadBibliography(uri, bibliographyOf(read), textHash);
    } catch (error) {
      if (isPartFailure(error)) {
        throw error;
      }
      return this.unread(uri, error);
    }
  }

  private unread(uri: vscode.Uri, error: unknown): Unread {
    if (isGone(error)) {
      return 'gone';
    }
    this.unreadFiles.tell(uri, error);
    return 'unreadable';
  }
}

function textOf(document: vscode.TextDocument): string | undefined {
  // The offset of the end, without putting the text together.
  const length = document.offsetAt(new vscode.Position(document.lineCount, 0));
  return length > MOST_BIBLIOGRAPHY_BYTES ? undefined : document.getText();
}
