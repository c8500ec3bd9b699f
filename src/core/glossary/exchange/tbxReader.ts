import type { TermStatus } from '../../model';
import {
  entryOfDraft,
  onOneLine,
  Remarks,
  type EntryDraft,
  type ExchangeReading,
  type ReadEntry,
} from './exchange';
import { descendants, readXml, type XmlElement } from './xmlTree';

/** What TBX calls the worth of a term, in both of its editions. */
const STATUSES: Readonly<Record<string, TermStatus>> = {
  'preferredTerm-admn-sts': 'preferred',
  'admittedTerm-admn-sts': 'admitted',
  'deprecatedTerm-admn-sts': 'deprecated',
  'supersededTerm-admn-sts': 'deprecated',
  preferredTerm: 'preferred',
  admittedTerm: 'admitted',
  deprecatedTerm: 'deprecated',
  supersededTerm: 'deprecated',
};

const SHORT_FORMS = /^(?:acronym|abbreviation|initialism|shortForm)$/i;

/** Wraps that only group what is in them. */
const GROUPS = new Set(['termGrp', 'descripGrp', 'adminGrp', 'termNoteGrp', 'transacGrp']);

/** Fields that TBX has no category for, as `writeTbx` puts them into notes: "use: harbour light". */
const NOTE = /^([^:\n]{1,60}): ([^]+)$/u;

/** Categories and elements that say nothing that a glossary holds, or that are read elsewhere. */
const UNREAD = new Set(['term', 'langSet', 'langSec', 'transac', 'date', 'partOfSpeech']);

/**
 * Reads TBX, of 2008 (`martif`) or of 2019 (`tbx`), with data categories as attributes or as
 * elements. A concept makes an entry for each of its languages: its preferred term, or else the
 * first one, is the name, a short form the abbreviation, the others aliases. A deprecated term
 * beside others makes an entry of its own that says what to use.
 */
export function readTbx(xml: string): ExchangeReading {
  let root: XmlElement;
  try {
    root = readXml(xml);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { entries: [], remarks: [{ kind: 'unreadable', detail }] };
  }
  const remarks = new Remarks();
  if (descendants(root, 'martif', 'tbx').length === 0) {
    return { entries: [], remarks: [{ kind: 'unreadable', detail: 'The file is not TBX.' }] };
  }
  const concepts = descendants(root, 'termEntry', 'conceptEntry');
  const names = new Map(
    concepts.map((concept) => [
      concept.attribute('id') ?? '',
      onOneLine(descendants(concept, 'term')[0]?.text ?? ''),
    ]),
  );
  const several = new Set(
    descendants(root, 'langSet', 'langSec').map((section) => section.attribute('xml:lang')),
  );
  const entries = concepts.flatMap((concept, at) =>
    entriesOf(concept, at + 1, names, several.size > 1, remarks),
  );
  return { entries, remarks: remarks.all };
}

/** A term of a concept in one language, and what is said of it. */
interface ReadTerm {
  readonly text: string;
  readonly status: TermStatus | undefined;
  readonly isShort: boolean;
}

function entriesOf(
  concept: XmlElement,
  place: number,
  names: ReadonlyMap<string, string>,
  tellLanguage: boolean,
  remarks: Remarks,
): readonly ReadEntry[] {
  const sections = descendants(concept, 'langSet', 'langSec');
  const shared = saidOf(concept, names, place, remarks);
  const [, context] = categories(concept).find(([name]) => name === 'subjectField') ?? [];
  const found = sections.flatMap((section): readonly ReadEntry[] => {
    const terms = descendants(section, 'tig', 'ntig', 'termSec').flatMap((term) => readTerm(term));
    const language = section.attribute('xml:lang');
    const own = [section, ...descendants(section, 'tig', 'ntig', 'termSec')].map((element) =>
      saidOf(element, names, place, remarks),
    );
    const said = merged([...own, shared]);
    const drafts = draftsOf(terms, {
      ...said,
      ...(tellLanguage && language !== undefined && { language }),
    });
    return drafts.flatMap((draft) => {
      const fields = entryOfDraft(draft);
      return fields === undefined
        ? []
        : [{ fields, place, ...(context && { context: onOneLine(context) }) }];
    });
  });
  if (found.length === 0) {
    remarks.push({ kind: 'noName', place, detail: concept.attribute('id') ?? '' });
  }
  return found;
}

function readTerm(element: XmlElement): readonly ReadTerm[] {
  const [term] = descendants(element, 'term');
  const text = onOneLine(term?.text ?? '');
  const said = categories(element);
  const worth = said.find(([name]) =>
    /^(?:administrativeStatus|normativeAuthorization)$/.test(name),
  );
  const type = said.find(([name]) => name === 'termType');
  return text === ''
    ? []
    : [{ text, status: STATUSES[worth?.[1] ?? ''], isShort: SHORT_FORMS.test(type?.[1] ?? '') }];
}

/** The entries of one concept in one language: the one that holds, then those that it replaces. */
function draftsOf(terms: readonly ReadTerm[], said: EntryDraft): readonly EntryDraft[] {
  const current = terms.filter(({ status }) => status !== 'deprecated');
  const full = current.filter(({ isShort }) => !isShort);
  const main = full.find(({ status }) => status === 'preferred') ?? full[0] ?? current[0];
  if (main === undefined) {
    const [first, ...others] = terms;
    return first === undefined ? [] : [draftOf(first, others, said)];
  }
  return [
    draftOf(
      main,
      current.filter((term) => term !== main),
      said,
    ),
    ...terms
      .filter(({ status }) => status === 'deprecated')
      .map(({ text }): EntryDraft => ({
        name: text,
        status: 'deprecated',
        use: main.text,
        language: said.language,
      })),
  ];
}

function draftOf(main: ReadTerm, others: readonly ReadTerm[], said: EntryDraft): EntryDraft {
  const short = others.find((term) => term.isShort);
  return {
    ...said,
    name: main.text,
    abbreviation: short?.text,
    aliases: others.filter((term) => term !== short).map(({ text }) => text),
    ...(main.status && { status: main.status }),
  };
}

/** The data categories that stand directly in an element or in its groups, as name and value. */
function categories(element: XmlElement): readonly (readonly [string, string])[] {
  return element.children.flatMap((child) =>
    GROUPS.has(child.name)
      ? categories(child)
      : [[child.attribute('type') ?? child.name, child.text.trim()] as const],
  );
}

/** What is said of a concept, a language or a term, apart from the terms themselves. */
function saidOf(
  element: XmlElement,
  names: ReadonlyMap<string, string>,
  place: number,
  remarks: Remarks,
): EntryDraft {
  const draft: EntryDraft = {};
  const examples: string[] = [];
  const related: string[] = [];
  const meta = new Map<string, string>();
  for (const [category, value] of categories(element)) {
    switch (category) {
      case 'definition':
        draft.definition = value;
        break;
      case 'context':
      case 'example':
        examples.push(value);
        break;
      case 'source':
        draft.source = onOneLine(value);
        break;
      case 'crossReference':
        related.push(onOneLine(value) || (names.get(targetOf(element)) ?? ''));
        break;
      case 'note':
        readNote(value, draft, meta);
        break;
      case 'subjectField':
      case 'administrativeStatus':
      case 'normativeAuthorization':
      case 'termType':
      case 'tig':
      case 'ntig':
      case 'termSec':
        break;
      default:
        if (!UNREAD.has(category) && value !== '') {
          remarks.push({ kind: 'unknownField', place, detail: category });
        }
    }
  }
  return {
    ...draft,
    ...(examples.length > 0 && { examples }),
    ...(related.length > 0 && { related: related.filter((name) => name !== '') }),
    ...(meta.size > 0 && { meta }),
  };
}

function targetOf(element: XmlElement): string {
  const [reference] = descendants(element, 'ref').filter(
    (ref) => ref.attribute('type') === 'crossReference',
  );
  return reference?.attribute('target') ?? '';
}

function readNote(note: string, draft: EntryDraft, meta: Map<string, string>): void {
  const [, name = 'note', value = note] = NOTE.exec(note) ?? [];
  switch (name) {
    case 'use':
    case 'locator':
    case 'date':
    case 'language':
      draft[name] = onOneLine(value);
      break;
    case 'case':
      draft.case = value === 'exact' ? 'exact' : 'ignore';
      break;
    case 'near':
    case 'not':
      draft[name] = [...(draft[name] ?? []), onOneLine(value)];
      break;
    case 'status':
      draft.status = STATUSES[`${value}Term`];
      break;
    default:
      meta.set(name, meta.has(name) ? `${meta.get(name)}\n${value}` : value);
  }
}

/** What several places say together: lists are joined, of single values the first one counts. */
function merged(drafts: readonly EntryDraft[]): EntryDraft {
  const all: EntryDraft = {};
  for (const draft of [...drafts].reverse()) {
    Object.assign(all, draft);
  }
  const near = drafts.flatMap((draft) => draft.near ?? []);
  const not = drafts.flatMap((draft) => draft.not ?? []);
  return {
    ...all,
    ...(near.length > 0 && { near }),
    ...(not.length > 0 && { not }),
    examples: drafts.flatMap(({ examples = [] }) => examples),
    related: drafts.flatMap(({ related = [] }) => related),
    meta: new Map([...drafts].reverse().flatMap(({ meta }) => [...(meta ?? [])])),
  };
}
