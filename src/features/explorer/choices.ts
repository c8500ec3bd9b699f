/** How the view of terms groups them; the first holds until the user has chosen. */
export const TERM_GROUPINGS = ['letter', 'kind'] as const;
export type TermGrouping = (typeof TERM_GROUPINGS)[number];

/** How the chronology groups events. */
export const TIMELINE_GROUPINGS = ['list', 'year', 'partner'] as const;
export type TimelineGrouping = (typeof TIMELINE_GROUPINGS)[number];

/** How the chronology sorts events. */
export const TIMELINE_ORDERS = ['oldestFirst', 'newestFirst'] as const;
export type TimelineOrder = (typeof TIMELINE_ORDERS)[number];
