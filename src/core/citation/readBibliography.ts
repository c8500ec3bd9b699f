import { findSyntaxFlaw } from '../packs/jsonSyntax';
import type { Bibliography, BibliographyEntry } from './bibliography';
import { scanBibtex, type BibliographyProblem, type BibtexEntry } from './bibtexScanner';
import { isObject } from '../../util/shape';
import { metadataOfCsl } from './cslMetadata';
import { briefOfMetadata } from './authorYear';
import { pathsOfFileField } from './fileField';
import { jsonListIn } from './jsonList';

/** A bibliography as plain values, which can be handed from one thread to another. */
export type ReadBibliographyText =
  | ({ readonly format: 'csl' } & Bibliography)
  | {
      readonly format: 'bibtex';
      readonly entries: readonly BibtexEntry[];
      readonly problems: readonly BibliographyProblem[];
    };

/** The first step of `parseBibliography`, which takes nearly all of its time. Never throws. */
export function readBibliography(text: string, path: string): ReadBibliographyText {
  // A byte order mark is white space to one syntax, and an error to the other.
  return /\.json$/i.test(path)
    ? { format: 'csl', ...parseCslJson(text.replace(/^\uFEFF/, ' ')) }
    : { format: 'bibtex', ...scanBibtex(text) };
}

/** Also reads the JSON of Better BibTeX, which wraps the items and lists their attachments. */
function parseCslJson(text: string): Bibliography {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    const flaw = findSyntaxFlaw(text);
    const message = flaw ? `Here should be ${flaw.expected}.` : String(error);
    return { entries: [], problems: [{ line: flaw?.line ?? 1, message }] };
  }
  const items = isObject(content) && Array.isArray(content.items) ? content.items : content;
  if (!Array.isArray(items)) {
    return { entries: [], problems: [{ line: 1, message: 'This is not a list of items.' }] };
  }
  const places = jsonListIn(text)?.items ?? [];
  const entries = (items as unknown[]).flatMap((item, index) =>
    isObject(item) ? entryOfCsl(item, places[index]?.start ?? 0) : [],
  );
  const strangers = items.length - entries.length;
  const message = `Items without an "id" or a "citation-key": ${strangers}.`;
  return { entries, problems: strangers === 0 ? [] : [{ line: 1, message }] };
}

function entryOfCsl(
  item: Readonly<Record<string, unknown>>,
  offset: number,
): readonly BibliographyEntry[] {
  const citekey = item['citation-key'] ?? item.citekey ?? item.id;
  if (typeof citekey !== 'string' && typeof citekey !== 'number') {
    return [];
  }
  const metadata = { ...metadataOfCsl(item), citekey: String(citekey) };
  const { citekey: key } = metadata;
  const brief = briefOfMetadata(metadata);
  return [{ citekey: key, metadata, brief, files: filesOfCsl(item), offset }];
}

/**
 * CSL-JSON itself has no field for files. Some write `file` as BibTeX has it, which is what scripts
 * of Better BibTeX are used for; its own JSON has `attachments`.
 */
function filesOfCsl({ file, attachments }: Readonly<Record<string, unknown>>): readonly string[] {
  const attached = (Array.isArray(attachments) ? (attachments as unknown[]) : [])
    .map((attachment) => isObject(attachment) && (attachment.path ?? attachment.localPath))
    .filter((path) => typeof path === 'string');
  return [...(typeof file === 'string' ? pathsOfFileField(file) : []), ...attached];
}
