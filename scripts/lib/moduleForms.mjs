/**
 * Packages whose main file a bundler cannot follow, with the file of theirs that it can: the main file
 * of jsonc-parser hands a `require` of its own around, that of fflate asks Node for its modules.
 */
export const MODULE_FORMS = {
  'jsonc-parser': 'jsonc-parser/lib/esm/main.js',
  fflate: 'fflate/browser',
};
