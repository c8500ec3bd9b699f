/** Every id that `package.json` shares with the code. A test holds the two together. */

/** Of this extension: publisher and name. */
export const EXTENSION_ID = 'ip4desk.ip4-desk';

/** URI scheme of the read-only pages. */
export const SCHEME = 'ip4desk';

export const Commands = {
  search: 'ip4Desk.search',
  searchSelection: 'ip4Desk.searchSelection',
  findEvidence: 'ip4Desk.findEvidence',
  searchWithin: 'ip4Desk.searchWithin',
  clearRecentSearches: 'ip4Desk.clearRecentSearches',
  defineTerm: 'ip4Desk.defineTerm',
  defineSelection: 'ip4Desk.defineSelection',
  openEntry: 'ip4Desk.openEntry',
  openEntryToSide: 'ip4Desk.openEntryToSide',
  openAsMarkdown: 'ip4Desk.openAsMarkdown',
  followLink: 'ip4Desk.followLink',
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
  ungroupTimeline: 'ip4Desk.ungroupTimeline',
  sortTimelineOldestFirst: 'ip4Desk.sortTimelineOldestFirst',
  sortTimelineNewestFirst: 'ip4Desk.sortTimelineNewestFirst',
  showMore: 'ip4Desk.showMore',
  filterOwnPassages: 'ip4Desk.filterOwnPassages',
  clearOwnFilter: 'ip4Desk.clearOwnFilter',
  markAsRead: 'ip4Desk.markAsRead',
  markAllAsRead: 'ip4Desk.markAllAsRead',
  saveSearch: 'ip4Desk.saveSearch',
  saveOpenSearch: 'ip4Desk.saveOpenSearch',
  runSavedSearch: 'ip4Desk.runSavedSearch',
  renameSavedSearch: 'ip4Desk.renameSavedSearch',
  removeSavedSearch: 'ip4Desk.removeSavedSearch',
  copySavedSearch: 'ip4Desk.copySavedSearch',
  addSources: 'ip4Desk.addSources',
  openSource: 'ip4Desk.openSource',
  openPassage: 'ip4Desk.openPassage',
  openOriginal: 'ip4Desk.openOriginal',
  searchInSource: 'ip4Desk.searchInSource',
  editSourceDetails: 'ip4Desk.editSourceDetails',
  reindexSource: 'ip4Desk.reindexSource',
  reindexWithEncoding: 'ip4Desk.reindexWithEncoding',
  retrySource: 'ip4Desk.retrySource',
  showSourceProblem: 'ip4Desk.showSourceProblem',
  acknowledgeProblem: 'ip4Desk.acknowledgeProblem',
  sortSourcesByTitle: 'ip4Desk.sortSourcesByTitle',
  sortSourcesByAuthor: 'ip4Desk.sortSourcesByAuthor',
  sortSourcesByDate: 'ip4Desk.sortSourcesByDate',
  sortSourcesByAdded: 'ip4Desk.sortSourcesByAdded',
  /** The same in a menu, with a mark, while it holds. */
  sourcesSortedByTitle: 'ip4Desk.sourcesSortedByTitle',
  sourcesSortedByAuthor: 'ip4Desk.sourcesSortedByAuthor',
  sourcesSortedByDate: 'ip4Desk.sourcesSortedByDate',
  sourcesSortedByAdded: 'ip4Desk.sourcesSortedByAdded',
  reindexAllSources: 'ip4Desk.reindexAllSources',
  addLibraryFolder: 'ip4Desk.addLibraryFolder',
  removeSource: 'ip4Desk.removeSource',
  stopReading: 'ip4Desk.stopReading',
  resumeReading: 'ip4Desk.resumeReading',
  showQuotingNotes: 'ip4Desk.showQuotingNotes',
  openNextHit: 'ip4Desk.openNextHit',
  openPreviousHit: 'ip4Desk.openPreviousHit',
  revealInSources: 'ip4Desk.revealInSources',
  createGlossary: 'ip4Desk.createGlossary',
  addToGlossary: 'ip4Desk.addToGlossary',
  importGlossary: 'ip4Desk.importGlossary',
  exportGlossary: 'ip4Desk.exportGlossary',
  showActiveGlossaries: 'ip4Desk.showActiveGlossaries',
  openGlossaryEntry: 'ip4Desk.openGlossaryEntry',
  filterTerms: 'ip4Desk.filterTerms',
  clearTermsFilter: 'ip4Desk.clearTermsFilter',
  showMentions: 'ip4Desk.showMentions',
  toggleChecks: 'ip4Desk.toggleChecks',
  treatAsCommonAcronym: 'ip4Desk.treatAsCommonAcronym',
  insertQuotation: 'ip4Desk.insertQuotation',
  insertBlockQuotation: 'ip4Desk.insertBlockQuotation',
  insertCitation: 'ip4Desk.insertCitation',
  completeEntry: 'ip4Desk.completeEntry',
  insertHitQuotation: 'ip4Desk.insertHitQuotation',
  insertHitPassage: 'ip4Desk.insertHitPassage',
  insertHitCitation: 'ip4Desk.insertHitCitation',
  openHitToSide: 'ip4Desk.openHitToSide',
  checkQuotations: 'ip4Desk.checkQuotations',
  checkQuotationsInWorkspace: 'ip4Desk.checkQuotationsInWorkspace',
  showQuotationReport: 'ip4Desk.showQuotationReport',
  saveQuotationReport: 'ip4Desk.saveQuotationReport',
  openQuotation: 'ip4Desk.openQuotation',
  clearQuotationResults: 'ip4Desk.clearQuotationResults',
  readyToSend: 'ip4Desk.readyToSend',
  readyToSendAll: 'ip4Desk.readyToSendAll',
  openReadyItem: 'ip4Desk.openReadyItem',
  fixReadyItem: 'ip4Desk.fixReadyItem',
  showReadyFixes: 'ip4Desk.showReadyFixes',
  ignoreReadyItem: 'ip4Desk.ignoreReadyItem',
  recheckReady: 'ip4Desk.recheckReady',
  closeReady: 'ip4Desk.closeReady',
  openQuotationAnnex: 'ip4Desk.openQuotationAnnex',
  exportToWord: 'ip4Desk.exportToWord',
  exportToWordWithAnnex: 'ip4Desk.exportToWordWithAnnex',
  exportAsHtml: 'ip4Desk.exportAsHtml',
  manageAccess: 'ip4Desk.manageAccess',
  reloadPack: 'ip4Desk.reloadPack',
  showLog: 'ip4Desk.showLog',
  openSampleNotes: 'ip4Desk.openSampleNotes',
} as const;

/** What the reader of a PDF is told to do, by what the page calls it. */
export const PdfCommands = {
  find: 'ip4Desk.findInPdf',
  findNext: 'ip4Desk.findNextInPdf',
  findPrevious: 'ip4Desk.findPreviousInPdf',
  nextPage: 'ip4Desk.nextPdfPage',
  previousPage: 'ip4Desk.previousPdfPage',
  goToPage: 'ip4Desk.goToPdfPage',
  goBack: 'ip4Desk.goBackInPdf',
  zoomIn: 'ip4Desk.zoomInPdf',
  zoomOut: 'ip4Desk.zoomOutPdf',
  fitWidth: 'ip4Desk.fitPdfWidth',
  fitPage: 'ip4Desk.fitPdfPage',
  toggleSidebar: 'ip4Desk.togglePdfSidebar',
  toggleDark: 'ip4Desk.togglePdfDark',
} as const;

export const Views = {
  container: 'ip4Desk',
  /** In the panel, where rows are long. */
  readyContainer: 'ip4DeskReady',
  ready: 'ip4Desk.ready',
  topics: 'ip4Desk.topics',
  partners: 'ip4Desk.partners',
  terms: 'ip4Desk.terms',
  timeline: 'ip4Desk.timeline',
  searches: 'ip4Desk.searches',
  sources: 'ip4Desk.sources',
} as const;

/** The id of one of them. */
export type ViewId = (typeof Views)[keyof typeof Views];

/** What shows terms in the rendered Markdown cells of notebooks. */
export const NOTEBOOK_RENDERER = 'ip4Desk.notebookTerms';

/** The read-only editor in which a PDF of the library is shown as it looks. */
export const PDF_EDITOR = 'ip4Desk.pdf';

/** The page that says what was found of quotations. */
export const QUOTATION_REPORT = 'ip4Desk.quotationReport';

/** The language of the pages that show entries as text. */
export const ENTRY_LANGUAGE = 'ip4desk-entry';

/** The language of the pages that show documents of the library. */
export const SOURCE_LANGUAGE = 'ip4desk-source';

/** Colours that a theme or the user may change. */
export const Colors = {
  pageHeading: 'ip4Desk.pageHeading',
  pageQuiet: 'ip4Desk.pageQuiet',
  passageHighlight: 'ip4Desk.passageHighlight',
  passageHighlightBorder: 'ip4Desk.passageHighlightBorder',
  termUnderline: 'ip4Desk.termUnderline',
} as const;

/** Keys of `when` clauses that the extension sets. */
export const ContextKeys = {
  libraryEmpty: 'ip4Desk.libraryEmpty',
  termsGrouping: 'ip4Desk.termsGrouping',
  timelineGrouping: 'ip4Desk.timelineGrouping',
  timelineOrder: 'ip4Desk.timelineOrder',
  /** Sources have been looked for, and there are none. */
  sourcesEmpty: 'ip4Desk.sourcesEmpty',
  /** `title`, `author`, `date` or `added`. */
  sourcesOrder: 'ip4Desk.sourcesOrder',
  /** `reading`, `paused` or `idle`. */
  sourcesActivity: 'ip4Desk.sourcesActivity',
  /** The page of a source is active, and it has hits of the last search. */
  hasHits: 'ip4Desk.hasHits',
  /** The Terms view shows those of one glossary only. */
  termsFiltered: 'ip4Desk.termsFiltered',
  /** Trees list some of the user's documents only. */
  ownFiltered: 'ip4Desk.ownFiltered',
  /** Saved searches have been looked for, and there are none. */
  searchesEmpty: 'ip4Desk.searchesEmpty',
  /** Something in the trees is new. */
  hasNews: 'ip4Desk.hasNews',
  /** Links in the workspace lead to places outside of it that are not looked into for sources. */
  sourcesOutside: 'ip4Desk.sourcesOutside',
  /** The active reader of a PDF has a place to go back to. */
  pdfCanGoBack: 'ip4Desk.pdfCanGoBack',
  /** The search palette is open. */
  searchOpen: 'ip4Desk.searchOpen',
  /** Quotations have been checked, and what was found is shown. */
  hasQuotationResults: 'ip4Desk.hasQuotationResults',
  /** Somebody has asked what is left before a note is sent. */
  readyShown: 'ip4Desk.readyShown',
  /** Nothing is left. */
  readyDone: 'ip4Desk.readyDone',
} as const;

/** Settings, without the `ip4Desk.` section. */
export const Settings = {
  hoverEnabled: 'hover.enabled',
  hoverEvidence: 'hover.evidence',
  libraryInclude: 'library.include',
  libraryExclude: 'library.exclude',
  libraryMaxFileSize: 'library.maxFileSize',
  libraryFolders: 'library.folders',
  termsDecorate: 'terms.decorate',
  termsMarkedKinds: 'terms.markedKinds',
  termsPreview: 'terms.preview',
  termsComplete: 'terms.complete',
  checksEnabled: 'checks.enabled',
  checksAcronymBeforeExpansion: 'checks.acronymBeforeExpansion',
  checksAcronymNeverUsed: 'checks.acronymNeverUsed',
  checksAcronymUnknown: 'checks.acronymUnknown',
  checksDeprecatedTerm: 'checks.deprecatedTerm',
  checksMixedVariants: 'checks.mixedVariants',
  checksClaimWithoutSource: 'checks.claimWithoutSource',
  checksFootnoteWithoutText: 'checks.footnoteWithoutText',
  checksFootnoteWithoutMark: 'checks.footnoteWithoutMark',
  checksCommonAcronyms: 'checks.commonAcronyms',
  exportCitations: 'export.citations',
  exportReferenceDocument: 'export.referenceDocument',
  exportLanguage: 'export.language',
  citingStyle: 'citing.style',
  citingLatexQuotes: 'citing.latexQuotes',
  citingBlockQuotationWords: 'citing.blockQuotationWords',
  citingBibliography: 'citing.bibliography',
  citingAddToBibliography: 'citing.addToBibliography',
  citingCompleteCitekeys: 'citing.completeCitekeys',
  citingCheckCitekeys: 'citing.checkCitekeys',
  quotesCheckOnSave: 'quotes.checkOnSave',
  quotesMarkVerbatim: 'quotes.markVerbatim',
} as const;
export const SETTINGS_SECTION = 'ip4Desk';
