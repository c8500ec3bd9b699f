import { GOOD_LICENSES } from './thirdParties.mjs';

/**
 * Whether a work under a licence may ship. Of licences joined by `OR` one has to be good, of those
 * joined by `AND` each. Exceptions (`WITH`) and later versions (`+`) are not understood, hence not good.
 * @param {string} license an SPDX expression
 */
export function mayShip(license) {
  const words = license.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  /** @returns {boolean} */
  const either = () => {
    let good = all();
    while (words[at] === 'OR') {
      at++;
      good = all() || good;
    }
    return good;
  };
  /** @returns {boolean} */
  const all = () => {
    let good = single();
    while (words[at] === 'AND') {
      at++;
      good = single() && good;
    }
    return good;
  };
  /** @returns {boolean} */
  const single = () => {
    const word = words[at++];
    if (word === '(') {
      const good = either();
      return words[at++] === ')' && good;
    }
    return word !== undefined && GOOD_LICENSES.has(word);
  };
  return either() && at === words.length;
}
