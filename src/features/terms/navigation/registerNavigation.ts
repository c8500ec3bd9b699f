import * as vscode from 'vscode';
import { GLOSSARY_ENDINGS } from '../../../core/paths/place';
import type { Deps } from '../../../workspace/deps';
import { Commands, NOTE_LANGUAGES } from '../../../host/ids';
import { openGlossaryEntry } from '../../../workspace/openGlossaryEntry';
import { combined, type Disposable } from '../../../util/dispose';
import { TermDefinitionProvider } from './definition';
import { TermHighlightProvider } from './highlights';
import { TermReferenceProvider } from './references';

/** Ways between the terms in notes, their entries, and their other uses. */
export function registerNavigation({ terms, mentions }: Deps): Disposable {
  const notes = NOTE_LANGUAGES.map((language) => ({ language }));
  const glossaries = ['yaml', 'json', 'jsonc'].map((language) => ({
    language,
    pattern: `**/*{${GLOSSARY_ENDINGS.join(',')}}`,
  }));
  const { registerDefinitionProvider, registerReferenceProvider } = vscode.languages;
  return combined(
    registerDefinitionProvider([...notes, ...glossaries], new TermDefinitionProvider(terms)),
    registerReferenceProvider(
      [...notes, ...glossaries],
      new TermReferenceProvider(terms, mentions),
    ),
    vscode.languages.registerDocumentHighlightProvider(notes, new TermHighlightProvider(terms)),
    vscode.commands.registerCommand(Commands.openGlossaryEntry, (argument: unknown) =>
      openGlossaryEntry(terms, argument),
    ),
  );
}
