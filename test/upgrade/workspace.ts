import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makePdf } from '../support/makePdf';
import { makeWord, paragraph, run } from '../support/makeWord';
import { LEFT_OUT, SOURCES } from './fixture';

/** Settings of which none has its default value. */
export const SETTINGS: Readonly<Record<string, unknown>> = {
  'ip4Desk.hover.enabled': false,
  'ip4Desk.hover.evidence': 4,
  'ip4Desk.library.include': [`${SOURCES}/*.{txt,md,html,pdf,docx}`],
  'ip4Desk.library.exclude': [`**/${LEFT_OUT}`],
  'ip4Desk.library.maxFileSize': 32,
  'ip4Desk.terms.decorate': 'all',
  'ip4Desk.terms.preview': 'all',
  'ip4Desk.terms.complete': false,
  'ip4Desk.checks.enabled': true,
  'ip4Desk.checks.acronymBeforeExpansion': false,
  'ip4Desk.checks.acronymNeverUsed': false,
  'ip4Desk.checks.acronymUnknown': false,
  'ip4Desk.checks.deprecatedTerm': true,
  'ip4Desk.checks.mixedVariants': false,
  'ip4Desk.checks.commonAcronyms': ['HCR'],
  'ip4Desk.citing.style': 'pandoc',
  'ip4Desk.citing.latexQuotes': 'plain',
  'ip4Desk.citing.blockQuotationWords': 60,
  'ip4Desk.citing.bibliography': 'references.bib',
  'ip4Desk.citing.addToBibliography': false,
  'ip4Desk.citing.completeCitekeys': false,
  'ip4Desk.citing.checkCitekeys': false,
  'ip4Desk.quotes.checkOnSave': true,
};

/** The keys that a test presses; all other commands get one, too. */
export const SEARCH_KEY = 'ctrl+alt+9';

const FILES: Readonly<Record<string, string>> = {
  'brief.md': `---
title: Lamps
glossaries: [house.glossary.yml]
---

The NATO-IP4 partners wrote of the lamp shed [@quay1931, p. 2], which the ferry passes at noon.

"The council paid in dried herring, and the keeper has counted every barrel since."
`,
  'house.glossary.yml': `contexts:
  - name: Harbour
    terms:
      - name: harbour control room
        abbreviation: HCR
        definition: The room from which the lamps are lit.
      - name: lamp shed
        status: deprecated
        use: harbour control room
`,
  'references.bib': `@book{quay1931,
  author = {Quay, Ada},
  title  = {The timetable of the ferry},
  year   = {1931},
  file   = {${SOURCES}/timetable.pdf}
}
`,
  [`${SOURCES}/lamps.txt`]:
    'THE LAMPS\n\nThe town council of Skerryholm bought two lamps.\n\nOne of them was lit.\n',
  [`${SOURCES}/keeper.md`]:
    '# The keeper\n\nThe keeper wrote down every ship that passed.\n\n## Her wages\n\nShe was paid in coal.\n',
  [`${SOURCES}/herring.html`]:
    '<!doctype html><html lang="en"><head><title>Herring</title></head><body><article><h1>Herring</h1>' +
    '<p>The council paid in dried herring, and the keeper has counted every barrel since.</p></article></body></html>\n',
  [`${SOURCES}/${LEFT_OUT}`]: 'An unwanted zeppelin, which a setting leaves out.\n',
};

/** Makes the workspace of a fixture: notes, a glossary, a bibliography and sources of each format. */
export async function makeWorkspace(folder: string): Promise<void> {
  const pages = [
    'The ferry sails on weekdays at dawn.',
    'On Sundays the ferry stays in the harbour.',
  ].map((text) => ({ texts: [{ text, x: 72, y: 720 }] }));
  const files: Record<string, string | Uint8Array> = {
    ...FILES,
    [`${SOURCES}/timetable.pdf`]: await makePdf({ pages }),
    [`${SOURCES}/minutes.docx`]: makeWord({
      title: 'Minutes',
      body: paragraph(run('The council adjourned over the colour of the stairs.')),
    }),
  };
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
