import type { Span } from '../model';
import { frontMatterField } from '../note/frontMatterFields';
import type { Note } from '../note/note';
import { lineEnd, nextLine, skipBlanks } from '../text/lines';
import { SpanSet } from '../text/spanSet';
import { directivesIn } from './directives';
import { CHECK_RULES, type CheckRule } from './finding';

/** What a note says about the checks it does not want. */
export interface Silence {
  /** Whether the whole note is free of a rule. */
  isWhole(rule: CheckRule): boolean;
  /** Whether a rule is silent at an offset. */
  covers(rule: CheckRule, offset: number): boolean;
}

/**
 * Reads what silences checks: `ip4desk-disable` in a comment, to the next `ip4desk-enable` or the
 * note's end; `ip4desk-disable-next-line`, for the next line that is not blank; and
 * `ip4desk-disable: true` in the front matter. Names of rules may follow, after "--" a reason; with
 * none all are meant, and in the front matter a list of them stands for `true`.
 */
export function readSilence(note: Pick<Note, 'text' | 'language' | 'frontMatter'>): Silence {
  // Nearly all notes have none.
  if (!/ip4desk-/i.test(note.text)) {
    return { isWhole: () => false, covers: () => false };
  }
  const whole = new Set(rulesInFrontMatter(note));
  const silent = silentSpans(note);
  return {
    isWhole: (rule) => whole.has(rule),
    covers: (rule, offset) =>
      whole.has(rule) || silent[rule].touches({ start: offset, end: offset + 1 }),
  };
}

function silentSpans(note: Pick<Note, 'text' | 'language'>): Readonly<Record<CheckRule, SpanSet>> {
  const { text } = note;
  const spans = new Map<CheckRule, Span[]>(CHECK_RULES.map((rule) => [rule, []]));
  const since = new Map<CheckRule, number>();
  const enable = (rule: CheckRule, end: number): void => {
    const start = since.get(rule);
    if (start !== undefined) {
      spans.get(rule)?.push({ start, end });
      since.delete(rule);
    }
  };
  for (const { start, end, name, list } of directivesIn(note)) {
    for (const rule of rulesNamed(list)) {
      switch (name) {
        case 'enable':
          enable(rule, start);
          break;
        case 'disable':
          since.set(rule, since.get(rule) ?? start);
          break;
        default:
          spans.get(rule)?.push({ start: end, end: endOfNextLine(text, end) });
      }
    }
  }
  CHECK_RULES.forEach((rule) => enable(rule, text.length));
  const sets = CHECK_RULES.map((rule) => [rule, new SpanSet(spans.get(rule) ?? [])]);
  return Object.fromEntries(sets) as Record<CheckRule, SpanSet>;
}

/** The end of the next line with something on it. */
function endOfNextLine(text: string, from: number): number {
  for (let at = nextLine(text, lineEnd(text, from)); at < text.length;) {
    const end = lineEnd(text, at);
    if (skipBlanks(text, at, end) < end) {
      return end;
    }
    at = nextLine(text, end);
  }
  return text.length;
}

/** The rules that a list names: all of them for an empty one, of unknown names none. */
function rulesNamed(list: string): readonly CheckRule[] {
  const [names = ''] = list.split(/(?:^|\s)--(?:\s|$)/);
  const words: readonly string[] = names.toLowerCase().match(/[\w-]+/g) ?? [];
  return words.length === 0 ? CHECK_RULES : CHECK_RULES.filter((rule) => words.includes(rule));
}

function rulesInFrontMatter({ frontMatter }: Pick<Note, 'frontMatter'>): readonly CheckRule[] {
  const value = frontMatterField(frontMatter, 'ip4desk-disable');
  if (value === true) {
    return CHECK_RULES;
  }
  const names: readonly unknown[] = Array.isArray(value) ? value : [value];
  return CHECK_RULES.filter((rule) => names.includes(rule));
}
