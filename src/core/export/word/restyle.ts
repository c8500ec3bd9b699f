import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { escapeXml } from '../../glossary/exchange/xmlTree';
import {
  relationshipsOf,
  relationshipsPath,
  relationshipType,
  stylesIn,
  partText,
  type ReferenceDocument,
} from './referenceDocument';
import { STYLE_IDS } from './wordLook';

/** What other styles of a template do as well as those that are written, by their names. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  'body text': ['normal'],
  'block text': ['quote'],
  caption: ['image caption'],
};

/**
 * A file that `wordFile` has written with the looks of a reference document: its styles, theme,
 * numbering of headings, pages, headers and footers. Styles that it lacks are added.
 * @param language a tag, in which Word checks the spelling whatever the template is written in
 */
export function restyled(
  file: Uint8Array,
  reference: ReferenceDocument,
  language: string,
): Uint8Array {
  const restyling = new Restyling(unzipSync(file), reference);
  restyling.styles(language);
  restyling.numbering();
  restyling.section();
  restyling.takeOver('word/theme/theme1.xml');
  return restyling.zip();
}

class Restyling {
  private readonly types: string[] = [];
  private readonly copies = new Map<string, string>();

  constructor(
    private readonly parts: Record<string, Uint8Array>,
    private readonly reference: ReferenceDocument,
  ) {}

  zip(): Uint8Array {
    this.edit('[Content_Types].xml', (markup) =>
      markup.replace('</Types>', `${this.types.join('')}</Types>`),
    );
    return zipSync(this.parts);
  }

  takeOver(path: string): void {
    const part = this.reference.parts.get(path);
    if (part !== undefined) {
      this.parts[path] = part;
    }
  }

  styles(language: string): void {
    const { styles, styleIds } = this.reference;
    const own = stylesIn(this.read('word/styles.xml'));
    const taken = new Set(styleIds.values());
    const ids = new Map<string, string>();
    for (const { id, name } of own) {
      const names = [name.toLowerCase(), ...(ALIASES[name.toLowerCase()] ?? [])];
      const found = names.map((one) => styleIds.get(one)).find((one) => one !== undefined);
      ids.set(id, found ?? (taken.has(id) ? `Export${id}` : id));
    }
    const idOf = (id: string): string => ids.get(id) ?? id;
    const used = new Set<string>(Object.values(STYLE_IDS).flat());
    const added = own.filter(({ id }) => used.has(id) && !taken.has(idOf(id)));
    const markup = added
      .map((style) =>
        style.markup
          // The fonts and colours of a template are its own.
          .replace(/<w:(?:rFonts|color)\s[^<>]*\/>/g, '')
          .replace(
            /(<w:(?:basedOn|next|link)\s+w:val=")([^"]*)"/g,
            (_, before: string, id: string) => `${before}${escapeXml(idOf(id))}"`,
          )
          .replace(/w:styleId="[^"]*"/, `w:styleId="${escapeXml(idOf(style.id))}"`),
      )
      .join('');
    this.write(
      'word/styles.xml',
      inLanguage(styles, language).replace('</w:styles>', () => `${markup}</w:styles>`),
    );
    for (const path of ['word/document.xml', 'word/footnotes.xml', 'word/footer1.xml']) {
      this.edit(path, (text) =>
        text.replace(
          /(<w:(?:pStyle|rStyle|tblStyle)\s+w:val=")([^"]*)"/g,
          (_, before: string, id: string) => `${before}${escapeXml(idOf(id))}"`,
        ),
      );
    }
  }

  /** Lists are numbered behind what the template numbers, such as headings. */
  numbering(): void {
    const { numbering } = this.reference;
    if (numbering === '') {
      return;
    }
    const taken = numbersIn(numbering, /w:(?:abstractNumId|numId)="(\d+)"/g);
    const shift = 1 + taken.reduce((most, id) => Math.max(most, id), 0);
    const shifted = (text: string): string =>
      text.replace(
        /(w:(?:abstractNumId|numId)=|<w:(?:abstractNumId|numId)\s+w:val=)"(\d+)"/g,
        (_, before: string, id: string) => `${before}"${Number(id) + shift}"`,
      );
    const own = shifted(this.read('word/numbering.xml')).replace(/ w15:[\w]+="[^"]*"/g, '');
    const lists = own.match(/<w:abstractNum\s[^]*?<\/w:abstractNum>/g) ?? [];
    const uses = own.match(/<w:num\s[^]*?<\/w:num>/g) ?? [];
    const at = numbering.search(/<w:num\s|<w:numIdMacAtCleanup|<\/w:numbering>/);
    const end = numbering.search(/<w:numIdMacAtCleanup|<\/w:numbering>/);
    this.write(
      'word/numbering.xml',
      numbering.slice(0, at) +
        lists.join('') +
        numbering.slice(at, end) +
        uses.join('') +
        numbering.slice(end),
    );
    this.copyRelationships('word/numbering.xml', 'word/numbering.xml');
    this.edit('word/document.xml', shifted);
  }

  /** The page with its headers and footers; page numbers of ours where the template has no footer. */
  section(): void {
    const { reference } = this;
    if (reference.section === '') {
      return;
    }
    const relationships = relationshipsOf(reference.parts, 'word/document.xml');
    const added: string[] = [];
    let section = reference.section.replace(
      /<w:(header|footer)Reference\s[^<>]*\/>/g,
      (written: string, kind: string) => {
        const id = /r:id="([^"]*)"/.exec(written)?.[1];
        const target = relationships.find((one) => one.id === id)?.target;
        const copy =
          target === undefined ? undefined : this.copy(pathOf('word/document.xml', target));
        if (copy === undefined) {
          return '';
        }
        const name = `reference${added.length + 1}`;
        added.push(
          `<Relationship Id="${name}" Type="${relationshipType(kind)}" Target="/${copy}"/>`,
        );
        return written.replace(/r:id="[^"]*"/, `r:id="${name}"`);
      },
    );
    this.edit('word/document.xml', (document) => {
      const start = document.lastIndexOf('<w:sectPr');
      const footer = /<w:footerReference\s[^<>]*\/>/.exec(document.slice(start))?.[0] ?? '';
      if (!section.includes('<w:footerReference')) {
        section = section.replace(/^<w:sectPr[^<>]*>/, (opening) => opening + footer);
      }
      return `${document.slice(0, start)}${section}</w:body></w:document>`;
    });
    this.edit('word/_rels/document.xml.rels', (markup) =>
      markup.replace('</Relationships>', `${added.join('')}</Relationships>`),
    );
    if (hasEvenPages(partText(reference.parts, 'word/settings.xml') ?? '')) {
      this.edit('word/settings.xml', (markup) =>
        markup.replace(/<w:evenAndOddHeaders[^<>]*\/>/, '<w:evenAndOddHeaders/>'),
      );
    }
  }

  /** Copies a part of the template with all that it is made of, and says where it is now. */
  private copy(path: string): string | undefined {
    const part = this.reference.parts.get(path);
    if (part === undefined) {
      return undefined;
    }
    const known = this.copies.get(path);
    if (known !== undefined) {
      return known;
    }
    const at = path.lastIndexOf('/') + 1;
    const copy = `${path.slice(0, at)}reference-${path.slice(at)}`;
    this.copies.set(path, copy);
    this.parts[copy] = part;
    const type = this.typeOf(path);
    if (type !== undefined) {
      this.types.push(`<Override PartName="/${escapeXml(copy)}" ContentType="${type}"/>`);
    }
    this.copyRelationships(path, copy);
    return copy;
  }

  private copyRelationships(from: string, to: string): void {
    const relationships = relationshipsOf(this.reference.parts, from).flatMap((one) => {
      const target = one.isExternal ? one.target : this.copy(pathOf(from, one.target));
      const mode = one.isExternal ? ' TargetMode="External"' : '';
      return target === undefined
        ? []
        : [
            `<Relationship Id="${escapeXml(one.id)}" Type="${escapeXml(one.type)}" Target="${one.isExternal ? '' : '/'}${escapeXml(target)}"${mode}/>`,
          ];
    });
    if (relationships.length > 0) {
      this.write(
        relationshipsPath(to),
        `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships.join('')}</Relationships>`,
      );
    }
  }

  /** The type that the template gives a part, by its path or its ending. */
  private typeOf(path: string): string | undefined {
    const types = partText(this.reference.parts, '[Content_Types].xml') ?? '';
    const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
    const named = [...types.matchAll(/<(Override|Default)\s([^<>]*)>/g)];
    const of = (attribute: string, value: string): string | undefined =>
      named.find(([, , all = '']) => all.toLowerCase().includes(`${attribute}="${value}"`))?.[2];
    const found = of('partname', `/${path.toLowerCase()}`) ?? of('extension', ending);
    return found === undefined ? undefined : /ContentType="([^"]*)"/.exec(found)?.[1];
  }

  private read(path: string): string {
    const part = this.parts[path];
    return part === undefined ? '' : strFromU8(part);
  }

  private write(path: string, text: string): void {
    this.parts[path] = strToU8(text);
  }

  private edit(path: string, change: (text: string) => string): void {
    if (this.parts[path] !== undefined) {
      this.write(path, change(this.read(path)));
    }
  }
}

function pathOf(from: string, target: string): string {
  if (target.startsWith('/')) {
    return target.slice(1);
  }
  const segments = from.split('/').slice(0, -1);
  for (const segment of target.split('/')) {
    if (segment === '..') {
      segments.pop();
    } else if (segment !== '.') {
      segments.push(segment);
    }
  }
  return segments.join('/');
}

function numbersIn(text: string, pattern: RegExp): readonly number[] {
  return [0, ...Array.from(text.matchAll(pattern), ([, number]) => Number(number))];
}

/** Whether left pages have headers and footers of their own. */
function hasEvenPages(settings: string): boolean {
  const [whole] = /<w:evenAndOddHeaders(?:\s[^<>]*)?\/>/.exec(settings) ?? [];
  return whole !== undefined && !/w:val="(?:0|false|off)"/.test(whole);
}

/** Styles whose text is in a language, whatever they say themselves. */
function inLanguage(styles: string, language: string): string {
  const tag = `<w:lang w:val="${escapeXml(language)}" w:eastAsia="${escapeXml(language)}"/>`;
  const without = styles.replace(/<w:lang\s[^<>]*\/>/g, tag);
  if (/<w:rPrDefault>[^]*<w:lang[^]*<\/w:rPrDefault>/.test(without)) {
    return without;
  }
  return without.includes('<w:rPrDefault>')
    ? without.replace(
        /<w:rPrDefault>\s*(?:<w:rPr\/>|<w:rPr>([^]*?)<\/w:rPr>)/,
        (_, all = '') => `<w:rPrDefault><w:rPr>${String(all)}${tag}</w:rPr>`,
      )
    : without;
}
