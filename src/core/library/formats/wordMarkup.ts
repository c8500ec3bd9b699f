import { xmlAttribute, type XmlToken, xmlTokens } from '../../text/xml';
import { isOn, type WordStyles } from './wordStyles';

/**
 * The markup of a part of a Word file as mammoth is to read it: without hidden text, with drop caps
 * joined to their paragraphs, and with the words of elements that mammoth does not know: text boxes
 * without a fallback, ruby, simple fields, formulas, breaks. What has none of them is not touched.
 */
export function readableMarkup(xml: string, styles: WordStyles): string {
  if (!styles.hidesText && !TOUCHED.test(xml)) {
    return xml;
  }
  const writer = new MarkupWriter(styles);
  for (const token of xmlTokens(xml)) {
    writer.write(token);
  }
  return writer.markup;
}

const TOUCHED =
  /<(?:w:(?:vanish|hidden|ruby|fldSimple|bdo|dir|ptab|cr|txbxContent)|m:t)[\s/>]|w:dropCap\s*=/;

/** Elements whose tags are left out, so that what is in them is read. */
const UNWRAPPED: ReadonlySet<string> = new Set(
  'w:ruby w:rubyBase w:fldSimple w:bdo w:dir'.split(' '),
);
/** Elements that are left out with what is in them. */
const LEFT_OUT: ReadonlySet<string> = new Set(['w:rt', 'w:rubyPr']);
/** The instruction of a field that shows the number of a footnote again. */
const NOTE_MARK = /w:instr\s*=\s*["']\s*NOTEREF\s/;
/** Elements that say something about those around them. */
const NOTED: ReadonlySet<string> = new Set('w:vanish w:rStyle w:pStyle w:hidden'.split(' '));
/** What mammoth calls other elements. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['w:ptab', 'w:tab'],
  ['w:cr', 'w:br'],
  ['m:r', 'w:r'],
  ['m:t', 'w:t'],
]);

/** An element that is open. */
interface Frame {
  readonly name: string;
  /** How many pieces were written before it. */
  readonly start: number;
  /** Of a run: whether it is hidden; `undefined` where it says nothing itself. */
  isHidden?: boolean | undefined;
  /** Of a run or paragraph. */
  style?: string | undefined;
  /** Of a run: the pieces of fields in it, which have to be kept for their end to be found. */
  fields?: string[];
  /** Of a drawing or a choice of contents: the text boxes in it. */
  boxes?: string[];
  /** Of a choice of contents: whether the one that mammoth takes has a text box. */
  fallback?: boolean;
}

class MarkupWriter {
  private readonly pieces: string[] = ['<?xml version="1.0" encoding="UTF-8"?>'];
  private readonly frames: Frame[] = [];
  private leftOut = 0;
  private isInNoteMark = false;

  constructor(private readonly styles: WordStyles) {}

  get markup(): string {
    return this.pieces.join('');
  }

  write(token: XmlToken): void {
    if (token.kind === 'text') {
      this.put(escapeText(token.text), this.frames.at(-1)?.name);
      return;
    }
    if (this.isNoteMark(token)) {
      return;
    }
    if (LEFT_OUT.has(token.name)) {
      this.leftOut += token.kind === 'close' ? -1 : token.isEmpty ? 0 : 1;
      return;
    }
    if (token.kind === 'open') {
      this.open(token.name, token.attributes, token.isEmpty);
    } else {
      this.close(token.name);
    }
  }

  /** Leaves out fields that show the number of a footnote again, which is no text. */
  private isNoteMark(token: Exclude<XmlToken, { kind: 'text' }>): boolean {
    if (token.name !== 'w:fldSimple') {
      return false;
    }
    if (token.kind === 'open' && !token.isEmpty && NOTE_MARK.test(token.attributes)) {
      this.isInNoteMark = true;
      this.leftOut += 1;
      return true;
    }
    if (token.kind === 'close' && this.isInNoteMark) {
      this.isInNoteMark = false;
      this.leftOut -= 1;
      return true;
    }
    return false;
  }

  /** Writes a tag, or text, of an element. */
  private put(piece: string, name?: string): void {
    if (this.leftOut > 0) {
      return;
    }
    this.pieces.push(piece);
    if (name === 'w:fldChar' || name === 'w:instrText') {
      this.enclosing('w:r')?.fields?.push(piece);
    }
  }

  private open(name: string, attributes: string, isEmpty: boolean): void {
    if (!isEmpty) {
      const frame: Frame = { name, start: this.pieces.length };
      if (name === 'w:r') {
        frame.fields = [];
      }
      this.frames.push(frame);
    }
    this.note(name, attributes, isEmpty ? this.frames.length : this.frames.length - 1);
    if (isUnwrapped(name)) {
      return;
    }
    this.put(`<${RENAMED.get(name) ?? name}${attributes}>`, name);
    if (
      name === 'w:framePr' &&
      /^(?:drop|margin)$/.test(xmlAttribute(attributes, 'w:dropCap') ?? '')
    ) {
      // mammoth joins a paragraph whose end is deleted to the next one.
      this.put(
        `${isEmpty ? '' : '</w:framePr>'}<w:rPr><w:del/></w:rPr>${isEmpty ? '' : '<w:framePr>'}`,
      );
    }
  }

  /** Notes what an element says about those around it; `depth` is how many there are. */
  private note(name: string, attributes: string, depth: number): void {
    if (!NOTED.has(name)) {
      return;
    }
    const parent = this.frames[depth - 1];
    const above = this.frames[depth - 2];
    const value = xmlAttribute(attributes, 'w:val');
    if (name === 'w:vanish' && parent?.name === 'w:rPr' && above?.name === 'w:r') {
      above.isHidden = isOn(value);
    } else if (name === 'w:rStyle' && above?.name === 'w:r') {
      above.style = value;
    } else if (name === 'w:pStyle' && above?.name === 'w:p') {
      above.style = value;
    } else if (name === 'w:hidden' && parent?.name === 'w:trPr' && above?.name === 'w:tr') {
      above.isHidden = isOn(value);
    }
  }

  private close(name: string): void {
    const frame = this.frames.pop();
    if (isUnwrapped(name) || frame === undefined) {
      return;
    }
    this.put(`</${RENAMED.get(name) ?? name}>`, name);
    if (name === 'w:r' && this.hides(frame)) {
      this.pieces.splice(frame.start, Infinity, `<w:r>${(frame.fields ?? []).join('')}</w:r>`);
    } else if (name === 'w:tr' && frame.isHidden === true) {
      this.pieces.length = frame.start;
    } else {
      this.closeBox(frame);
    }
  }

  /** Moves the text boxes of a drawing to where mammoth finds them. */
  private closeBox(frame: Frame): void {
    const choice = this.enclosing('mc:AlternateContent');
    if (frame.name === 'w:txbxContent') {
      const around = this.enclosing('w:drawing');
      if (around !== undefined) {
        (around.boxes ??= []).push(this.pieces.splice(frame.start).join(''));
      } else if (choice !== undefined && this.enclosing('mc:Fallback') !== undefined) {
        choice.fallback = true;
      }
    } else if (frame.name === 'w:drawing' && frame.boxes !== undefined) {
      if (choice === undefined) {
        this.putBoxes(frame.boxes);
      } else {
        choice.boxes = [...(choice.boxes ?? []), ...frame.boxes];
      }
    } else if (frame.name === 'mc:AlternateContent' && frame.boxes && frame.fallback !== true) {
      this.putBoxes(frame.boxes);
    }
  }

  private putBoxes(boxes: readonly string[]): void {
    this.pieces.push(`<w:pict>${boxes.join('')}</w:pict>`);
  }

  private hides(run: Frame): boolean {
    if (run.isHidden !== undefined) {
      return run.isHidden;
    }
    const paragraph = this.enclosing('w:p')?.style;
    return this.styles.hides(paragraph, run.style);
  }

  /** The nearest open element of a name. */
  private enclosing(name: string): Frame | undefined {
    for (let at = this.frames.length - 1; at >= 0; at -= 1) {
      const frame = this.frames[at];
      if (frame?.name === name) {
        return frame;
      }
    }
    return undefined;
  }
}

/** Whether an element is left out and what is in it read; formulas are read as their letters and signs. */
function isUnwrapped(name: string): boolean {
  return UNWRAPPED.has(name) || (name.startsWith('m:') && !RENAMED.has(name));
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
