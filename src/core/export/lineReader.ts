import type { Image, ImageReference, PhrasingContent } from 'mdast';
import { attributesEnd } from '../library/formats/markdownAttributes';
import type { DocumentRun, TextLook } from './documentTree';

/** What a line reader asks of the document that the line is part of. */
export interface LineContext {
  /** Parts text at what stands for citations and the like: the odd parts are their numbers. */
  readonly split: (text: string) => readonly string[];
  /** What such a number stands for. */
  readonly held: (number: number, look: TextLook) => readonly DocumentRun[];
  readonly footnote: (label: string, node: PhrasingContent) => readonly DocumentRun[];
  readonly linkTo: (label: string) => string | undefined;
  /** What inline HTML says that is no mark of a look; tells of it. */
  readonly html: (html: string, node: PhrasingContent) => readonly DocumentRun[];
  readonly picture: (source: string, node: PhrasingContent) => void;
  readonly rawText: (node: PhrasingContent) => void;
}

/** Elements of HTML that only set words in some way. */
const LOOKS: Readonly<Record<string, TextLook>> = {
  b: { isBold: true },
  strong: { isBold: true },
  i: { isItalic: true },
  em: { isItalic: true },
  cite: { isItalic: true },
  s: { isStruck: true },
  del: { isStruck: true },
  strike: { isStruck: true },
  sup: { shift: 'super' },
  sub: { shift: 'sub' },
  code: { isCode: true },
  kbd: { isCode: true },
};

/** What is set above and below the line, brackets, and the words between. */
const PIECE =
  /(?<=[\p{L}\p{N})])\^([^\s^[\]]{1,20})\^|(?<=[\p{L}\p{N})])~([^\s~[\]]{1,20})~|[[\]]/gu;

/** Reads a line of Markdown into runs. Attributes and the brackets of spans are left out. */
export function runsOfLine(
  children: readonly PhrasingContent[],
  context: LineContext,
): DocumentRun[] {
  return new LineReader(context).read(children);
}

class LineReader {
  private readonly runs: (DocumentRun | undefined)[] = [];
  /** Where the brackets that are open stand among the runs. */
  private readonly brackets: number[] = [];
  private readonly tags: string[] = [];
  /** Where the runs of the link, picture or code begin that has just ended, which may have attributes. */
  private element: { readonly at: number; readonly node: PhrasingContent } | undefined;

  constructor(private readonly context: LineContext) {}

  read(children: readonly PhrasingContent[]): DocumentRun[] {
    this.readAll(children, {});
    return this.runs.filter((run) => run !== undefined);
  }

  private readAll(children: readonly PhrasingContent[], look: TextLook): void {
    for (const child of children) {
      this.readNode(child, look);
    }
  }

  private readNode(node: PhrasingContent, look: TextLook): void {
    const at = this.runs.length;
    switch (node.type) {
      case 'text':
        this.text(node.value, look);
        return;
      case 'emphasis':
        this.readAll(node.children, { ...look, isItalic: true });
        break;
      case 'strong':
        this.readAll(node.children, { ...look, isBold: true });
        break;
      case 'delete':
        this.readAll(node.children, { ...look, isStruck: true });
        break;
      case 'inlineCode':
        this.put(node.value, { ...look, isCode: true });
        break;
      case 'break':
        this.runs.push({ kind: 'break' });
        break;
      case 'link':
        this.readAll(node.children, withLink(look, node.url));
        break;
      case 'linkReference':
        this.readAll(node.children, withLink(look, this.context.linkTo(node.identifier) ?? ''));
        break;
      case 'image':
        this.picture(node.url, node);
        break;
      case 'imageReference':
        this.picture(this.context.linkTo(node.identifier) ?? '', node);
        break;
      case 'footnoteReference':
        this.runs.push(...this.context.footnote(node.identifier, node));
        break;
      case 'html':
        this.html(node.value, node);
        break;
      default:
        break;
    }
    this.element = { at, node };
  }

  private picture(source: string, node: Image | ImageReference): void {
    this.context.picture(source, node);
    this.runs.push({ kind: 'picture', source, alt: node.alt ?? '' });
  }

  private html(html: string, node: PhrasingContent): void {
    const [, slash = '', name = ''] = /^<(\/?)([a-z][a-z\d]*)\b/i.exec(html) ?? [];
    const tag = name.toLowerCase();
    if (tag === 'br') {
      this.runs.push({ kind: 'break' });
    } else if (!Object.hasOwn(LOOKS, tag)) {
      this.runs.push(...this.context.html(html, node));
    } else if (slash === '') {
      this.tags.push(tag);
    } else if (this.tags.includes(tag)) {
      this.tags.splice(this.tags.lastIndexOf(tag), 1);
    }
  }

  private text(value: string, look: TextLook): void {
    const from = this.attributesOfElement(value);
    this.element = undefined;
    const all = this.tags.reduce((sum, tag) => ({ ...sum, ...LOOKS[tag] }), look);
    this.context.split(value.slice(from)).forEach((part, index) => {
      if (index % 2 === 1) {
        this.runs.push(...this.context.held(Number(part), all));
      } else {
        this.words(part, all);
      }
    });
  }

  private words(text: string, look: TextLook): void {
    let from = 0;
    for (const { 0: all, 1: above, 2: below, index } of text.matchAll(PIECE)) {
      if (index < from) {
        continue;
      }
      this.put(text.slice(from, index), look);
      from = index + all.length;
      if (all === '[') {
        this.brackets.push(this.runs.length);
        this.put(all, look);
      } else if (all === ']') {
        from = this.close(text, index, look);
      } else {
        this.put(above ?? below ?? '', { ...look, shift: above === undefined ? 'sub' : 'super' });
      }
    }
    this.put(text.slice(from), look);
  }

  /** Where the attributes of the element before a text end. Those of raw text say that it is no text. */
  private attributesOfElement(value: string): number {
    const { element } = this;
    const end = element === undefined ? undefined : attributesEnd(value, 0);
    if (element === undefined || end === undefined) {
      return 0;
    }
    const attributes = value.slice(0, end);
    if (attributes.startsWith('{=')) {
      this.runs.splice(element.at);
      this.context.rawText(element.node);
    }
    const last = this.runs.at(-1);
    const width = /\bwidth="?(\d{1,3})%/.exec(attributes)?.[1];
    if (last?.kind === 'picture' && width !== undefined) {
      this.runs[this.runs.length - 1] = { ...last, width: Math.min(100, Number(width)) };
    }
    return end;
  }

  /** Reads the bracket at an offset that closes the last one, and answers where the text goes on. */
  private close(text: string, at: number, look: TextLook): number {
    const opened = this.brackets.pop();
    const end = attributesEnd(text, at + 1);
    if (opened !== undefined && end !== undefined) {
      this.runs[opened] = undefined;
      return end;
    }
    this.put(']', look);
    return at + 1;
  }

  private put(text: string, look: TextLook): void {
    if (text !== '') {
      this.runs.push({ kind: 'text', text: text.replace(/\r\n?|\n/g, ' '), ...look });
    }
  }
}

/** Links lead to the web, by mail, or to a place in the document; the files of a folder stay at home. */
function withLink(look: TextLook, target: string): TextLook {
  return /^(?:https?:\/\/|mailto:|#)\S+$/i.test(target) ? { ...look, link: target } : look;
}

/** Runs with those together that look the same, without blanks at both ends. */
export function tidyRuns(runs: readonly DocumentRun[]): readonly DocumentRun[] {
  const tidy: DocumentRun[] = [];
  for (const run of runs) {
    const last = tidy.at(-1);
    if (run.kind === 'text' && last?.kind === 'text' && looksAlike(run, last)) {
      tidy[tidy.length - 1] = { ...last, text: last.text + run.text };
    } else {
      tidy.push(run);
    }
  }
  trimOuter(tidy, 'first');
  trimOuter(tidy, 'last');
  return tidy;
}

function trimOuter(runs: DocumentRun[], end: 'first' | 'last'): void {
  for (;;) {
    const at = end === 'first' ? 0 : runs.length - 1;
    const run = runs[at];
    if (run?.kind !== 'text' && run?.kind !== 'break') {
      return;
    }
    const written = run.kind === 'text' ? run.text : '';
    const text = end === 'first' ? written.trimStart() : written.trimEnd();
    if (text !== '') {
      runs[at] = { ...run, kind: 'text', text };
      return;
    }
    runs.splice(at, 1);
  }
}

function looksAlike(one: TextLook, other: TextLook): boolean {
  return (
    one.isBold === other.isBold &&
    one.isItalic === other.isItalic &&
    one.isStruck === other.isStruck &&
    one.isCode === other.isCode &&
    one.shift === other.shift &&
    one.link === other.link
  );
}
