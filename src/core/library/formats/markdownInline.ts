import { itemAt } from '../../../util/defined';
import type { PhrasingContent } from 'mdast';
import { attributesEnd } from './markdownAttributes';
import { blockText } from './plainText';

/** What a line says. */
export interface InlineText {
  readonly text: string;
  /** What its images say in place of themselves. */
  readonly captions: readonly string[];
  /** Notes that are written within it, as Pandoc has them: `^[A note.]`. */
  readonly notes: readonly string[];
}

/** The text of a line. Markup in HTML, attributes and the brackets of spans are left out. */
export function inlineText(children: readonly PhrasingContent[]): InlineText {
  const reader = new InlineReader();
  const waiting: (PhrasingContent | undefined)[] = [...children].reverse();
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (node === undefined) {
      reader.endElement();
    } else if ('children' in node) {
      waiting.push(undefined);
      for (let at = node.children.length - 1; at >= 0; at -= 1) {
        waiting.push(itemAt(node.children, at));
      }
    } else {
      reader.read(node);
    }
  }
  return reader.end();
}

/** A bracket that waits for the one that closes it. */
interface Opened {
  /** Its place among the parts. */
  readonly part: number;
  readonly isNote: boolean;
}

class InlineReader {
  private parts: string[] = [];
  private readonly captions: string[] = [];
  private readonly notes: string[] = [];
  private readonly opened: Opened[] = [];
  /** Whether a link, image or code has just ended, which may have attributes. */
  private isAfterElement = false;

  read(node: PhrasingContent): void {
    if (node.type === 'text') {
      this.text(node.value);
      return;
    }
    if (node.type === 'inlineCode') {
      this.parts.push(node.value);
    } else if (node.type === 'break' || (node.type === 'html' && /^<br\b/i.test(node.value))) {
      this.parts.push(' ');
    } else if (node.type === 'image' || node.type === 'imageReference') {
      this.captions.push(blockText(node.alt ?? ''));
    }
    this.endElement();
  }

  endElement(): void {
    this.isAfterElement = true;
  }

  end(): InlineText {
    return { text: blockText(this.parts.join('')), captions: this.captions, notes: this.notes };
  }

  private text(value: string): void {
    let from = this.isAfterElement ? this.attributesOfElement(value) : 0;
    this.isAfterElement = false;
    for (let at = from; at < value.length; at += 1) {
      const sign = value.charAt(at);
      if (sign === '[') {
        this.put(value.slice(from, at));
        this.parts.push(sign);
        this.opened.push({ part: this.parts.length - 1, isNote: value.charAt(at - 1) === '^' });
        from = at + 1;
      } else if (sign === ']') {
        this.put(value.slice(from, at));
        from = this.close(value, at);
        at = from - 1;
      }
    }
    this.put(value.slice(from));
  }

  /** Takes words without the marks of what stands above the line ("km^2^"). */
  private put(words: string): void {
    this.parts.push(words.replace(/(?<=\w)\^([^\s^]{1,20})\^/gu, '$1'));
  }

  /** Where the attributes of the element before a text end. Those of raw text say that it is no text. */
  private attributesOfElement(value: string): number {
    const end = attributesEnd(value, 0);
    if (end !== undefined && value.startsWith('{=')) {
      this.parts.pop();
    }
    return end ?? 0;
  }

  /** Reads the bracket at an offset that closes the last one, and answers where the text goes on. */
  private close(value: string, at: number): number {
    const opened = this.opened.pop();
    const end = attributesEnd(value, at + 1);
    if (opened?.isNote === true) {
      const note = this.parts.splice(opened.part).slice(1).join('');
      const before = this.parts.pop() ?? '';
      this.parts.push(before.replace(/\^$/, ''));
      // Figures alone are the mark of a note that stands elsewhere.
      if (/\p{L}/u.test(note)) {
        this.notes.push(blockText(note));
      }
      return at + 1;
    }
    if (opened !== undefined && end !== undefined) {
      this.parts[opened.part] = '';
      return end;
    }
    this.parts.push(']');
    return at + 1;
  }
}
