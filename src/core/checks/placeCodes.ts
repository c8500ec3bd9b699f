/** The postal codes of the United States' states and territories and of Canada's provinces. */
const CODES: ReadonlySet<string> = new Set(
  (
    'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM ' +
    'NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR GU VI AS MP ' +
    'AB BC MB NB NL NS NT NU ON PE QC SK YT'
  ).split(' '),
);

const BEHIND_PLACE = /\p{Lu}[\p{L}.’'-]{1,30},[ \u00a0]$/u;

/** Whether an acronym says in which state the place before it lies: "Newport, RI". */
export function isPlaceCode(text: string, start: number, acronym: string): boolean {
  return CODES.has(acronym) && BEHIND_PLACE.test(text.slice(Math.max(0, start - 40), start));
}
