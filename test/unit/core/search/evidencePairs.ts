/** A sentence as an analyst writes it, the excerpt that bears it out, and words of the sentence there. */
export type EvidencePair = readonly [sentence: string, excerpt: string, words: string];

/** Made by reading the shipped excerpts, without those that another excerpt bears out as well. No weight was tuned on them. */
export const EVIDENCE_PAIRS: readonly EvidencePair[] = [
  [
    'NATO marked its 75 years in 2024 while drawing closer to the IP4.',
    'nato-at-75-deepens-engagement',
    'deepen its engagement',
  ],
  [
    'Kishida and Ardern were both in Madrid for the summit of June 2022.',
    'prime-ministers-photographed-in-madrid',
    'shows Fumio Kishida',
  ],
  [
    'All four partners worked with the alliance on Afghanistan in the early 2000s.',
    'cooperation-on-afghanistan',
    'cooperated with NATO',
  ],
  [
    'The alliance has looked at China’s challenges more methodically since 2019.',
    'china-assessment-from-2019',
    'more methodically',
  ],
  [
    'Russia’s invasion of Ukraine made partners aware of second-order effects on food and energy security.',
    'second-order-effects',
    'second-order effects',
  ],
  [
    'NATO treated the four as a group from 2016, six years before Madrid.',
    'six-years-before-madrid',
    'since 2016',
  ],
  [
    'Unlike the Mediterranean Dialogue or the Partnership for Peace, the IP4 has no formal framework.',
    'informal-unlike-formal-frameworks',
    'Mediterranean Dialogue',
  ],
  [
    'For partner countries the format means access, inclusion and safety in numbers.',
    'advantages-for-partner-countries',
    'safety in numbers',
  ],
  [
    'Partners expect a NATO “with” rather than “in” the Indo-Pacific.',
    'with-and-not-in-the-indo-pacific',
    'in a notion',
  ],
  [
    'The four hold no monolithic view of cooperation with NATO.',
    'ip4-not-monolithic',
    'monolithic views',
  ],
  [
    'Contact point embassies share NATO’s information with governments and coordinate public diplomacy, but the model is inconsistent.',
    'inconsistent-contact-point-embassies',
    'coordinates public diplomacy',
  ],
  [
    'Tokyo’s National Security Strategy wants more security cooperation with NATO.',
    'japan-itpp-and-security-strategy',
    'National Security Strategy',
  ],
  [
    'Japan and NATO reaffirmed the UN Charter in their declaration of April 2013.',
    'japan-2013-declaration-principles',
    'Charter of the United Nations',
  ],
  [
    'On 9 April 2025 Tokyo and NATO called Euro-Atlantic and Indo-Pacific security interconnected.',
    'japan-2025-statement-interconnected',
    'interconnected',
  ],
  [
    'Since Bucharest in 2008 South Korea counts as one of the partners across the globe.',
    'south-korea-from-contact-country-to-global-partner',
    'Bucharest summit of 2008',
  ],
  [
    'RUSI describes tailored programmes as renewable and legally non-binding.',
    'tailored-programmes-not-binding',
    'renewable',
  ],
  [
    'Australia’s Defence White Paper of 2009 and the Strategic Concept of 2010 share many aims.',
    'australia-2012-distance-and-common-aims',
    'White Paper of 2009',
  ],
  [
    'Canberra has been an Enhanced Opportunities Partner since 2014, as have Finland, Georgia, Jordan, Sweden and Ukraine.',
    'australia-enhanced-opportunities-partner',
    'have held alongside',
  ],
  [
    'Marles wanted the defence spending agreed at The Hague to be of the best quality.',
    'marles-2025-quality-of-defence-spending',
    'best quality possible',
  ],
  [
    'Wellington’s dialogue with NATO dates from 2001, its cooperation programme from 2012.',
    'new-zealand-2018-dialogue-and-fields',
    'to 2001',
  ],
  [
    'The North Atlantic Council has discussed climate change, maritime security and the Korean Peninsula with the partners.',
    'council-meetings-with-the-partners',
    'Subjects have included',
  ],
  [
    'New Zealand agreed its ITPP with NATO in 2024.',
    'new-zealand-tailored-programme-concluded',
    'concluded its',
  ],
  [
    'Kishida and Stoltenberg met in Tokyo on 31 January 2023 and promised deeper cooperation.',
    'japan-2023-statement-deeper-cooperation',
    'reaffirmed in Tokyo',
  ],
];
