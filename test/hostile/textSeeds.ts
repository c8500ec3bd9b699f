import type { TextKind } from './kinds';

const WORDS = 'the keeper of the lamp shed counted every barrel of herring, and the HCR was told';

const NOTE = `---
title: Lamps
bibliography: references.bib
glossaries: [house.glossary.yml]
---
`;

/** Well-formed files of a kind, to be spoilt. */
export const TEXT_SEEDS: Readonly<Record<TextKind, string>> = {
  glossary: `contexts:
  - name: Harbour
    paths: [notes/harbour]
    terms:
      - name: harbour control room
        abbreviation: HCR
        aliases: [control room, "the 'room'"]
        definition: |
          The room from which
          the lamps are lit.
        examples: [{a: b}, plain]
        meta: { Agreed by: the head }
      - &shed
        name: lamp shed
        status: deprecated
        use: harbour control room
imports: [../common/ships.yml]
`,
  bibtex: `@string{quay = "Quay Press"}
@comment{nothing}
@book{quay1931, author = {Quay, Ada and Keeper, {\\"O}}, title = "The {Timetable}" # quay,
  year = 1931, file = {a:sources/timetable.pdf:application/pdf}}
`,
  csl: '[{"id":"quay1931","type":"book","title":"The Timetable","author":[{"family":"Quay"}],"issued":{"date-parts":[[1931,4]]}}]\n',
  table:
    'name,abbreviation,definition,aliases\r\nlamp shed,LS,"The ""old"" word, for it","a\nb"\r\n=1+1,,@x,-y\r\n',
  tbx: `<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body><termEntry id="a"><descrip type="definition">Old &amp; wise</descrip>
<langSet xml:lang="en"><tig><term>lamp shed</term><!-- no --></tig></langSet></termEntry></body></text></martif>`,
  ignore: '# none\ndrafts/\n*.tmp\n!keep.tmp\n/a/**/b[0-9]?\n\\#x\n',
  'note-markdown': `${NOTE}
# Lamps

The *${WORDS}* [@quay1931, p. 2].[^1] "The ${WORDS}." <!-- ip4desk-disable-next-line -->

> ${WORDS}

| a | b |
| - | - |
| \`c\` | [d](<e>) |

<!-- ip4desk-disable acronym-unknown -->
[^1]: Quay, *The Timetable*, 2.
`,
  'note-text': `LAMPS\n\nThe ${WORDS} (Quay 1931, 2).\n\n    "${WORDS}"\n`,
  'note-latex': `\\documentclass{article}\\addbibresource{references.bib}
\\begin{document}\\section{Lamps} % ip4desk-disable
The ${WORDS} \\autocite[2]{quay1931}. \\enquote{The ${WORDS}} \\verb|x| $a_{b}$ \\footnote{No.}
\\begin{quote}${WORDS}\\end{quote}\\end{document}
`,
  'note-rst': `Lamps\n=====\n\nThe ${WORDS} :cite:p:\`quay1931\` [1]_ \`\`x\`\` |s|.\n\n   ${WORDS}\n\n.. ip4desk-disable\n\n.. [1] No.\n`,
  'note-asciidoc': `= Lamps\n\nThe ${WORDS} cite:[quay1931(2)] \`x\` footnote:[No.].\n\n____\n${WORDS}\n____\n\n// ip4desk-disable\n----\ncode\n----\n`,
  'note-quarto': `${NOTE}\n# Lamps {#sec-a}\n\n::: {.callout}\nThe ${WORDS} [@quay1931].\n:::\n\n\`\`\`{r}\n#| a: b\n1\n\`\`\`\n`,
  'note-org': `#+title: Lamps\n#+bibliography: references.bib\n* Lamps :tag:\nThe ${WORDS} [cite:@quay1931 p. 2] =x= [[a][b]] [fn:1].\n#+begin_quote\n${WORDS}\n#+end_quote\n# ip4desk-disable\n[fn:1] No.\n`,
  'note-typst': `#set text(lang: "en")\n= Lamps <lamps>\nThe _lamp_ ${WORDS} @quay1931[p. 2] \`x\` $y$ #link("a")[b]#footnote[No.].\n#quote(block: true)[\n${WORDS}\n]\n// ip4desk-disable\n#bibliography("references.bib")\n`,
};

/** What is put into files of a kind, once or a thousand times. */
export const TEXT_PIECES: Readonly<Record<TextKind, readonly string[]>> = {
  glossary: [
    ']',
    '[',
    '{',
    '- ',
    '? ',
    ': ',
    '&a ',
    '*a ',
    '|\n',
    '"',
    "'",
    '<<: ',
    '\t',
    '%',
    '---\n',
    '!!x ',
  ],
  bibtex: [
    '@book{',
    '{',
    '}',
    '"',
    '#',
    ',',
    '= ',
    '@string{a = ',
    '\\"',
    '%',
    '@comment{',
    '(',
    '\n',
  ],
  csl: [
    '[',
    '{',
    '"',
    ',',
    ':',
    '\\u0000',
    '"id":',
    '"issued":{"date-parts":[[',
    '1e999',
    '}',
    ']',
  ],
  table: ['"', ',', ';', '\t', '\r', '\n', '=', '+', '@', '\ufeff', "'", '""'],
  tbx: [
    '<aaaa',
    '<!DOCTYPE ',
    '<!DOCTYPE a [',
    '<!--',
    '<![CDATA[',
    '&',
    '&a;',
    '</',
    '<a b="',
    ']]>',
    ' ',
    '<?',
  ],
  ignore: ['*a', '[', '**/', '!', '\\', '/', '#', '{', '(', '+', '?', '\n'],
  'note-markdown': [
    '<!-- ip4desk-disable',
    '<!--',
    '[',
    '](',
    '[^',
    '`',
    '*',
    '> ',
    '|',
    '<a ',
    '"',
    '[@',
    '~~~\n',
    '![',
    '$$',
    '---\n',
  ],
  'note-text': ['"', '\u201c', "'", '(', 'HCR ', '    ', '\n\n', '\u202e', '\u00ab'],
  'note-latex': [
    '\\begin{',
    '\\enquote{',
    '{',
    '[',
    '$',
    '%',
    '\\cite{',
    '\\verb|',
    '\\footnote{',
    '\\\\',
    '``',
  ],
  'note-rst': ['`', '``', ':cite:`', '|', '*', '.. ', '::\n', '[1]_', '_', '   ', '=', '+--'],
  'note-asciidoc': [
    '____\n',
    '`',
    '+',
    '*',
    '_',
    'cite:[',
    'footnote:[',
    '<<',
    '|===\n',
    '[',
    '//// ',
    '"`',
  ],
  'note-quarto': [':::', '{', '[@', '```{', '#| ', '---\n', '[', '{{<', '$', '<!--'],
  'note-org': ['[[', '[cite:', '*', '=', '~', '[fn:', '#+begin_', '\\[', '$', ':', '|', '#+'],
  'note-typst': [
    '#',
    '[',
    '(',
    '{',
    '"',
    '`',
    '$',
    '/*',
    '//',
    '@a[',
    '#quote[',
    '#let ',
    '\\',
    '<',
    '\n= ',
  ],
};
