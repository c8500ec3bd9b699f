import { finds } from './marked';

const TERMS = [
  'NATO',
  'IP4',
  'Istanbul Cooperation Initiative',
  'Cooperation',
  'Côte d’Ivoire',
  'R&D',
];

describe('prose in plain text', () => {
  finds(TERMS, 'plaintext', [
    '`‹NATO›` $‹NATO›$ <‹NATO›> [‹NATO›](‹NATO›)',
    '    ‹NATO›\n\n\t‹NATO›',
    'https://nato.int/NATO NATO@x.org x/NATO.md',
    '---\ntitle: NATO\n---\n‹NATO›',
    '---\n‹NATO›\n---\n‹NATO›',
  ]);
  finds(TERMS, 'some-unknown-language', ['`‹NATO›`']);
});

describe('prose in LaTeX', () => {
  for (const language of ['latex', 'tex']) {
    finds(TERMS, language, [
      '\\emph{‹Istanbul} Cooperation \\textbf{Initiative›} {\\em ‹NATO›} \\NATO{}',
      '‹Istanbul~Cooperation\\ Initiative›, ‹Istanbul--Cooperation Initiative›',
      '‹NATO› % NATO\n50\\% ‹NATO›',
      'Istanbul % x\n‹Cooperation› Initiative',
      '\\section{‹NATO›}\n\\label{NATO}‹Istanbul\nCooperation Initiative›',
      '\\section{Istanbul}\n‹Cooperation›',
      '\\cite{NATO} \\parencite[see][p.~3]{NATO,IP4} \\ref{NATO} \\input{NATO} \\url{NATO} ‹NATO›',
      '\\href{https://x.org/NATO}{‹NATO›} \\textcolor{NATO}{‹NATO›} \\footnote{‹NATO›}',
      '\\begin{verbatim}\nNATO\n\\end{verbatim}\n‹NATO›',
      '\\begin{lstlisting}[language=NATO]\nNATO\n\\end{lstlisting} ‹NATO›',
      '\\begin{equation*}NATO\\end{equation*} $NATO$ $$NATO$$ \\(NATO\\) \\[NATO\\] ‹NATO›',
      '\\begin{itemize}\n\\item Istanbul\n\\item ‹Cooperation›\n\\item[‹NATO›] x\n\\end{itemize}',
      '\\begin{tabular}{NATO} Istanbul & ‹Cooperation› \\\\ Istanbul \\\\ ‹Cooperation›\\end{tabular}',
      '\\verb|NATO| \\verb*+NATO+ \\texttt{NATO} \\lstinline{NATO} ‹NATO›',
      "‹C\\^ote d'Ivoire› ‹C\\^{o}te d'Ivoire› ‹R\\&D› In\\-sta ‹N\\-A\\-T\\-O›",
      '\\newcommand{\\x}[1]{NATO} \\newcommand\\y{NATO} \\usepackage[NATO]{NATO}',
      '\\begin{document}‹NATO›\\end{document} NATO',
      '\\caption[NATO]{‹NATO›} \\begin{quote}‹NATO›\\end{quote}',
      'a $ ‹NATO›\n\n‹NATO› $ b',
    ]);
  }
});

describe('prose in reStructuredText', () => {
  finds(TERMS, 'restructuredtext', [
    '**‹Istanbul** Cooperation *Initiative›*',
    '``NATO`` `‹NATO›` `‹NATO› <https://x.org/NATO>`_ `‹NATO›`__ ‹NATO›',
    ':ref:`NATO` :ref:`‹NATO› <NATO>` :term:`‹NATO›` :math:`NATO` :py:func:`NATO`',
    '‹NATO› [NATO]_ [1]_ |NATO| ‹NATO›_',
    '.. code-block:: NATO\n   :NATO: NATO\n\n   NATO\n\n   NATO\n\n‹NATO›',
    '.. note:: ‹NATO›\n\n   ‹NATO›\n\n‹NATO›',
    '.. figure:: NATO.png\n   :alt: NATO\n\n   ‹NATO›',
    '.. NATO comment\n   NATO\n\n‹NATO›',
    '..\n   NATO\n\n‹NATO›',
    '.. _NATO: https://x.org/NATO\n\n‹NATO›',
    '.. [NATO] ‹NATO›\n',
    '.. |NATO| replace:: ‹NATO›\n',
    'Like this::\n\n   NATO\n\n   NATO\n\n‹NATO›',
    '- ‹NATO›::\n\n    NATO\n\n- ‹NATO›',
    '>>> NATO\n\n‹NATO›',
    ':NATO: ‹NATO›\n',
    'Istanbul\n========\n‹Cooperation›',
    'Istanbul\n  ‹Cooperation› Initiative',
    '- ‹Istanbul\n  Cooperation Initiative›',
    '=====  ====\nIstanbul  ‹Cooperation›\n=====  ====\n\n‹Istanbul  Cooperation Initiative›',
    '| ‹NATO› | Istanbul | ‹Cooperation› |',
    '‹N\\ ATO› ‹NATO\\ s›',
  ]);
});

describe('prose in AsciiDoc', () => {
  finds(TERMS, 'asciidoc', [
    '*‹Istanbul* Cooperation _Initiative›_ #‹NATO›# **‹N**ATO›',
    '`NATO` ``NATO`` "`‹NATO›`" ‹NATO›',
    '----\nNATO\n----\n‹NATO›',
    '....\nNATO\n....\n‹NATO›',
    '////\nNATO\n////\n// NATO\n‹NATO›',
    '[source,NATO]\n----\nNATO\n----\n‹NATO›',
    '[source]\nNATO\nNATO\n\n‹NATO›',
    '```NATO\nNATO\n```\n‹NATO›',
    ':NATO: NATO\n{NATO} ‹NATO›',
    'https://x.org/NATO[‹NATO›] link:NATO[‹NATO›] xref:NATO[‹NATO›] mailto:NATO[‹NATO›]',
    'image::NATO.png[‹NATO›]\ninclude::NATO[]\nstem:[NATO] footnote:[‹NATO›] [.NATO]#‹NATO›#',
    '<<NATO>> <<NATO,‹NATO›>> [[NATO]]‹NATO›',
    '== Istanbul\n‹Cooperation›',
    '.Istanbul\n‹Cooperation›',
    '* Istanbul\n* ‹Cooperation›\n** ‹NATO›\n. ‹NATO›',
    'Istanbul\n--------\n‹Cooperation›',
    ' NATO\n\n‹NATO›',
    '* x\n\n  ‹NATO›',
    '|===\n| Istanbul | ‹Cooperation›\n|===',
    '====\n‹NATO›\n====\n[NOTE]\n‹NATO›',
    '[quote,NATO]\n____\n‹Istanbul\nCooperation Initiative›\n____',
  ]);
});

describe('prose in Org', () => {
  finds(TERMS, 'org', [
    '*‹Istanbul* /Cooperation/ _Initiative›_ +‹NATO›+',
    '=NATO= ~NATO~ a=‹NATO›=b ‹NATO›',
    '#+BEGIN_SRC NATO\nNATO\n#+END_SRC\n‹NATO›',
    '#+begin_example\nNATO\n#+end_example\n‹NATO›',
    '#+begin_quote\n‹NATO›\n#+end_quote',
    '# NATO\n#+AUTHOR: NATO\n#+TITLE: ‹NATO›\n: NATO\n‹NATO›',
    '* Istanbul :NATO:\n:PROPERTIES:\n:NATO: NATO\n:END:\n‹Cooperation›',
    '* Istanbul\n‹Cooperation›\n* ‹NATO›',
    '- Istanbul\n- ‹Cooperation›\n+ ‹NATO›',
    '- ‹Istanbul\n  Cooperation Initiative›',
    '[[NATO][‹NATO›]] [[https://x.org/NATO]] [[file:NATO.org][‹NATO›]] [[‹NATO›]]',
    '‹NATO›[fn:NATO] [cite:@NATO] [fn:1] ‹NATO› $NATO$ \\(NATO\\)',
    'costs $5 for ‹NATO› and $5 for ‹NATO›, $NATO$, $$NATO$$ and $‹NATO›$5',
    '| Istanbul | ‹Cooperation› |',
    '‹NATO›/‹IP4›',
    '@@html:NATO@@ {{{x(NATO)}}} ‹NATO›',
  ]);
});
