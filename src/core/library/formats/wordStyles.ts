import { xmlAttribute, xmlTokens } from '../../text/xml';

/** What the styles of a Word file say that its text is read by. */
export interface WordStyles {
  /**
   * The levels of headings, from 1, by the ids of the paragraph styles that have one, be it from the
   * style that they are based on. Templates give headings names of their own, in any language; the
   * outline level is what Word goes by.
   */
  readonly levels: ReadonlyMap<string, number>;
  /** Whether any style hides text. */
  readonly hidesText: boolean;
  /** Whether a run is hidden that says nothing about it itself, by the styles of its paragraph and its own. */
  hides(paragraph: string | undefined, run: string | undefined): boolean;
}

interface Style {
  readonly isParagraph: boolean;
  basedOn?: string;
  level?: number;
  isHidden?: boolean;
}

/** Reads the part of a Word file that defines its styles. */
export function wordStyles(xml: string): WordStyles {
  const styles = stylesIn(xml);
  const levels = new Map<string, number>();
  const hidden = new Set<string>();
  for (const [id, { isParagraph }] of styles) {
    const level = isParagraph ? inherited(id, styles, ({ level: own }) => own) : undefined;
    // The tenth level is that of text.
    if (level !== undefined && level >= 1 && level <= 9) {
      levels.set(id, level);
    }
    if (inherited(id, styles, ({ isHidden }) => isHidden) === true) {
      hidden.add(id);
    }
  }
  return {
    levels,
    hidesText: hidden.size > 0,
    // Two styles that both hide undo each other: Word toggles.
    hides: (paragraph, run) => hidden.has(paragraph ?? '') !== hidden.has(run ?? ''),
  };
}

function stylesIn(xml: string): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>();
  let style: Style = { isParagraph: false };
  for (const token of xmlTokens(xml)) {
    if (token.kind !== 'open') {
      continue;
    }
    const value = xmlAttribute(token.attributes, 'w:val');
    if (token.name === 'w:style') {
      const type = xmlAttribute(token.attributes, 'w:type');
      style = { isParagraph: type === 'paragraph' };
      if (type === 'paragraph' || type === 'character') {
        styles.set(xmlAttribute(token.attributes, 'w:styleId') ?? '', style);
      }
    } else if (token.name === 'w:basedOn') {
      style.basedOn = value ?? '';
    } else if (token.name === 'w:outlineLvl') {
      style.level = Number(value ?? '') + 1;
    } else if (token.name === 'w:vanish') {
      style.isHidden = isOn(value);
    }
  }
  return styles;
}

/** Whether a property that can be switched off is on: it is where it has no value. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off)$/.test(value);
}

/** What a style says, or the nearest of those that it is based on. */
function inherited<Value>(
  id: string,
  styles: ReadonlyMap<string, Style>,
  valueOf: (style: Style) => Value | undefined,
): Value | undefined {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at);) {
    seen.add(at);
    const style = styles.get(at);
    const value = style && valueOf(style);
    if (value !== undefined) {
      return value;
    }
    at = style?.basedOn;
  }
  return undefined;
}
