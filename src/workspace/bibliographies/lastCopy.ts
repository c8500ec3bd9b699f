import type { CitableRef } from './citableRef';

/** What our commands copied last: the clipboard itself takes nothing beside the text. */
export class LastCopy {
  private copy: { readonly text: string; readonly refs: readonly CitableRef[] } | undefined;

  set(text: string, refs: readonly CitableRef[]): void {
    this.copy = { text, refs };
  }

  /** What `text`, taken from the clipboard, was copied from; empty when it is something else. */
  refsOf(text: string): readonly CitableRef[] {
    return this.copy !== undefined && withoutReturns(this.copy.text) === withoutReturns(text)
      ? this.copy.refs
      : [];
  }
}

/** Some systems turn the line breaks of what is copied into their own. */
function withoutReturns(text: string): string {
  return text.replaceAll('\r', '');
}
