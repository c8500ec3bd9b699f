import type {
  DocumentFormat,
  DocumentHeading,
  ExtractionProblem,
  Passage,
  SourceDocument,
} from '../library/document';
import type { RecognisedPlace } from '../library/recognise';
import type { Span } from '../model';
import { hasShape, isListOf, isNumber, isObject, isString, optional } from '../../util/shape';

/** What a shard was made of, and how. */
export interface ShardStamp {
  /** The URI of the file. */
  readonly address: string;
  /** Milliseconds since 1970, as the file system has it. */
  readonly mtime: number;
  /** In bytes. */
  readonly size: number;
  /** `hashBytes` of the file. */
  readonly hash: number;
  /** The title under which the passages are in the index. */
  readonly title: string;
  /** Which known sources have been looked for; see `ShardJob.known`. */
  readonly known: string;
  /** The encoding that the user has chosen; absent for the one that the bytes tell. */
  readonly encoding?: string;
}

/** What a shard says of its document, but for what is stored apart from it. */
export interface Head {
  readonly stamp: ShardStamp;
  readonly problem?: ExtractionProblem;
  readonly document?: DocumentFacts;
  readonly places?: readonly RecognisedPlace[];
}

type DocumentFacts = Omit<SourceDocument, 'text' | 'passages'>;

const FORMATS: Readonly<Record<DocumentFormat, true>> = {
  text: true,
  markdown: true,
  html: true,
  pdf: true,
  word: true,
};

const isSpan = hasShape<Span>({ start: isNumber, end: isNumber });

const isStamp = hasShape<ShardStamp>({
  address: isString,
  mtime: isNumber,
  size: isNumber,
  hash: isNumber,
  title: isString,
  known: isString,
  encoding: optional(isString),
});

const isHeading = hasShape<DocumentHeading>({
  text: isString,
  level: isNumber,
  span: isSpan,
  parent: optional(isNumber),
});

const isFacts = hasShape<DocumentFacts>({
  format: (format) => isString(format) && Object.hasOwn(FORMATS, format),
  encoding: optional(isString),
  isEncodingUncertain: optional((value) => value === true),
  metadata: isObject,
  headings: isListOf(isHeading),
  pageLabels: optional(isListOf(isString)),
});

const isPlace = hasShape<RecognisedPlace>({
  source: isString,
  locator: isString,
  passage: isString,
});

const isPassage = hasShape<Passage>({
  id: isString,
  locator: isString,
  span: isSpan,
  heading: optional(isNumber),
  isHeading: optional((value) => value === true),
  page: optional(isNumber),
  lastPage: optional(isNumber),
  original: optional(isSpan),
});

/** Whether a value is a head: a hash shows that a shard is as it was written, not who has written it. */
export const isHead = hasShape<Head>({
  stamp: isStamp,
  problem: optional(isProblem),
  document: optional(isFacts),
  places: optional(isListOf(isPlace)),
});

export const arePassages = isListOf(isPassage);

function isProblem(value: unknown): boolean {
  if (!isObject(value)) {
    return false;
  }
  switch (value.kind) {
    case 'noText':
    case 'encrypted':
      return true;
    case 'tooLarge':
      return isNumber(value.limit);
    case 'failed':
      return isString(value.reason) && (value.cause === undefined || isObject(value.cause));
    default:
      return false;
  }
}
