/** Every id that `package.json` shares with the code. A test holds the two together. */

/** URI scheme of the read-only pages. */
export const SCHEME = 'ip4desk';

/** Ids of languages that notes are written in: where hovers work and what activates the extension. */
export const NOTE_LANGUAGES = [
  'markdown',
  'plaintext',
  'latex',
  'tex',
  'restructuredtext',
  'asciidoc',
  'quarto',
  'org',
] as const;

export const Commands = {
  search: 'ip4Desk.search',
  searchSelection: 'ip4Desk.searchSelection',
  searchWithin: 'ip4Desk.searchWithin',
  clearRecentSearches: 'ip4Desk.clearRecentSearches',
  defineTerm: 'ip4Desk.defineTerm',
  defineSelection: 'ip4Desk.defineSelection',
  openEntry: 'ip4Desk.openEntry',
  openEntryToSide: 'ip4Desk.openEntryToSide',
  openNextExcerpt: 'ip4Desk.openNextExcerpt',
  openPreviousExcerpt: 'ip4Desk.openPreviousExcerpt',
  copyText: 'ip4Desk.copyText',
  copyWithCitation: 'ip4Desk.copyWithCitation',
  revealInSidebar: 'ip4Desk.revealInSidebar',
  revealInTopics: 'ip4Desk.revealInTopics',
  revealInPartners: 'ip4Desk.revealInPartners',
  revealInTerms: 'ip4Desk.revealInTerms',
  revealInTimeline: 'ip4Desk.revealInTimeline',
  groupTermsByLetter: 'ip4Desk.groupTermsByLetter',
  groupTermsByKind: 'ip4Desk.groupTermsByKind',
  groupTimelineByYear: 'ip4Desk.groupTimelineByYear',
  groupTimelineByPartner: 'ip4Desk.groupTimelineByPartner',
  reloadPack: 'ip4Desk.reloadPack',
  showLog: 'ip4Desk.showLog',
} as const;

export const Views = {
  container: 'ip4Desk',
  topics: 'ip4Desk.topics',
  partners: 'ip4Desk.partners',
  terms: 'ip4Desk.terms',
  timeline: 'ip4Desk.timeline',
} as const;

/** Keys of `when` clauses that the extension sets. */
export const ContextKeys = {
  libraryEmpty: 'ip4Desk.libraryEmpty',
  termsGrouping: 'ip4Desk.termsGrouping',
  timelineGrouping: 'ip4Desk.timelineGrouping',
} as const;

/** Settings, without the `ip4Desk.` section. */
export const Settings = {
  hoverEnabled: 'hover.enabled',
  hoverEvidence: 'hover.evidence',
} as const;
export const SETTINGS_SECTION = 'ip4Desk';
