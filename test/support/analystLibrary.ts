/** Who writes, and what: parts from which reports are put together that read like real ones. */
const AUTHORS = ['Ann Mallow', 'Ken Hatori', 'Seo-yeon Baek', 'Piet Verhaag', 'Ruth Calder'];

const SUBJECTS = [
  {
    title: 'Warships and law in narrow seas',
    paragraphs: [
      'Japan and Australia held a naval exercise south of Okinawa, and the coast guard of each side took part for the first time. Maritime security was the stated purpose.',
      'Freedom of navigation depends on more than warships: the law of the sea, maritime domain awareness and patient diplomacy carry most of the weight.',
      'Piracy has moved with the price of insurance, and the navies that chased it have learnt to share pictures of the sea.',
    ],
  },
  {
    title: 'Ransomware and the state',
    paragraphs: [
      'Seoul has written a new strategy for cyberspace. It names ransomware as a threat to hospitals, and asks for common exercises in cyber defence.',
      'Hackers found the same weakness in two ports within a week. South Korea told its partners within hours, which two years ago would have taken months.',
      'Cyber defence is a matter of habit: backups, drills, and a list of telephone numbers that still work.',
    ],
  },
  {
    title: 'Allies at the summit',
    paragraphs: [
      'Prime Minister Kishida came to the summit in Madrid in 2022. NATO called the meeting with its four Indo-Pacific partners historic.',
      'New Zealand has asked for a partnership that leaves its independent foreign policy untouched; NATO has agreed to a tailored programme.',
      'The four partners, known as the IP4, met on the margins and spoke about interconnected security.',
    ],
  },
  {
    title: 'Minerals, ships and chips',
    paragraphs: [
      'Australia mines what others refine. The supply chain of critical minerals runs through three ports, and one of them closes in storms.',
      'Semiconductors and quantum computing are the emerging technologies that officials name first when they are asked about the next ten years.',
      'Export controls against Russia were copied within days, in Canberra as in Tokyo.',
    ],
  },
] as const;

/** A document of Markdown as an institute publishes it, the same for the same number. */
export function report(number: number): { readonly name: string; readonly text: string } {
  const subject = SUBJECTS[number % SUBJECTS.length] ?? SUBJECTS[0];
  const author = AUTHORS[number % AUTHORS.length];
  const year = 2016 + (number % 10);
  const title =
    `${subject.title} ${['', 'revisited', 'in brief', 'after a year'][number % 3]}`.trim();
  const text = [
    '---',
    `title: "${title}, no. ${number + 1}"`,
    `author: ${author}`,
    `date: ${year}-${String((number % 12) + 1).padStart(2, '0')}-15`,
    '---',
    '',
    `# ${title}, no. ${number + 1}`,
    '',
    ...subject.paragraphs.flatMap((paragraph) => [paragraph, '']),
    `This is report ${number + 1} of a series on the security of two oceans.`,
    '',
  ].join('\n');
  return { name: `sources/report-${String(number + 1).padStart(2, '0')}.md`, text };
}

/** Files of a library of so many reports, by their names. */
export function analystLibrary(count: number): Readonly<Record<string, string>> {
  const reports = Array.from({ length: count }, (_, number) => report(number));
  return Object.fromEntries(reports.map(({ name, text }) => [name, text]));
}
