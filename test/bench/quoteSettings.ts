import type { Random } from '../hostile/random';

/** The mark of a note behind a word or a sign, as it comes along when words are copied. */
export function withNoteMarks(words: readonly string[], random: Random): string {
  const number = String(1 + random.below(60));
  const raised = number.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));
  const at = random.below(words.length - 1);
  return words
    .map((word, index) => {
      const isPlain = /^\p{Lu}?\p{Ll}{3,}$/u.test(word);
      const endsClause = /\p{L}[,;]$/u.test(word);
      return index !== at || !(isPlain || endsClause)
        ? word
        : word + random.pick([raised, number, `[${number}]`, '[^1]', `<sup>${number}</sup>`]);
    })
    .join(' ');
}

/** Words of which some stand in a paragraph that opens the quotation again. */
export function overParagraphs(words: readonly string[], random: Random): string {
  const at = 1 + random.below(words.length - 1);
  return `${words.slice(0, at).join(' ')}\n\n“${words.slice(at).join(' ')}`;
}

/** Words in another typography. */
export function setOtherwise(words: readonly string[], random: Random): string {
  const first = words[0]!;
  const initial = first.charAt(0);
  const recased = initial === initial.toUpperCase() ? initial.toLowerCase() : initial.toUpperCase();
  return [recased + first.slice(1), ...words.slice(1)]
    .map((word, at) => {
      switch (random.below(12)) {
        case 0:
          return `*${word}*`;
        case 1:
          return word.replace('fi', 'ﬁ').replace('fl', 'ﬂ');
        case 2:
          return word.length > 6 && /^[a-z]+$/.test(word)
            ? `${word.slice(0, 3)}\u00AD${word.slice(3)}`
            : word;
        case 3:
          return word.length > 6 && /^[a-z]+$/.test(word) && at > 0
            ? `${word.slice(0, 4)}-\n${word.slice(4)}`
            : word;
        case 4:
          return /[.,;]$/.test(word) ? `${word}[^1]` : word;
        default:
          return word;
      }
    })
    .join(random.pick([' ', ' ', '\n', '\u00A0', '  ']))
    .replace(/['’]/g, random.pick(["'", '’']))
    .replace(/ [-–—] /g, random.pick([' – ', '—', ' -- ']))
    .replace(/(?<=\p{L})-(?=\p{L})/gu, random.pick(['-', '‑', '‐']));
}
