import * as vscode from 'vscode';
import type { Span } from '../../../core/model';
import type { NoteBibliography } from '../../../workspace/bibliographies/noteBibliographies';
import { checksCitekeys } from '../../../host/config';
import type { Deps } from '../../../workspace/deps';
import { Settings, SETTINGS_SECTION } from '../../../host/ids';
import { loadPart } from '../../../host/loadPart';
import { type Inspection, NoteDiagnostics } from '../../../workspace/notes/noteDiagnostics';
import { createDiagnostic } from '../../../host/surfaces/diagnostics';
import { spanRange } from '../../../host/ranges';
import { entryIn, type NoteCitekeys } from './noteCitekeys';
import { unknownMessage } from './unknownMessage';

/** A citation of a key that no bibliography of its note has. The span is the key's. */
export interface UnknownCitekey extends Span {
  readonly citekey: string;
  /** Those that were asked. */
  readonly bibliographies: readonly NoteBibliography[];
}

/** Marks the citations of keys that no bibliography of their note has. */
export class UnknownCitekeys extends NoteDiagnostics<UnknownCitekey> {
  constructor(
    { bibliographies, noteLoop, log }: Pick<Deps, 'bibliographies' | 'noteLoop' | 'log'>,
    citekeys: Pick<NoteCitekeys, 'in'>,
  ) {
    super(inspectionWith(bibliographies, citekeys, log), noteLoop);
    this._register(bibliographies.onDidChange(() => this.refresh()));
  }
}

function inspectionWith(
  bibliographies: Deps['bibliographies'],
  citekeys: Pick<NoteCitekeys, 'in'>,
  log: Deps['log'],
): Inspection<UnknownCitekey> {
  return {
    area: 'citing',
    find: async (note) => {
      const certain = checksCitekeys(note)
        ? (await citekeys.in(note)).filter(({ isCertain }) => isCertain)
        : [];
      if (certain.length === 0) {
        return [];
      }
      const read = note.version;
      const [{ unknownCitekeys }, { noteOf }, known, missing] = await Promise.all([
        loadPart(log, () => import('../../../core/citation/unknownCitekeys')),
        loadPart(log, () => import('../../../workspace/notes/noteOf')),
        bibliographies.of(note),
        bibliographies.missing(note),
      ]);
      // What a bibliography has that cannot be read, nobody knows.
      if (known.length === 0 || missing.length > 0 || note.version !== read) {
        return [];
      }
      return unknownCitekeys(noteOf(note), (citekey) => entryIn(known, citekey) !== undefined).map(
        ({ start, end, citekey }) => ({ start, end, citekey, bibliographies: known }),
      );
    },
    diagnosticOf: (note, { citekey, bibliographies: asked, ...span }) =>
      createDiagnostic(
        spanRange(note, span),
        unknownMessage(
          citekey,
          asked.map(({ uri }) => uri),
          [],
        ),
        {
          severity: vscode.DiagnosticSeverity.Warning,
          code: 'unknown-citekey',
          settingId: `${SETTINGS_SECTION}.${Settings.citingCheckCitekeys}`,
        },
      ),
  };
}
