import { randomFrom } from '../hostile/random';

/** A text that is to cost a scanner time, at any length. */
export interface Adversary {
  /** How it is made, for messages. */
  readonly name: string;
  /** The text, of about so many UTF-16 units. */
  readonly text: (length: number) => string;
}

/** What stands between tokens, and what runs are made of. */
const FILLERS = [
  ' ',
  '\n',
  'a',
  'A',
  'word ',
  'word\n',
  '\n\n',
  '\t',
  '1',
  '.',
  ',',
  '-',
  "'",
  '"',
  'a.',
  'Aa ',
  'AB ',
  '1.',
  '. ',
  ' \n',
  '\r\n',
  '\u0301',
  '\u00a0',
  '\u00ad',
  '\u4e2d',
  '😀',
  '\u0000',
];

/**
 * Texts made of a language's tokens: each one repeated, with blanks, lines and letters between;
 * opened once before a long run of a filler, or closed once behind it; opened often and then closed
 * often; every two in turn; with a number that goes up. Then, without end, a prefix, a unit that is repeated, and a suffix, each
 * put together at random: what makes an expression backtrack has this shape.
 *
 * @param seed other texts at random for another number
 */
export function* adversaries(tokens: readonly string[], seed: number): Generator<Adversary> {
  const pieces = [...tokens, ...FILLERS];
  for (const piece of pieces) {
    yield pumped('', piece, '');
  }
  const random = randomFrom(seed);
  const some = (most: number): string =>
    Array.from({ length: random.below(most + 1) }, () => random.pick(pieces)).join('');
  for (const [at, token] of tokens.entries()) {
    const filler = random.pick(FILLERS);
    yield pumped('', token + filler, '');
    yield pumped(token, filler, '');
    yield nested(token, tokens[(at + 1) % tokens.length] ?? token);
    yield numbered(token, random.pick(pieces));
    yield pumped('', token + random.pick(pieces) + random.pick(FILLERS), '');
  }
  for (;;) {
    const unit = random.pick(pieces) + some(2);
    const kind = random.below(8);
    yield kind === 0
      ? nested(unit, random.pick(pieces) + some(1))
      : kind === 1
        ? numbered(unit, random.pick(pieces))
        : pumped(random.below(2) === 0 ? '' : some(2), unit, random.below(2) === 0 ? '' : some(2));
  }
}

function pumped(prefix: string, unit: string, suffix: string): Adversary {
  return {
    name: [prefix, unit, suffix]
      .map((part) => JSON.stringify(part))
      .join(' + n × ')
      .replace(/ n × ([^+]*)$/, ' $1'),
    text: (length) =>
      prefix +
      unit.repeat(Math.ceil(Math.max(0, length - prefix.length - suffix.length) / unit.length)) +
      suffix,
  };
}

function nested(open: string, close: string): Adversary {
  return {
    name: `n × ${JSON.stringify(open)} + n × ${JSON.stringify(close)}`,
    text: (length) => {
      const count = Math.ceil(length / (open.length + close.length));
      return open.repeat(count) + close.repeat(count);
    },
  };
}

/** Names that are all different: of labels, keys, elements. */
function numbered(before: string, behind: string): Adversary {
  return {
    name: `${JSON.stringify(before)} + 1, 2, 3 … + ${JSON.stringify(behind)}`,
    text: (length) => {
      const parts: string[] = [];
      for (let units = 0, number = 1; units < length; number += 1) {
        const part = `${before}a${number}${behind}`;
        parts.push(part);
        units += part.length;
      }
      return parts.join('');
    },
  };
}
