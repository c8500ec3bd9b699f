/**
 * What stands before the number of a page in the languages that notes are written in, as the source
 * of an expression without regard to case. What is short enough to be something else is apart.
 */
export const PAGE_WORD = String.raw`(?:pages?|pp?|pgs?|seiten?|páginas?|págs?|pagin[ae]|pags?|strona|strony|str|sivu|sidor|sider|страниц[аы]|стр|стор|blz|lpp|sayfa|σελ)\.?`;

/** "S. 12" in German, "с. 12" in Russian. */
export const PAGE_LETTER = String.raw`(?:ss?|с)\.`;

/** What stands before it besides: 第12頁, 제12쪽. */
export const PAGE_ORDINAL = '[第제]';

/** What stands behind it: 12頁, 12쪽. */
export const PAGE_UNIT_BEHIND = '(?:頁|页|ページ|쪽|페이지)';
