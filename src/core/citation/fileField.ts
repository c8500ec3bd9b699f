/**
 * The paths in a `file` field, as they are written there. Reference managers part files by ";" and
 * write each as `description:path:type` (Zotero, JabRef) or as its path alone (Better BibTeX without
 * metadata); ":", ";" and "\" in a path have a "\" before them.
 */
export function pathsOfFileField(field: string): readonly string[] {
  // Mendeley writes a backslash as mathematics.
  const verbatim = field.replaceAll('$\\backslash$', '\\');
  return splitUnescaped(verbatim, ';')
    .map((file) => unescape(pathOf(splitUnescaped(file, ':'))).trim())
    .filter((path) => path !== '');
}

/** A path as a `file` field holds it, which `pathsOfFileField` reads back. */
export function fileFieldOf(path: string): string {
  return path.replace(/[\\:;{}]/g, '\\$&');
}

/** `parts` of a file that ":" parts. */
function pathOf(parts: readonly string[]): string {
  const [first = '', second = ''] = parts;
  // Of a drive, or of an address.
  const isBeginning = /^\s*(?:[a-z]|file)$/i.test(first);
  switch (parts.length) {
    case 1:
      return first;
    case 2:
      // Nothing says which of the two is missing: a path has a name with an ending.
      return isBeginning ? `${first}:${second}` : /\.\w+$/.test(second) ? second : first;
    default:
      // A colon that should have been escaped belongs to the path.
      return (isBeginning ? parts : parts.slice(1, -1)).join(':');
  }
}

function splitUnescaped(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') {
      at += 1;
    } else if (text[at] === separator) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}

/** Takes away the "\" before what reference managers and LaTeX escape, and no other. */
function unescape(path: string): string {
  return path.replace(/\\([\\:;_&%#{}$])/g, '$1');
}
