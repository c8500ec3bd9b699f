import * as vscode from 'vscode';
import type { Glossary } from '../../core/glossary/glossary';
import type { ImportRefusal } from '../../core/glossary/imports';
import { glossaryName } from '../../core/paths/place';
import type { Logger } from '../../core/ports';
import { knownTermsInSlices } from '../../core/terms/knownTerm';
import { hashText } from '../../util/hash';
import type { PlaceAccess } from '../access/placeAccess';
import { readFileText } from '../../host/fileText';
import { isGone } from '../../host/fileErrors';
import { SlicedWork } from '../../util/slicedWork';
import type { Parsing } from '../parsing/parsing';
import { UnreadFiles } from '../../host/unreadFiles';
import type { PlacedContext } from './glossaries';
import { readGlossary } from './readGlossary';
import { diskFiles } from '../../host/diskFiles';

/** Bytes. More than 50,000 terms have with long definitions; what is larger is no glossary. */
const MOST_GLOSSARY_BYTES = 16_000_000;

/** What was made of a file's text. */
export interface ReadGlossary {
  readonly uri: vscode.Uri;
  readonly glossary: Glossary;
  /** Those that stand in the file itself. */
  readonly contexts: readonly PlacedContext[];
}

interface Kept {
  readonly read: ReadGlossary;
  readonly textHash: number;
}

/**
 * The files of glossaries as they are now: what somebody has typed and not saved yet counts. The
 * same text gives the same objects, so that what others have made of them stays valid.
 */
export class GlossaryFiles {
  /** What was read last, by address. */
  private readonly kept = new Map<string, Kept>();
  /** The files that are known to be as they were read; with `undefined` those that cannot be. */
  private readonly fresh = new Map<string, Promise<ReadGlossary | ImportRefusal | undefined>>();
  private readonly unreadFiles: UnreadFiles;
  private readonly work = new SlicedWork();
  /** Those that may not be read, with the reason; with `undefined` where nothing is anyway. */
  private readonly refused = new Map<string, ImportRefusal | undefined>();

  constructor(
    log: Logger,
    private readonly access: PlaceAccess,
    private readonly parsing: Parsing,
  ) {
    this.unreadFiles = new UnreadFiles(log);
  }

  /** Whether a file has been asked for, be it there or not. */
  has(uri: vscode.Uri): boolean {
    return this.fresh.has(uri.toString());
  }

  /** Whether a file lies outside the workspace, where nothing is even watched. */
  isRefused(uri: vscode.Uri): boolean {
    return this.refused.has(uri.toString());
  }

  /** Why a file that is there may not be read; `undefined` when it may, or was not asked for. */
  refusalOf(uri: vscode.Uri): ImportRefusal | undefined {
    return this.refused.get(uri.toString());
  }

  hasIn(folder: vscode.Uri): boolean {
    const start = `${folder.toString()}/`;
    return [...this.fresh.keys()].some((address) => address.startsWith(start));
  }

  /** Files may have changed; `everything` when nobody knows which. */
  outdate(addresses: ReadonlySet<string> | 'everything'): void {
    if (addresses === 'everything') {
      this.fresh.clear();
    } else {
      addresses.forEach((address) => this.fresh.delete(address));
    }
  }

  /** Forgets all other files. */
  retain(addresses: ReadonlySet<string>): void {
    for (const known of [this.kept, this.fresh, this.refused]) {
      for (const address of known.keys()) {
        if (!addresses.has(address)) {
          known.delete(address);
        }
      }
    }
  }

  /**
   * `undefined` when the file is not there or cannot be read, which is logged. Rejects only when what
   * reads glossaries cannot be loaded.
   *
   * @param home see `Wish.home`
   */
  read(uri: vscode.Uri, home?: vscode.Uri): Promise<ReadGlossary | ImportRefusal | undefined> {
    const address = uri.toString();
    const known = this.fresh.get(address);
    if (known) {
      return known;
    }
    const reading = this.readAllowed(uri, address, home);
    this.fresh.set(address, reading);
    // What could not be loaded may be there next time.
    reading.catch(() => {
      if (this.fresh.get(address) === reading) {
        this.fresh.delete(address);
      }
    });
    return reading;
  }

  private async readAllowed(
    uri: vscode.Uri,
    address: string,
    home: vscode.Uri | undefined,
  ): Promise<ReadGlossary | ImportRefusal | undefined> {
    const reach = await this.access.reach(uri, { home });
    if (reach.isAllowed) {
      this.refused.delete(address);
      return this.make(uri, address);
    }
    this.kept.delete(address);
    const refusal = !reach.exists
      ? undefined
      : reach.why === 'untrusted'
        ? 'untrustedImport'
        : 'outsideImport';
    this.refused.set(address, refusal);
    return refusal;
  }

  private async make(uri: vscode.Uri, address: string): Promise<ReadGlossary | undefined> {
    const text = unsavedText(address) ?? (await this.savedText(uri));
    if (text === undefined) {
      this.kept.delete(address);
      return undefined;
    }
    const textHash = hashText(text);
    const before = this.kept.get(address);
    if (before?.textHash === textHash) {
      return before.read;
    }
    const glossary = await readGlossary(this.parsing, text, (reason) =>
      this.unreadFiles.tell(uri, `cannot be read: ${reason}`),
    );
    const read = await this.work.run(readingOf(uri, glossary));
    this.kept.set(address, { read, textHash });
    return read;
  }

  private async savedText(uri: vscode.Uri): Promise<string | undefined> {
    try {
      const { size } = await diskFiles.stat(uri);
      const text = size > MOST_GLOSSARY_BYTES ? undefined : await readFileText(uri);
      // It may have grown meanwhile.
      if (text === undefined || text.length > MOST_GLOSSARY_BYTES) {
        this.unreadFiles.tell(uri, 'is too large for a glossary and is left out.');
        return undefined;
      }
      this.unreadFiles.forget(uri);
      return unsavedText(uri.toString()) ?? text;
    } catch (error) {
      if (!isGone(error)) {
        this.unreadFiles.tell(uri, error);
      }
      return undefined;
    }
  }
}

function* readingOf(uri: vscode.Uri, glossary: Glossary): Generator<undefined, ReadGlossary> {
  const counts = new Map<string, number>();
  const contexts: PlacedContext[] = [];
  for (const context of glossary.contexts) {
    const label = context.name ?? glossaryName(uri.path);
    const terms = yield* knownTermsInSlices(uri.toString(), label, context, counts);
    contexts.push({ uri, context, label, terms });
  }
  return { uri, glossary, contexts };
}

function unsavedText(address: string): string | undefined {
  return vscode.workspace.textDocuments
    .find((document) => document.isDirty && document.uri.toString() === address)
    ?.getText();
}
