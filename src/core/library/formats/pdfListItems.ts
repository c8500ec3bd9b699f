/** Bullets, those of symbol fonts among them, whose characters have no meaning in Unicode. */
const BULLET = /^[•‣◦▪▫●○■□►▶➢➤✓✔❖⁃∙·\uf0a0-\uf0ff\ue000-\ue0ff]\s*(?=\S)/u;
const DASH = /^[–—*-]\s+(?=\S)/u;
const NUMBER = /^\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s+(?=\S)/u;

/** Whether a line begins with a bullet, which nothing but an item of a list does. */
export function hasBullet(line: string): boolean {
  return BULLET.test(line);
}

/** Whether a line begins with what may number an item: a figure or letter, or a dash. */
export function mayBeItem(line: string): boolean {
  return NUMBER.test(line) || DASH.test(line);
}

/** An item's text without its bullet; numbers stay, since people cite items by them. */
export function withoutBullet(item: string): string {
  return item.replace(BULLET, '').replace(DASH, '');
}
