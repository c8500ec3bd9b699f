import { parseArgs } from 'node:util';
import { exportFormatOf } from './exportFile';
import { CITATION_STYLES, type CitationStyle } from '../core/note/citationStyles';

export const HELP = `Asks the library of IP4 Desk without an editor.

npm run --silent query -- "words" [--limit N] [--json]
    Prints hits in rank order. The words may hold filters, such as partner:japan.

npm run --silent query -- "words" --source PATH [--source PATH …] [--limit N] [--json]
    Reads documents (text, Markdown, HTML, PDF, Word), or all those in a folder, and searches them
    together with the library that is shipped. Nothing is kept.

npm run --silent query -- --evidence "sentence" [--source PATH …] [--limit N] [--json]
    Prints the excerpts and passages that bear on a sentence, each with the sentence of it that
    bears most.

npm run --silent query -- --source PATH [--source PATH …] --passages [--json]
    Prints the passages that documents are made of, with locator, page and headings.

npm run --silent query -- --tags --source PATH [--source PATH …] [--glossary FILE …] [--json]
    Prints what the passages of documents are about: actors, topics (about or mentions, and why) and
    terms.

npm run --silent query -- --fingerprints FILE
    Prints, as JSON, what a pack's source needs to recognise copies of a document: a fingerprint
    a paragraph. Keep those whose locators the pack cites.

npm run --silent query -- --terms FILE [--glossary FILE …] [--json]
    Prints every place in a note for which the editor would offer a hover.
    The file's ending tells its language.

npm run --silent query -- --check FILE [--glossary FILE …] [--json]
    Prints what the drafting checks find in a note, all of them, with the edits that mend it.

npm run --silent query -- --quotes NOTE --source PATH [--source PATH …] [--bibliography FILE] [--json]
    Compares each quotation of a note with the sources, and prints what is found: verbatim, altered
    (with the differing words), wrong place, ambiguous, not found or cannot check.

npm run --silent query -- --ready NOTE [--source PATH …] [--bibliography FILE] [--glossary FILE …] [--json]
    Prints what is left before a note is sent, worst first, with the edits that one key makes:
    quotations, citekeys and entries, footnotes, claims without a source, acronyms and terms.
    Without --bibliography, those count that the note names, or else those in its folder.

npm run --silent query -- --cite "words" --source PATH [--source PATH …] --style STYLE
        [--whole] [--note FILE] [--bibliography FILE] [--json]
    Prints what citing the first passage that the words find would put at the end of a note (an empty
    one when none is given), and the entry that its bibliography would get. Nothing is written.
    Quoted are the sentences that hold the words; with --whole, all of the passage.

npm run --silent query -- --export NOTE --out FILE.docx|FILE.html [--bibliography FILE] [--json]
    Makes a Word or HTML file of a note, over one that is there, and prints what is another in it than
    in the note. Pictures and the reference document are read from the note's folder alone.

npm run --silent query -- --corpus FILE --queries FILE [--evidence] [--json]
    Indexes a corpus and says how well and how fast known passages are found in it: recall@1,
    recall@10 and mrr@10, per kind of query and in all; p50 and p95 in ms, of whole queries and of
    keystrokes; the build in ms; the heap of the index in MB.
    The corpus has a JSON object a line (title, section, topics, partners, text) and may be
    compressed with brotli (.br). The queries are a TSV file of passage, kind and query below a line
    of titles; a passage is known by its line in the corpus, counted from 0. With --evidence the
    queries are sentences that evidence is sought for; a fourth column may hold the sentence of the
    passage that is to be picked, of which the share is told that was.

  --glossary FILE   a glossary whose terms hold in the note; may be given several times, nearest first
  --bibliography FILE   a .bib or CSL-JSON file, whose entries say what citations mean
  --style STYLE   how notes cite: ${CITATION_STYLES.join(', ')}
  --source PATH   a document, or a folder of documents; may be given several times
  --limit N   at most so many hits; 20 when absent
  --json      JSON instead of text
  --help      this text
`;

/** What was asked. */
export type Request =
  | { readonly kind: 'help' }
  | {
      /** What words find, or what bears on a sentence. */
      readonly kind: 'search' | 'evidence';
      readonly query: string;
      /** Documents, and folders of documents, to be searched with the packs. */
      readonly sources: readonly string[];
      readonly limit: number;
      readonly json: boolean;
    }
  | { readonly kind: 'passages'; readonly sources: readonly string[]; readonly json: boolean }
  | {
      readonly kind: 'tags';
      readonly sources: readonly string[];
      readonly glossaries: readonly string[];
      readonly json: boolean;
    }
  | { readonly kind: 'fingerprints'; readonly file: string }
  | {
      /** The places of terms in a note, or what the drafting checks find in it. */
      readonly kind: 'terms' | 'check';
      readonly file: string;
      readonly glossaries: readonly string[];
      readonly json: boolean;
    }
  | {
      readonly kind: 'quotes';
      readonly file: string;
      readonly sources: readonly string[];
      readonly bibliography: string | undefined;
      readonly json: boolean;
    }
  | {
      readonly kind: 'ready';
      readonly file: string;
      /** None when the quotations cannot be compared with any. */
      readonly sources: readonly string[];
      readonly bibliography: string | undefined;
      readonly glossaries: readonly string[];
      readonly json: boolean;
    }
  | {
      readonly kind: 'cite';
      /** Whether all of the passage is quoted. */
      readonly isWhole: boolean;
      readonly query: string;
      readonly sources: readonly string[];
      readonly style: CitationStyle;
      /** Absent for an empty one. */
      readonly note: string | undefined;
      readonly bibliography: string | undefined;
      readonly json: boolean;
    }
  | {
      readonly kind: 'export';
      readonly file: string;
      readonly out: string;
      readonly bibliography: string | undefined;
      readonly json: boolean;
    }
  | {
      readonly kind: 'corpus';
      readonly corpus: string;
      readonly queries: string;
      /** The queries are sentences that evidence is sought for. */
      readonly isEvidence?: true;
      readonly json: boolean;
    };

/** The command line cannot be understood. */
export class UsageError extends Error {}

/** Reads the command line, without the two words of Node itself. Throws `UsageError`. */
export function parseRequest(args: readonly string[]): Request {
  const { values, positionals } = parse(args);
  if (values.help) {
    return { kind: 'help' };
  }
  const query = positionals.join(' ').trim();
  const { source, limit, terms, check, glossary, corpus, queries, passages, fingerprints } = values;
  const { quotes, ready, bibliography, cite, style, note, whole, evidence, out, json } = values;
  const ofNote = terms ?? check;
  const { tags } = values;
  const refuseOthers = (rule: string, ...others: readonly unknown[]): void => {
    if (others.some(Boolean)) {
      throw new UsageError(`${rule}\n\n${HELP}`);
    }
  };
  if (tags) {
    const rule = '--tags takes --source and --glossary, and nothing else.';
    refuseOthers(rule, !source, query, limit, ofNote, passages, fingerprints, corpus, queries);
    refuseOthers(rule, quotes, ready, bibliography, cite, style, note, whole, evidence);
    refuseOthers(rule, values.export, out);
    return { kind: 'tags', sources: source ?? [], glossaries: glossary ?? [], json };
  }
  if (corpus !== undefined || queries !== undefined) {
    const rule = '--corpus and --queries take one file each, and nothing else but --evidence.';
    refuseOthers(
      rule,
      !corpus,
      !queries,
      query,
      source,
      limit,
      ofNote,
      passages,
      fingerprints,
      glossary,
    );
    return {
      kind: 'corpus',
      corpus: corpus ?? '',
      queries: queries ?? '',
      ...(evidence && { isEvidence: true }),
      json,
    };
  }
  if (evidence) {
    const rule = '--evidence takes a sentence, --source and --limit, and nothing else.';
    refuseOthers(rule, !query, ofNote, passages, fingerprints, glossary, quotes, bibliography);
    refuseOthers(rule, cite, style, note, whole, ready, values.export, out);
    return { kind: 'evidence', query, sources: source ?? [], limit: parseLimit(limit), json };
  }
  if (quotes !== undefined) {
    const rule = '--quotes takes one file, --source and --bibliography, and nothing else.';
    refuseOthers(rule, !source, query, limit, ofNote, passages, fingerprints, glossary);
    refuseOthers(rule, cite, style, note, whole, ready);
    return { kind: 'quotes', file: quotes, sources: source ?? [], bibliography, json };
  }
  if (ready !== undefined) {
    const rule =
      '--ready takes one file, --source, --bibliography and --glossary, and nothing else.';
    refuseOthers(rule, query, limit, ofNote, passages, fingerprints, cite, style, note, whole);
    return {
      kind: 'ready',
      file: ready,
      sources: source ?? [],
      bibliography,
      glossaries: glossary ?? [],
      json,
    };
  }
  if (cite !== undefined) {
    const rule =
      '--cite takes words, --source, --style, --whole, --note and --bibliography, and nothing else.';
    refuseOthers(
      rule,
      !cite.trim(),
      !source,
      query,
      limit,
      ofNote,
      passages,
      fingerprints,
      glossary,
    );
    const sources = source ?? [];
    return {
      kind: 'cite',
      query: cite,
      isWhole: whole,
      sources,
      style: parseStyle(style),
      note,
      bibliography,
      json,
    };
  }
  if (values.export !== undefined || out !== undefined) {
    const rule =
      '--export takes one file, --out with a name that ends in .docx or .html, and --bibliography, and nothing else.';
    refuseOthers(rule, !values.export, !out || exportFormatOf(out) === undefined, query, source);
    refuseOthers(rule, limit, ofNote, passages, fingerprints, glossary, style, note, whole);
    refuseOthers(rule, ready, evidence);
    return { kind: 'export', file: values.export ?? '', out: out ?? '', bibliography, json };
  }
  refuseOthers('--bibliography goes with --quotes, --ready, --cite or --export.', bibliography);
  refuseOthers('--style, --whole and --note go with --cite.', style, whole, note);
  if (fingerprints !== undefined) {
    refuseOthers(
      '--fingerprints takes one file, and nothing else.',
      query,
      source,
      limit,
      ofNote,
      passages,
      glossary,
    );
    return { kind: 'fingerprints', file: fingerprints };
  }
  if (ofNote !== undefined) {
    const rule =
      '--terms and --check take one file and --glossary, and neither words nor --limit, --source or --passages.';
    refuseOthers(rule, query, source, limit, passages, terms !== undefined && check !== undefined);
    const kind = terms === undefined ? 'check' : 'terms';
    return { kind, file: ofNote, glossaries: glossary ?? [], json };
  }
  refuseOthers('--glossary goes with --terms, --check, --ready or --tags.', glossary);
  if (passages) {
    refuseOthers(
      '--passages takes --source, and neither words nor --limit.',
      !source,
      query,
      limit,
    );
    return { kind: 'passages', sources: source ?? [], json };
  }
  if (query === '') {
    throw new UsageError(`No words to search for.\n\n${HELP}`);
  }
  return { kind: 'search', query, sources: source ?? [], limit: parseLimit(limit), json };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        json: { type: 'boolean', default: false },
        limit: { type: 'string' },
        terms: { type: 'string' },
        check: { type: 'string' },
        ready: { type: 'string' },
        glossary: { type: 'string', multiple: true },
        corpus: { type: 'string' },
        queries: { type: 'string' },
        source: { type: 'string', multiple: true },
        passages: { type: 'boolean', default: false },
        tags: { type: 'boolean', default: false },
        fingerprints: { type: 'string' },
        quotes: { type: 'string' },
        bibliography: { type: 'string' },
        cite: { type: 'string' },
        style: { type: 'string' },
        note: { type: 'string' },
        whole: { type: 'boolean', default: false },
        evidence: { type: 'boolean', default: false },
        export: { type: 'string' },
        out: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
}

function parseStyle(text: string | undefined): CitationStyle {
  const style = CITATION_STYLES.find((each) => each === text);
  if (style === undefined) {
    throw new UsageError(`--cite takes --style, which is one of ${CITATION_STYLES.join(', ')}.`);
  }
  return style;
}

function parseLimit(text = '20'): number {
  if (!/^[1-9]\d*$/.test(text)) {
    throw new UsageError(`--limit takes a whole number from 1, not "${text}".`);
  }
  return Number(text);
}
