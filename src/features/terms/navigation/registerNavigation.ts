import * as vscode from 'vscode';
import { GLOSSARY_ENDINGS } from '../../../core/paths/place';
import type { Deps } from '../../../workspace/deps';
import { Commands } from '../../../host/ids';
import { ENTRY_TEXTS } from '../../../host/uris';
import { NOTE_SELECTOR } from '../../../workspace/notes/noteDocuments';
import { openGlossaryEntry } from '../../../workspace/openGlossaryEntry';
import { combined, type Disposable } from '../../../util/dispose';
import { TermDefinitionProvider } from './definition';
import { TermHighlightProvider } from './highlights';
import { TermReferenceProvider } from './references';

/** Ways between the terms in notes, their entries, and their other uses. */
export function registerNavigation({ terms, mentions }: Deps): Disposable {
  const glossaries = ['yaml', 'json', 'jsonc'].map((language) => ({
    language,
    pattern: `**/*{${GLOSSARY_ENDINGS.join(',')}}`,
  }));
  const { registerDefinitionProvider, registerReferenceProvider } = vscode.languages;
  return combined(
    registerDefinitionProvider(
      [...NOTE_SELECTOR, ENTRY_TEXTS, ...glossaries],
      new TermDefinitionProvider(terms),
    ),
    registerReferenceProvider(
      [...NOTE_SELECTOR, ENTRY_TEXTS, ...glossaries],
      new TermReferenceProvider(terms, mentions),
    ),
    vscode.languages.registerDocumentHighlightProvider(
      NOTE_SELECTOR,
      new TermHighlightProvider(terms),
    ),
    vscode.commands.registerCommand(Commands.openGlossaryEntry, (argument: unknown) =>
      openGlossaryEntry(terms, argument),
    ),
  );
}
