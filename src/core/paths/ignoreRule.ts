import ignore from 'ignore';
import { LONGEST_PATTERN, MOST_PATTERNS } from '../budgets';
import { matchesNames, patternPieces } from './wildcards';

/** A line of a `.gitignore`. */
export interface IgnoreRule {
  /** Whether it takes back what lines above leave out. */
  readonly isNegated: boolean;
  /** @param path relative to the file's folder, with a slash at its end where it is a folder's */
  readonly matches: (path: string) => boolean;
}

/** Lines of a `.gitignore`, and what is wrong with others, for people. */
export interface IgnoreFile {
  readonly rules: readonly IgnoreRule[];
  readonly problems: readonly string[];
}

/** Runs of stars that a regular expression may share a path among; more go another way. */
const MOST_STARS = 3;

/** Lines that are told of one by one. */
const MOST_TOLD = 10;

const OPTIONS = { ignorecase: false };

/**
 * Reads a `.gitignore`. A line that cannot be read, or that is longer than any path, costs that line
 * alone; lines beyond the first 2,000 rules are left out. Never throws.
 */
export function parseIgnoreFile(text: string): IgnoreFile {
  const rules: IgnoreRule[] = [];
  const problems: string[] = [];
  let surplus = 0;
  const tell = (problem: string): void => {
    if (problems.length < MOST_TOLD) {
      problems.push(problem);
    } else {
      surplus++;
    }
  };
  let number = 0;
  for (const line of linesOf(text.replace(/^\ufeff/u, ''))) {
    number++;
    if (/^\s*$|^#/.test(line.slice(0, LONGEST_PATTERN))) {
      continue;
    }
    if (rules.length === MOST_PATTERNS) {
      tell(`Only the first ${MOST_PATTERNS} rules count: line ${number} and those below do not.`);
      break;
    }
    const rule = line.length > LONGEST_PATTERN ? undefined : ruleOf(line);
    if (rule !== undefined) {
      rules.push(rule);
    } else {
      tell(
        line.length > LONGEST_PATTERN
          ? `Line ${number} is longer than ${LONGEST_PATTERN} characters and does not count.`
          : `Line ${number} cannot be read and does not count.`,
      );
    }
  }
  return {
    rules,
    problems: surplus === 0 ? problems : [...problems, `${surplus} more lines do not count.`],
  };
}

function* linesOf(text: string): Generator<string, void> {
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    yield text.slice(start, text[end - 1] === '\r' ? end - 1 : end);
    start = end + 1;
  }
}

/** `undefined` for a line that no expression can be made of. */
function ruleOf(line: string): IgnoreRule | undefined {
  const isNegated = line.startsWith('!');
  // The line as if it were alone: what it takes back, it matches.
  const pattern = isNegated ? line.slice(1) : line;
  try {
    const matches = starsOf(pattern) > MOST_STARS ? linearRule(pattern) : libraryRule(pattern);
    return { isNegated, matches };
  } catch {
    return undefined;
  }
}

function starsOf(pattern: string): number {
  return pattern.match(/\*+/g)?.length ?? 0;
}

function libraryRule(pattern: string): (path: string) => boolean {
  // Of a line that takes something back the library tells whether it is about the path itself; of
  // others also whether it is about a folder above, which is asked about by itself.
  const rule = ignore(OPTIONS).add([`!${pattern}`]);
  const matches = (path: string): boolean => rule.test(path).unignored;
  // The library makes its expression at the first question.
  matches('a');
  return matches;
}

/** The same for lines with many stars. */
function linearRule(line: string): (path: string) => boolean {
  const trimmed = withoutTrailingBlanks(line);
  const isFolder = trimmed.endsWith('/');
  const body = isFolder ? trimmed.slice(0, -1) : trimmed;
  const isAnchored = body.includes('/');
  // Names of three stars and more are those of two, as in Git.
  const plain = body.replace(/^\//, '').replace(/(?<=^|\/)\*{3,}(?=\/|$)/g, '**');
  const pieces = patternPieces(plain, {
    set: (bracket) => {
      const matches = libraryRule(`/a${bracket}`);
      return (character) => matches(`a${character}`);
    },
  });
  if (pieces === undefined) {
    return () => false;
  }
  const anchored = isAnchored ? pieces : ['names' as const, ...pieces];
  return (path) => {
    const ofFolder = path.endsWith('/');
    const names = (ofFolder ? path.slice(0, -1) : path).split('/');
    return (ofFolder || !isFolder) && matchesNames(anchored, names, false);
  };
}

/** Blanks at the end of a line count only behind a backslash. */
function withoutTrailingBlanks(line: string): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === ' ' && line[end - 2] !== '\\') {
    end--;
  }
  return line.slice(0, end);
}
