/** The JSON path of what stands at `key` below `path`: `$.terms[3].name`, `$["odd key"]`. */
export function childPath(path: string, key: string | number): string {
  if (typeof key === 'number') {
    return `${path}[${key}]`;
  }
  return /^[A-Za-z_$][\w$-]{0,79}$/.test(key) ? `${path}.${key}` : `${path}[${quote(key)}]`;
}

/** `text` in quotation marks, on one line and short enough for a message, whatever it holds. */
export function quote(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return JSON.stringify(short).replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
