import { fixTitle } from '../checks/findingMessage';
import { silenceHere, silenceNote } from '../checks/silencing';
import type { Finding } from '../checks/finding';
import type { Localizer } from '../localizer';
import type { Span, TextEdit } from '../model';
import type { Note } from '../note/note';
import { quoteRemedies, type QuoteRemedy } from '../quotes/quoteRemedies';
import type { QuoteNames } from '../quotes/messages';
import { lineEnd, nextLine } from '../text/lines';
import type { EntryGap, ReadyItem } from './readyItem';

/** What can be done about something that is left, besides edits of the note. */
export type ReadyDeed =
  | QuoteRemedy['does']
  | {
      /** The edits end with an empty place where something is to be written: the caret goes there. */
      readonly edits: readonly TextEdit[];
      readonly caret: number;
    }
  | { readonly adds: 'sources' }
  | { readonly completes: EntryGap }
  | { readonly defines: string }
  | { readonly knows: string }
  | {
      /** Within the sentence that something is to be cited for. */
      readonly evidenceAt: number;
    };

export interface ReadyRemedy {
  readonly title: string;
  /** Whether one key does it. */
  readonly isPreferred: boolean;
  readonly does: ReadyDeed;
}

/** The remedies for something that is left, the best first; empty where only the author can know one. */
export function readyRemedies(
  note: Note,
  item: ReadyItem,
  names: QuoteNames,
  l10n: Localizer,
): readonly ReadyRemedy[] {
  switch (item.about) {
    case 'quotation':
      return [
        ...quoteRemedies(note, item.check, names, l10n),
        ...(item.check.reason === 'no sources' || item.check.reason === 'not in library'
          ? [
              {
                title: l10n.t('Add Sources…'),
                isPreferred: true,
                does: { adds: 'sources' } as const,
              },
            ]
          : []),
      ];
    case 'citekey':
      return item.similar.map((citekey, at) => ({
        title: l10n.t('Cite “{0}”', citekey),
        isPreferred: at === 0,
        does: { edits: [{ start: item.start, end: item.end, text: citekey }] },
      }));
    case 'bibliography':
      return [];
    case 'entry':
      return [
        {
          title: l10n.t('Complete Entry…'),
          isPreferred: true,
          does: { completes: item.entry },
        },
      ];
    case 'finding':
      return [...findingRemedies(note, item.finding, l10n), ...silences(note, item.finding, l10n)];
  }
}

/** The edits that silence the check of a finding where it stands; `undefined` for what no comment silences. */
export function silencingEdits(note: Note, item: ReadyItem): readonly TextEdit[] | undefined {
  return item.about === 'finding' ? silenceHere(note, item.finding) : undefined;
}

function findingRemedies(note: Note, finding: Finding, l10n: Localizer): readonly ReadyRemedy[] {
  const { rule, args, fix } = finding;
  const [what = ''] = args;
  const title = fixTitle(finding, l10n);
  const fixes =
    fix === undefined || title === undefined
      ? []
      : [{ title, isPreferred: true, does: { edits: fix.edits } }];
  switch (rule) {
    case 'acronym-unknown':
    case 'acronym-before-expansion':
      return [
        ...fixes,
        ...(rule === 'acronym-unknown'
          ? [
              {
                title: l10n.t('Add “{0}” to glossary…', what),
                isPreferred: fix === undefined,
                does: { defines: what },
              },
            ]
          : []),
        {
          title: l10n.t('Treat “{0}” as Common Acronym', what),
          isPreferred: false,
          does: { knows: what },
        },
      ];
    case 'claim-without-source':
      return [
        {
          title: l10n.t('Find Evidence for This Sentence'),
          isPreferred: true,
          does: { evidenceAt: finding.start },
        },
      ];
    case 'footnote-without-mark':
      return [
        {
          title: l10n.t('Remove Footnote “{0}”', what),
          isPreferred: false,
          does: { edits: [{ ...footnoteLines(note, finding), text: '' }] },
        },
      ];
    case 'footnote-without-text':
      return footnoteTexts(note, finding, what, l10n);
    default:
      return fixes;
  }
}

/** Begins the text of a footnote at the end of the note, for its author to go on. */
function footnoteTexts(
  note: Note,
  { start }: Finding,
  label: string,
  l10n: Localizer,
): readonly ReadyRemedy[] {
  const { text, footnotes, language } = note;
  const isMark = footnotes.marks.some((mark) => mark.start === start);
  const written = `[^${label}]: `;
  return isMark && (language.id === 'markdown' || language.id === 'quarto')
    ? [
        {
          title: l10n.t('Write Footnote “{0}”', label),
          isPreferred: true,
          does: {
            edits: [
              {
                start: text.length,
                end: text.length,
                text: `${text.endsWith('\n') ? '' : '\n'}\n${written}`,
              },
            ],
            caret: text.length + (text.endsWith('\n') ? 1 : 2) + written.length,
          },
        },
      ]
    : [];
}

/** A footnote with its line break and the blank line behind it, where there are such. */
function footnoteLines({ text, footnotes }: Note, { start }: Span): Span {
  const definition = footnotes.definitions.find((one) => one.start === start);
  const next = nextLine(text, lineEnd(text, definition?.end ?? start));
  const end = lineEnd(text, next);
  const isBlank = next < text.length && text.slice(next, end).trim() === '';
  return { start, end: isBlank ? nextLine(text, end) : next };
}

function silences(note: Note, finding: Finding, l10n: Localizer): readonly ReadyRemedy[] {
  const { rule } = finding;
  return [
    {
      title: l10n.t('Ignore “{0}” on This Line', rule),
      isPreferred: false,
      does: { edits: silenceHere(note, finding) },
    },
    {
      title: l10n.t('Ignore “{0}” in This Note', rule),
      isPreferred: false,
      does: { edits: [silenceNote(note, rule)] },
    },
  ];
}
