import * as vscode from 'vscode';
import type { EntryFields } from '../../core/glossary/glossary';
import { glossaryName } from '../../core/paths/place';
import type { Deps } from '../../workspace/deps';
import { readGlossary } from '../../workspace/glossaries/readGlossary';
import type { Parsing } from '../../workspace/parsing/parsing';
import type { NoteText } from '../../workspace/notes/noteDocuments';
import { writeEntries, writeNewGlossary } from '../../workspace/glossaries/writeGlossary';
import { SCHEME } from '../../host/ids';
import { type Item, pickItem } from '../../host/surfaces/quickPicks';
import { glossaryChoices, type GlossaryChoice } from './glossaryChoices';
import {
  askForFolder,
  DEFAULT_NAME,
  glossaryFileName,
  nameProblem,
  readOnlyProblem,
} from './newGlossary';
import {
  acronymAt,
  draftOfAcronym,
  draftOfArgument,
  joinAbbreviation,
  phraseOf,
  splitAbbreviation,
  type TermDraft,
} from './phrase';
import { showEntryNamed, showPlace } from './showPlace';
import { askChoice, askText, type Outcome, runSteps } from '../../host/steps';
import { showInformation, showError, askInDialog } from '../../host/surfaces/messages';
import type { Validation } from '../../host/surfaces/inputBoxes';

/** A word as prose has it, with hyphens and apostrophes inside. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[-\u2010\u2011'\u2019][\p{L}\p{M}\p{N}]+)*/u;

/** What glossaries are to somebody who has no note open: what they are to one without a place. */
const NO_NOTE: NoteText = {
  uri: vscode.Uri.from({ scheme: 'untitled' }),
  languageId: 'plaintext',
  version: 0,
  getText: () => '',
};

type PlaceItem = Item<{
  readonly label: string;
  /** Absent for a new file. */
  readonly choice?: GlossaryChoice;
}>;

/**
 * Asks for a term, its definition and the glossary that it is to go into, and writes it there.
 *
 * @param argument what is known already, see `draftOfArgument`; otherwise what is selected in the
 *   active editor or in the reader of a PDF, or the word at the caret
 */
export async function addToGlossary(
  { glossaries, parsing, targets }: Pick<Deps, 'glossaries' | 'parsing' | 'targets'>,
  argument: unknown,
): Promise<void> {
  const note = activeNote();
  const given = draftOfArgument(argument);
  const read = await targets.read([argument]);
  const draft =
    given.name !== undefined
      ? { ...given, name: given.name }
      : read
        ? splitAbbreviation(phraseOf(read.text) ?? '')
        : draftOfEditor();
  await glossaries.start();
  const choices = glossaryChoices(
    glossaries.relationsTo(note ?? NO_NOTE),
    glossaries.all,
    vscode.l10n,
  );
  const folder = folderOfNote(note);
  if (folder === undefined && choices.length === 0) {
    await askForFolder();
    return;
  }
  await new Addition(parsing, choices, folder, draft).run();
}

/** The questions about one term, and what has been answered. */
class Addition {
  private phrase: string;
  private definition: string;
  private file = DEFAULT_NAME;
  /** `undefined` for a new file. */
  private choice: GlossaryChoice | undefined;

  constructor(
    private readonly parsing: Parsing,
    private readonly choices: readonly GlossaryChoice[],
    private readonly folder: vscode.Uri | undefined,
    draft: TermDraft,
  ) {
    this.phrase = joinAbbreviation(draft);
    this.definition = draft.definition ?? '';
  }

  async run(): Promise<void> {
    const isComplete = await runSteps([
      () => this.askName(),
      () => this.askDefinition(),
      () => this.askPlace(),
      () => this.askFile(),
    ]);
    if (isComplete) {
      await this.write();
    }
  }

  private get entry(): EntryFields {
    const { name, abbreviation } = splitAbbreviation(this.phrase);
    const definition = this.definition.trim();
    return {
      name,
      ...(abbreviation !== undefined && { abbreviation }),
      ...(definition !== '' && { definition }),
      aliases: [],
      examples: [],
      related: [],
      meta: new Map(),
    };
  }

  /** The one glossary that an entry can go into; `undefined` when there is a choice. */
  private get onlyChoice(): GlossaryChoice | undefined {
    const [only, ...others] = this.choices;
    return others.length === 0 && only?.isActive === true ? only : undefined;
  }

  private title(step: number, totalSteps = this.onlyChoice === undefined ? 3 : 2) {
    return { title: vscode.l10n.t('IP4 Desk: Add to Glossary'), step, totalSteps };
  }

  private askName(): Promise<Outcome> {
    return askText({
      ...this.title(1),
      value: this.phrase,
      prompt: vscode.l10n.t('Term, e.g. North Atlantic Council (NAC)'),
      onDidChange: (value) => (this.phrase = value),
      validate: (value) => Promise.resolve(this.nameMessage(value)),
    });
  }

  private nameMessage(value: string): Validation | undefined {
    if (!/[\p{L}\p{N}]/u.test(value)) {
      return { message: vscode.l10n.t('Enter at least one letter or digit.'), severity: 'error' };
    }
    const { name } = splitAbbreviation(value);
    const holder = this.choices.find((choice) => entryNamed(choice, name));
    return (
      holder && {
        message: vscode.l10n.t('“{0}” has “{1}” already.', holder.label, name),
        severity: 'warning',
      }
    );
  }

  private askDefinition(): Promise<Outcome> {
    return askText({
      ...this.title(2),
      value: this.definition,
      prompt: vscode.l10n.t('Definition of “{0}” (optional)', this.entry.name),
      onDidChange: (value) => (this.definition = value),
    });
  }

  private askPlace(): Promise<Outcome> {
    const only = this.onlyChoice;
    if (only === undefined) {
      return this.choosePlace();
    }
    this.choice = only;
    return this.settle(only);
  }

  private async choosePlace(): Promise<Outcome> {
    let item: PlaceItem | undefined;
    const outcome = await askChoice(
      { ...this.title(3, 3), placeholder: vscode.l10n.t('Choose a glossary') },
      this.placeItems(),
      (chosen) => (item = chosen),
    );
    this.choice = item?.choice;
    if (outcome !== 'next' || this.choice === undefined) {
      return outcome;
    }
    // What stands in the way is settled here, so that no answer is lost.
    return this.settle(this.choice);
  }

  private placeItems(): readonly PlaceItem[] {
    const { name } = this.entry;
    const item = (choice: GlossaryChoice): PlaceItem =>
      pickItem({
        choice,
        label: choice.label,
        iconPath: new vscode.ThemeIcon('book'),
        description: entryNamed(choice, name)
          ? vscode.l10n.t('has “{0}” already', name)
          : choice.description,
        detail: choice.detail,
      });
    const others = this.choices.filter(({ isActive }) => !isActive);
    const newFile: PlaceItem = pickItem({
      label: vscode.l10n.t('New Glossary…'),
      iconPath: new vscode.ThemeIcon('new-file'),
    });
    return [
      ...this.choices.filter(({ isActive }) => isActive).map(item),
      ...(others.length > 0
        ? [separator(vscode.l10n.t('Do not apply here')), ...others.map(item)]
        : []),
      ...(this.folder === undefined ? [] : [separator(''), newFile]),
    ];
  }

  /** Tells what stands in the way of an entry, if anything does; the user decides how to go on. */
  private async settle(choice: GlossaryChoice): Promise<Outcome> {
    const existing = entryNamed(choice, this.entry.name);
    if (existing !== undefined) {
      return this.askAboutExisting(choice, existing);
    }
    const problem = await readOnlyProblem(choice.uri);
    if (problem !== undefined) {
      await askInDialog(problem, { severity: 'error' });
      return this.choosePlace();
    }
    return 'next';
  }

  private async askAboutExisting(
    { uri, label }: GlossaryChoice,
    existing: GlossaryChoice['entries'][number],
  ): Promise<Outcome> {
    const goTo = vscode.l10n.t('Go to Entry');
    const add = vscode.l10n.t('Add Anyway');
    const chosen = await askInDialog(
      vscode.l10n.t('“{0}” has “{1}” already.', label, existing.name),
      {},
      goTo,
      add,
    );
    if (chosen === goTo) {
      await showPlace(uri, existing.nameSpan);
      return undefined;
    }
    return chosen === add ? 'next' : this.choosePlace();
  }

  private askFile(): Promise<Outcome> {
    const { folder } = this;
    if (this.choice !== undefined || folder === undefined) {
      return Promise.resolve('next');
    }
    return askText({
      ...this.title(4, 4),
      value: this.file,
      prompt: vscode.l10n.t('File name of the new glossary'),
      onDidChange: (value) => (this.file = value),
      validate: (value) => nameProblem(folder, value),
    });
  }

  private async write(): Promise<void> {
    const { choice, entry, folder } = this;
    if (choice !== undefined) {
      const outcome = await writeEntries(this.parsing, choice.uri, [entry], choice.context);
      await (outcome === 'broken'
        ? this.tellBroken(choice)
        : tellOutcome(this.parsing, outcome === 'written', choice.uri, entry.name));
    } else if (folder !== undefined) {
      const file = vscode.Uri.joinPath(folder, glossaryFileName(this.file));
      const outcome = await writeNewGlossary(file, glossaryName(file.path), [entry]);
      await tellOutcome(this.parsing, outcome === 'written', file, entry.name);
    }
  }

  /** Leads to what is broken. The term can be added again with all that was typed. */
  private async tellBroken({ uri, detail }: GlossaryChoice): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uri);
    const { problems } = await readGlossary(this.parsing, document.getText());
    const problem = problems.find(({ severity }) => severity === 'error');
    const line = document.positionAt(problem?.span.start ?? 0).line + 1;
    const goTo = vscode.l10n.t('Go to Line {0}', line);
    const again = vscode.l10n.t('Choose Again');
    const chosen = await showError(
      vscode.l10n.t(
        '“{0}” could not be added: {1} is broken at line {2}. Correct it there, then add the term again.',
        this.entry.name,
        detail,
        line,
      ),
      goTo,
      again,
    );
    if (chosen === goTo) {
      await showPlace(uri, problem?.span ?? { start: 0, end: 0 });
    } else if (chosen === again) {
      await this.run();
    }
  }
}

async function tellOutcome(
  parsing: Parsing,
  isWritten: boolean,
  file: vscode.Uri,
  name: string,
): Promise<void> {
  const path = vscode.workspace.asRelativePath(file);
  if (!isWritten) {
    await showError(vscode.l10n.t('“{0}” could not be added: {1} cannot be written.', name, path));
    return;
  }
  const goTo = vscode.l10n.t('Go to Entry');
  const chosen = await showInformation(vscode.l10n.t('Added “{0}” to {1}.', name, path), goTo);
  if (chosen === goTo) {
    await showEntryNamed(parsing, file, name);
  }
}

function entryNamed(
  { entries }: GlossaryChoice,
  name: string,
): GlossaryChoice['entries'][number] | undefined {
  const wanted = name.trim().toLowerCase();
  return entries.find((entry) => entry.name.toLowerCase() === wanted);
}

function separator(label: string): PlaceItem {
  return pickItem({ label, kind: vscode.QuickPickItemKind.Separator });
}

/** The document of the active editor, unless it is a page of ours. */
function activeNote(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document?.uri.scheme === SCHEME ? undefined : document;
}

/** The workspace folder of a note, or else the first. */
function folderOfNote(note: vscode.TextDocument | undefined): vscode.Uri | undefined {
  const { workspaceFolders, getWorkspaceFolder } = vscode.workspace;
  return ((note && getWorkspaceFolder(note.uri)) ?? workspaceFolders?.[0])?.uri;
}

/** What is selected in the active editor, or else the acronym or word at the caret. */
function draftOfEditor(): TermDraft {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    return { name: '' };
  }
  const { document, selection } = editor;
  if (!selection.isEmpty) {
    return splitAbbreviation(phraseOf(document.getText(selection)) ?? '');
  }
  const { line, character } = selection.active;
  const found = acronymAt(document.lineAt(line).text, character);
  if (found !== undefined) {
    return draftOfAcronym(document.getText(), found.acronym);
  }
  const word = document.getWordRangeAtPosition(selection.active, WORD);
  return { name: word === undefined ? '' : document.getText(word) };
}
