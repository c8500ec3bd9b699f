import * as vscode from 'vscode';
import type { Glossary, GlossaryProblem } from '../../core/glossary/glossary';
import { isGlossaryPath } from '../../core/paths/place';
import type { Deps } from '../../workspace/deps';
import { readGlossary } from '../../workspace/glossaries/readGlossary';
import { isPartFailure, loadPart } from '../../host/loadPart';
import { spanRange } from '../../host/ranges';
import { DisposableStore, type Disposable } from '../../util/dispose';
import { createDiagnostic, createDiagnostics } from '../../host/surfaces/diagnostics';

/** Milliseconds without a key until a file that is open outside the workspace is read again. */
const QUIET_MS = 300;

/** The scheme of what stood in a file before, as in the left half of a comparison. */
const OLDER_VERSIONS = 'git';

/** Shows what is wrong in glossary files, at its place. */
export function registerGlossaryDiagnostics(deps: DiagnosedDeps): Disposable {
  return new GlossaryDiagnostics(deps);
}

type DiagnosedDeps = Pick<Deps, 'glossaries' | 'parsing' | 'log'>;

/**
 * The glossaries of the workspace have been read when they are told of; a glossary that is open and
 * does not belong to it is read here. Nothing is looked for before a glossary is open.
 */
class GlossaryDiagnostics extends DisposableStore {
  private readonly collection = this._register(createDiagnostics('ip4Desk.glossaries'));
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isStarted = false;
  /** Addresses of the workspace's glossaries, and of those open ones that have been among them. */
  private readonly known = new Set<string>();
  /** Counts the times that problems were gathered: the last one counts. */
  private turn = 0;

  private readonly glossaries: Deps['glossaries'];

  constructor(private readonly deps: DiagnosedDeps) {
    super();
    const { glossaries } = deps;
    this.glossaries = glossaries;
    this._register({ dispose: () => clearTimeout(this.timer) });
    this._register(glossaries.onDidChange(() => void this.show()));
    this._register(vscode.workspace.onDidOpenTextDocument((document) => this.opened(document)));
    this._register(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.isOutside(document)) {
          clearTimeout(this.timer);
          this.timer = setTimeout(() => void this.show(), QUIET_MS);
        }
      }),
    );
    this._register(
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (this.isOutside(document)) {
          this.collection.delete(document.uri);
        }
        this.known.delete(document.uri.toString());
      }),
    );
    vscode.workspace.textDocuments.forEach((document) => this.opened(document));
  }

  private opened(document: vscode.TextDocument): void {
    if (!isGlossaryPath(document.uri.path)) {
      return;
    }
    if (this.isStarted) {
      void this.show();
    } else {
      this.isStarted = true;
      void this.glossaries.start().then(() => this.show());
    }
  }

  /** Whether a document is a glossary that the workspace does not have. */
  private isOutside({ uri, isDirty }: vscode.TextDocument): boolean {
    const address = uri.toString();
    return (
      isGlossaryPath(uri.path) &&
      uri.scheme !== OLDER_VERSIONS &&
      // What was deleted may still be open, as it was.
      (isDirty || !this.known.has(address)) &&
      !this.glossaries.all.some((glossary) => glossary.uri.toString() === address)
    );
  }

  /** Shows the problems of all glossaries there are now. */
  private async show(): Promise<void> {
    const turn = ++this.turn;
    const shown = new Map<vscode.Uri, readonly vscode.Diagnostic[]>();
    for (const { uri, problems } of this.glossaries.all) {
      this.known.add(uri.toString());
      if (problems.length > 0) {
        // For the places: offsets say nothing to the editor. Gone files have nothing to show.
        const document = await textDocument(uri);
        if (document !== undefined) {
          shown.set(uri, await this.diagnosticsOf(problems, document));
        }
      }
    }
    if (turn === this.turn && !this.isDisposed) {
      // Only now, since one may have been closed in the meantime.
      const outside: [vscode.TextDocument, readonly vscode.Diagnostic[]][] = [];
      for (const document of vscode.workspace.textDocuments.filter((one) => this.isOutside(one))) {
        const { version } = document;
        const { problems } = await this.read(document);
        const diagnostics = await this.diagnosticsOf(problems, document);
        if (turn !== this.turn || this.isDisposed) {
          return;
        }
        if (document.version === version) {
          outside.push([document, diagnostics]);
        }
      }
      for (const [document, diagnostics] of outside.filter(([{ isClosed }]) => !isClosed)) {
        shown.set(document.uri, diagnostics);
      }
      this.collection.clear();
      shown.forEach((diagnostics, uri) => this.collection.set(uri, diagnostics));
    }
  }

  private read(document: vscode.TextDocument): Promise<Pick<Glossary, 'problems'>> {
    const read = (): Promise<Pick<Glossary, 'problems'>> =>
      readGlossary(this.deps.parsing, document.getText());
    return withPart(read, { problems: [] });
  }

  private async diagnosticsOf(
    problems: readonly GlossaryProblem[],
    document: vscode.TextDocument,
  ): Promise<readonly vscode.Diagnostic[]> {
    if (problems.length === 0) {
      return [];
    }
    return withPart(async () => {
      const { problemMessage } = await loadPart(
        this.deps.log,
        () => import('../../core/glossary/problemMessage'),
      );
      return problems.map((problem) =>
        createDiagnostic(spanRange(document, problem.span), problemMessage(problem, vscode.l10n), {
          severity:
            problem.severity === 'error'
              ? vscode.DiagnosticSeverity.Error
              : vscode.DiagnosticSeverity.Warning,
          code: problem.kind,
        }),
      );
    }, []);
  }
}

/** What `work` gives, or `otherwise` where a part cannot be loaded, which is logged and told of. */
async function withPart<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isPartFailure(error)) {
      return otherwise;
    }
    throw error;
  }
}

async function textDocument(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}
