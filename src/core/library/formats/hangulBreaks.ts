/*
 * Korean parts words by blanks, and may break lines anywhere within them. Where a line ends tells
 * nothing of whether a blank stood there, so that the rest of the text is asked.
 */

/** What stands behind a noun or a stem, and never by itself. */
const BOUND = words(
  '은 는 을 를 의 에 에서 에게 에는 에도 으로 으로써 으로서 으로의 로써 로서 까지 부터 처럼 조차 께서 과의 와의 이며 이고 이다 이라는 이라고 였다 이었다 습니다 입니다 니다',
);
/** What stands behind a name or a figure in other letters as well; by itself it may be another word. */
const BOUND_TO_OTHERS = words('와 과 가 도 로 나 라는 라고 라면');
/** What does so where a clause ends behind it. */
const BOUND_AT_END = words('다 요 음 면 며 고 지만 는데 어서 아서 했다 된다 하다');
/** Words of one syllable. */
const SHORT_WORDS = words(
  '이 그 저 한 두 세 네 더 잘 못 안 및 등 수 것 게 때 곳 전 후 중 내 외 각 매 본 총 약 또 왜 큰 새 첫 몇 나 너 꼭 곧 다 할 될 볼 줄 바 채 뿐 간 건 명 개 년 월 일 시 분 초 회 차 호 조 항 억 만 천 백 십 배 원 점 쪽 면 권 주 달 날 밤 물 땅 길 말 글 눈 손 몸 집 문 앞 뒤 위 옆 밖 속 끝 옛 힘 군 법 당 국 단 즉 모 늘',
);
/** The last syllables of many words: particles, and endings before another word. */
const ENDS_WORD =
  /[\uac00-\ud7a3](?:[은는을를의에와과도며고서한할된될던지면게]|으로|까지|부터|하여|이다)$/u;

/** Whole syllables: letters by themselves are shown, and make no words. */
const HANGUL = /[\uac00-\ud7a3]/u;
/** Letters and figures at the end of a line, and at the beginning of the next; more are no word. */
const BEFORE = /[\p{L}\p{N}]{1,24}$/u;
const AFTER = /^[\p{L}\p{N}]{1,24}/u;
/** Words that have both of their ends within a line. */
const INNER = /(?<=\s)[\p{L}\p{N}]+(?![\p{L}\p{N}]|$)/gu;
/** Beginnings of words are kept up to this many letters. */
const LONGEST_BEGINNING = 6;

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** A line's end between two syllables, or between a figure or another letter and a syllable. */
interface LineBreak {
  readonly before: string;
  readonly after: string;
  readonly isAfterOthers: boolean;
  /** Whether a clause ends behind what comes after. */
  readonly isLast: boolean;
}

/** What the lines of a text show of how it breaks its words. */
export class HangulBreaks {
  private readonly words = new Map<string, number>();
  private readonly beginnings = new Set<string>();
  /** Ends of lines, and those of them that are within a word for sure. */
  private ends = 0;
  private within = 0;

  /** @param next the line after it, where there is one */
  add(line: string, next: string | undefined): void {
    if (!HANGUL.test(line)) {
      return;
    }
    for (const [word] of line.matchAll(INNER)) {
      this.words.set(word, this.count(word) + 1);
      for (let end = 2; end <= Math.min(word.length, LONGEST_BEGINNING); end++) {
        this.beginnings.add(word.slice(0, end));
      }
    }
    const lineBreak = next === undefined ? undefined : breakBetween(line, next);
    if (lineBreak) {
      this.ends++;
      this.within += isWithinForSure(lineBreak) ? 1 : 0;
    }
  }

  /** Whether a line ends within a word that goes on in the next. */
  isWithinWord(line: string, next: string): boolean {
    const lineBreak = breakBetween(line, next);
    if (lineBreak === undefined) {
      return false;
    }
    const { before, after } = lineBreak;
    const apart = Math.min(this.count(before), this.count(after));
    const joined = this.count(before + after);
    if (joined !== apart) {
      return joined > apart;
    }
    return this.breaksWords() && (isWithinForSure(lineBreak) || this.weigh(lineBreak) > 0);
  }

  /** Whether lines end within words at all: one in twenty for sure, since most such ends are not sure. */
  private breaksWords(): boolean {
    return this.within > 0 && this.within * 20 >= this.ends;
  }

  private count(word: string): number {
    return this.words.get(word) ?? 0;
  }

  /** Above 0 where one word is more likely than two. */
  private weigh({ before, after }: LineBreak): number {
    const isWord = (word: string): boolean =>
      this.count(word) > 0 || (word.length === 1 && SHORT_WORDS.has(word));
    // Two ends of three are within words.
    let weight = 1;
    weight -= isWord(before) ? 2 : ENDS_WORD.test(before) ? 1.5 : 0;
    weight -= isWord(after) ? 1 : 0;
    weight += before.length === 1 && !isWord(before) ? 1 : 0;
    weight += after.length === 1 && !isWord(after) ? 1 : 0;
    weight += this.beginnings.has(before + after.charAt(0)) ? 2 : 0;
    return weight;
  }
}

function breakBetween(line: string, next: string): LineBreak | undefined {
  const before = BEFORE.exec(line.slice(-24))?.[0];
  const after = AFTER.exec(next.slice(0, 24))?.[0];
  if (before === undefined || after === undefined || !HANGUL.test(after.charAt(0))) {
    return undefined;
  }
  // "NATO와", "3월에": behind other letters only what never stands alone goes on.
  const isAfterOthers = !HANGUL.test(before.slice(-1));
  if (isAfterOthers && !BOUND.has(after) && !BOUND_TO_OTHERS.has(after)) {
    return undefined;
  }
  return {
    before,
    after,
    isAfterOthers,
    isLast: /^[.!?,]/.test(next.slice(after.length, after.length + 1)),
  };
}

function isWithinForSure({ before, after, isAfterOthers, isLast }: LineBreak): boolean {
  return (
    isAfterOthers ||
    BOUND.has(after) ||
    (isLast && BOUND_AT_END.has(after)) ||
    (before.length === 1 && !SHORT_WORDS.has(before) && after.length === 1)
  );
}
