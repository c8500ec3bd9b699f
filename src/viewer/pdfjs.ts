/*
 * PDF.js and its viewer, which takes the first from the global object: the order of these two lines
 * matters, and a test holds it.
 */
export {
  AnnotationMode,
  getDocument,
  PDFDataRangeTransport,
  type PDFDocumentProxy,
  type PDFPageProxy,
  PDFWorker,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
export {
  EventBus,
  PDFFindController,
  PDFLinkService,
  type PDFPageView,
  PDFViewer,
} from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
