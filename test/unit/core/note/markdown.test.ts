import { finds } from './marked';

const TERMS = ['NATO', 'IP4', 'Istanbul Cooperation Initiative', 'Cooperation', 'NATO Allies'];

describe('prose in Markdown', () => {
  describe('emphasis', () => {
    finds(TERMS, 'markdown', [
      '**‹Istanbul** Cooperation _Initiative›_',
      '‹Istanbul *Cooperation Initiative›*',
      '***‹NATO›*** ~~‹NATO›~~ ==‹NATO›== __‹NATO›__ **‹N**ATO›',
      '<b>‹Istanbul</b> Cooperation <em class="x">Initiative›</em>',
      '**‹IP4›**, *‹IP4’s›*, **‹IP4**’s›',
      'Istanbul\\* ‹Cooperation›',
    ]);
  });

  describe('paragraphs', () => {
    finds(TERMS, 'markdown', [
      'the ‹Istanbul\nCooperation Initiative›',
      '- the ‹Istanbul\n  Cooperation\n  Initiative›',
      '> the ‹Istanbul\n> Cooperation\n> Initiative›',
      '> the ‹Istanbul\nCooperation Initiative› lazily',
      '> - the ‹Istanbul\n>   Cooperation\n>   Initiative›',
      '1. the ‹Istanbul\n   Cooperation Initiative›',
      '- Istanbul\n- ‹Cooperation› Initiative',
      '* Istanbul\n* ‹Cooperation› Initiative',
      '1. Istanbul\n2. ‹Cooperation› Initiative',
      'Istanbul\n1) ‹Cooperation› Initiative',
      '# Istanbul\n‹Cooperation› Initiative',
      'Istanbul\n# ‹Cooperation› Initiative',
      'Istanbul\n===\n‹Cooperation› Initiative',
      'Istanbul\n\n‹Cooperation› Initiative',
      'Istanbul\n> ‹Cooperation› Initiative',
      '> Istanbul\n>\n> ‹Cooperation› Initiative',
      '> Istanbul\n\n‹Cooperation› Initiative',
      '| Istanbul | ‹Cooperation› Initiative |',
      'x | Istanbul\n--|--\n‹Cooperation› | Initiative',
      'x | Istanbul\n‹Cooperation› Initiative',
      '‹Istanbul\\\nCooperation Initiative›',
      '‹Istanbul  \nCooperation<br>Initiative›',
      'Istanbul\n---\n‹Cooperation› Initiative',
    ]);
  });

  describe('code', () => {
    finds(TERMS, 'markdown', [
      '`NATO` and `` `NATO` `` and ‹NATO› ` ‹NATO›',
      '`a ‹NATO›',
      '`NATO\nNATO` ‹NATO›',
      '`‹NATO›\n\n‹NATO›`',
      '> `NATO\n> NATO` ‹NATO›\n> ‹Istanbul\n> Cooperation Initiative›',
      '```\nNATO\n```\n‹NATO›',
      '~~~~ python\nNATO\n~~~\nNATO\n~~~~\n‹NATO›',
      '``` a ‹NATO› `` b\n‹NATO›',
      '- x\n  ```\n  NATO\n  ```\n  ‹NATO›',
      '- ```\n  NATO\n  ```\n- ‹NATO›',
      '- ```\n  NATO\n‹NATO›',
      '> ```\n> NATO\n> ```\n> ‹NATO›',
      '> ```\n> NATO\n\n‹NATO›',
      '```\n> ```\nNATO\n    ```\nNATO\n```\n‹NATO›',
      'x\n\n    NATO\n\tNATO\n\n‹NATO›',
      '    NATO\n',
      'x\n    ‹NATO›',
      '- x\n\n    ‹NATO›\n\n      NATO\n',
      '1. x\n    - ‹NATO›\n        - ‹NATO›',
      '```\nNATO',
      '- `NATO`\n- ‹NATO› `NATO`',
      '# `NATO` ‹NATO›\n‹NATO›',
    ]);
  });

  describe('front matter', () => {
    finds(TERMS, 'markdown', [
      '---\ntitle: NATO\n---\n‹NATO›',
      '---\ntitle: NATO\n...\n‹NATO›',
      '+++\ntitle = "NATO"\n+++\n‹NATO›',
      '---\r\ntitle: NATO\r\n---\r\n‹NATO›',
      '\n---\ntitle: ‹NATO›\n---\n‹NATO›',
      '---\n‹NATO› without an end',
      '----\n‹NATO›\n----\n',
    ]);
  });

  describe('links', () => {
    finds(TERMS, 'markdown', [
      '[‹NATO›](https://nato.int/NATO "NATO") ‹NATO›',
      '[‹NATO›](<NATO x> (NATO)) [‹NATO›](NATO(NATO)NATO) ‹NATO›',
      '[‹NATO›](‹NATO› ‹NATO›)',
      '![‹NATO›](NATO.png) [![‹IP4›](NATO)](IP4)',
      '[‹NATO›][NATO] [‹NATO›][] [‹NATO›]\n\n[NATO]: https://x.org/NATO "NATO"\n‹NATO›',
      '‹NATO› [‹NATO›][NATO]\n[NATO]: https://x.org/NATO "NATO"\n‹NATO›',
      '[‹NATO›]: the ‹IP4› is a phrase, not a target',
      '‹NATO›[^NATO]\n\n[^NATO]: about ‹NATO›',
      '[[NATO|the ‹IP4›]] [[‹NATO›]] ![[NATO|‹IP4›]]',
      '[[‹Istanbul Cooperation Initiative›]]',
      '[Istanbul ‹Cooperation›](x) Initiative',
      '[x] ‹NATO› ] (‹NATO›)',
      '[a [b ‹NATO›](NATO)](IP4)',
    ]);
  });

  describe('addresses', () => {
    finds(TERMS, 'markdown', [
      'https://nato.int/NATO <https://x.org/NATO> www.x.org/NATO ftp://NATO ‹NATO›',
      '(https://x.org/NATO) (‹NATO›, https://x.org?NATO=NATO#NATO), ‹NATO›',
      'https://en.wikipedia.org/wiki/Quad_(NATO), ‹NATO›',
      'NATO@x.org mailto:NATO@NATO <NATO@x.org> x.NATO@x.org @NATO [@NATO; @x-NATO, p. 3] -@NATO ‹NATO›',
      'x/NATO.md ./NATO ../NATO ~/NATO /home/NATO C:\\NATO C:/NATO \\\\x\\NATO a\\NATO x/y/NATO/ NATO.md',
      '‹NATO›/‹IP4› and/or ‹NATO›/Japan, NATO.int/IP4',
      'NATO-NATO.int, e.g.‹NATO›, ‹NATO›.‹NATO›, «‹NATO›»',
    ]);
  });

  describe('HTML', () => {
    finds(TERMS, 'markdown', [
      '<a href="NATO" title=\'NATO\'>‹NATO›</a> <NATO>‹NATO›</NATO>',
      '<!-- NATO --> ‹NATO› <!-- NATO\n\nNATO --> ‹NATO›',
      '‹NATO› <!-- ‹NATO›',
      '<!-- NATO\n\nNATO',
      '<code>NATO</code> <pre>NATO\n\nNATO</pre> <CODE>NATO</CODE> ‹NATO›',
      '<script>\nNATO\n\n</script>\n‹NATO› <style>NATO</style>',
      '<code>‹NATO›',
      'a < ‹NATO› > b, a <‹NATO›, 1<‹NATO›',
      '<div\n class="NATO">\n‹NATO›\n</div>',
      '<kbd>NATO</kbd> ‹NATO›<sup>1</sup> <img alt="NATO">',
      '<!-- x --> ‹NATO›\n# ‹IP4› <!-- y\n--> ‹NATO›',
      'R&amp;D ‹NATO›&nbsp;‹IP4› ‹Istanbul&nbsp;Cooperation Initiative›',
    ]);
  });

  describe('math and attributes', () => {
    finds(TERMS, 'markdown', [
      '$NATO$ $$NATO$$ ‹NATO›',
      '$$\nNATO\n$$\n‹NATO›',
      'US$5 for ‹NATO› and US$6 for ‹NATO›, $5 ‹NATO›$7',
      '\\$‹NATO›\\$',
      '[‹NATO›]{.NATO #NATO x=NATO} {‹NATO›} # ‹NATO› {#NATO}',
      '::: {.callout-NATO}\n‹NATO›\n:::',
    ]);
  });

  describe('Quarto', () => {
    finds(TERMS, 'quarto', [
      '---\ntitle: NATO\n---\n```{python}\n#| NATO\nNATO\n```\n{{< include NATO.qmd >}} ‹NATO› `r NATO`',
      '{{% NATO %}} {% NATO %} {{ ‹NATO› }}',
    ]);
  });
});
