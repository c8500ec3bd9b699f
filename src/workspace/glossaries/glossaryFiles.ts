import * as vscode from 'vscode';
import type { Glossary } from '../../core/glossary/glossary';
import type { ImportRefusal } from '../../core/glossary/imports';
import { glossaryName } from '../../core/paths/place';
import type { Logger } from '../../core/ports';
import { knownTermsOfContext } from '../../core/terms/knownTerm';
import { hashText } from '../../util/hash';
import type { PlaceAccess } from '../access/placeAccess';
import { readFileText } from '../../host/fileText';
import { describeError, isGone } from '../../host/fileErrors';
import type { Parsing } from '../parsing/parsing';
import type { PlacedContext } from './glossaries';
import { readGlossary } from './readGlossary';

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
  private readonly refused = new Set<string>();

  constructor(
    private readonly log: Logger,
    private readonly access: PlaceAccess,
    private readonly parsing: Parsing,
  ) {}

  /** Whether a file has been asked for, be it there or not. */
  has(uri: vscode.Uri): boolean {
    return this.fresh.has(uri.toString());
  }

  /** Whether a file lies outside the workspace, where nothing is even watched. */
  isRefused(uri: vscode.Uri): boolean {
    return this.refused.has(uri.toString());
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
   * `undefined` when the file is not there or cannot be read, which is logged. Never rejects.
   *
   * @param home see `Wish.home`
   */
  read(uri: vscode.Uri, home?: vscode.Uri): Promise<ReadGlossary | ImportRefusal | undefined> {
    const address = uri.toString();
    let reading = this.fresh.get(address);
    if (!reading) {
      reading = this.readAllowed(uri, address, home);
      this.fresh.set(address, reading);
    }
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
    this.refused.add(address);
    if (!reach.exists) {
      return undefined;
    }
    return reach.why === 'untrusted' ? 'untrustedImport' : 'outsideImport';
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
      this.log.warn(`${uri.toString(true)} cannot be read: ${reason}`),
    );
    const read = readingOf(uri, glossary);
    this.kept.set(address, { read, textHash });
    return read;
  }

  private async savedText(uri: vscode.Uri): Promise<string | undefined> {
    try {
      const { size } = await vscode.workspace.fs.stat(uri);
      if (size > MOST_GLOSSARY_BYTES) {
        this.log.warn(`${uri.toString(true)} is too large for a glossary and is left out.`);
        return undefined;
      }
      const text = await readFileText(uri);
      return unsavedText(uri.toString()) ?? text;
    } catch (error) {
      if (!isGone(error)) {
        this.log.warn(`${uri.toString(true)} cannot be read: ${describeError(error)}`);
      }
      return undefined;
    }
  }
}

function readingOf(uri: vscode.Uri, glossary: Glossary): ReadGlossary {
  const counts = new Map<string, number>();
  const contexts = glossary.contexts.map((context): PlacedContext => {
    const label = context.name ?? glossaryName(uri.path);
    const terms = knownTermsOfContext(uri.toString(), label, context, counts);
    return { uri, context, label, terms };
  });
  return { uri, glossary, contexts };
}

function unsavedText(address: string): string | undefined {
  return vscode.workspace.textDocuments
    .find((document) => document.isDirty && document.uri.toString() === address)
    ?.getText();
}
