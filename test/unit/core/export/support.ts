import { parseBibliography } from '../../../../src/core/citation/bibliography';
import type { CitationForm, FindEntry } from '../../../../src/core/export/citationWriter';
import {
  planExport,
  type ExportFiles,
  type ExportFormat,
} from '../../../../src/core/export/exportNote';
import { noteDocument, type NoteDocument } from '../../../../src/core/export/noteDocument';
import { textOfRuns, type DocumentBlock } from '../../../../src/core/export/documentTree';
import { exportProblemMessage } from '../../../../src/core/export/problemMessage';
import type { Block } from '../../../../src/core/library/document';
import { extractWord } from '../../../../src/core/library/formats/word';
import { Note } from '../../../../src/core/note/note';
import { english } from '../../../support/localizer';

const BIBLIOGRAPHY = `
@report{varga, author = {Varga, Ines}, title = {Lamps on the Quay: Notes from a Harbour Town}, institution = {Harbour Institute}, date = {2024-07-09}, url = {https://example.org/lamps}}
@book{oke, author = {Oke, Dayo and Lind, Per}, title = {The Tide Tables}, publisher = {Pier Press}, year = 2020}
@book{oke2, author = {Oke, Dayo and Lind, Per}, title = {A Second Book}, publisher = {Pier Press}, year = 2020}
@article{reed, author = {Reed, Ann}, title = {Lamps}, journal = {Journal of Light}, volume = 12, number = {3}, pages = {45--67}, year = 2021}
@book{hale, editor = {Hale, Ivo and Orr, May}, title = {Tides}, edition = 3, publisher = {Pier Press}, year = 2018}
@book{moss, author = {Moss, Lea}, translator = {Orr, May}, title = {Foam}, publisher = {Pier Press}, year = 2017}
@incollection{ash, author = {Ash, Bo}, title = {A Buoy}, booktitle = {Tides}, editor = {Hale, Ivo}, edition = {Second}, publisher = {Pier Press}, year = 2019, pages = {10-12}}
@incollection{roe, author = {Roe, Jo}, title = {A Lamp}, booktitle = {Lights of the North}, publisher = {Pier Press}, year = 2019, pages = {1-9}}
@online{council, title = {Minutes of the Council}, date = {2023}}
`;

const ENTRIES = new Map(
  parseBibliography(BIBLIOGRAPHY, 'refs.bib').entries.map((entry) => [entry.citekey, entry]),
);

export const findEntry: FindEntry = (citekey) => ENTRIES.get(citekey)?.metadata;

export const NO_FILES: ExportFiles = {
  picture: () => Promise.resolve('missing'),
  reference: () => Promise.resolve(undefined),
};

/** How these tests export unless they say otherwise. */
export function options(form: CitationForm = 'notes') {
  return { form, language: 'en-GB', findEntry, referencesTitle: 'References' } as const;
}

/** The document of a Markdown text. */
export function documentOf(text: string, form: CitationForm = 'notes'): Promise<NoteDocument> {
  return noteDocument(new Note(text, 'markdown'), options(form));
}

/** A line for each block, with the marks of footnotes as `{1}` and again as `{=1}`. */
export function outline(blocks: readonly DocumentBlock[], indent = ''): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'heading':
        return [`${indent}${'#'.repeat(block.level)} ${marked(block.runs)}`];
      case 'paragraph':
        return [
          `${indent}${block.role === undefined ? '' : `${block.role}: `}${marked(block.runs)}`,
        ];
      case 'quote':
        return outline(block.blocks, `${indent}> `);
      case 'list':
        return block.items.flatMap((item, at) =>
          outline(item, `${indent}${block.start === undefined ? '-' : block.start + at} `),
        );
      case 'table':
        return block.rows.map((row) => `${indent}| ${row.map(marked).join(' | ')}`);
      case 'code':
        return [`${indent}code: ${block.text}`];
      default:
        return [`${indent}${block.kind}`];
    }
  });
}

function marked(runs: Parameters<typeof textOfRuns>[0]): string {
  return runs
    .map((run) =>
      run.kind === 'note'
        ? `{${run.isAgain ? '=' : ''}${run.number}}`
        : run.kind === 'picture'
          ? `<${run.source}>`
          : textOfRuns([run]),
    )
    .join('');
}

/** `line: what is told`, of a text's problems. */
export function told(
  text: string,
  { problems }: Pick<NoteDocument, 'problems'>,
): readonly string[] {
  return problems.map((problem) => {
    const line = text.slice(0, problem.span.start).split('\n').length;
    return `${line}: ${exportProblemMessage(problem, english)}`;
  });
}

/** The bytes that a note becomes. */
export async function exported(
  text: string,
  {
    format = 'word',
    files = NO_FILES,
    form = 'notes',
    annex,
    language = 'markdown',
  }: {
    readonly format?: ExportFormat;
    readonly files?: ExportFiles;
    readonly form?: CitationForm;
    readonly annex?: string;
    readonly language?: string;
  } = {},
): Promise<Uint8Array> {
  const plan = await planExport(
    new Note(text, language),
    format,
    { ...options(form), ...(annex !== undefined && { annex }) },
    files,
  );
  if (typeof plan === 'string') {
    throw new Error(plan);
  }
  return plan.write();
}

/** What our own reader of Word files finds in one. */
export async function readBack(file: Uint8Array): Promise<readonly Block[]> {
  const read = await extractWord(file, { maxBytes: 50_000_000 });
  if ('problem' in read) {
    throw new Error(JSON.stringify(read.problem));
  }
  return read.document.blocks;
}
