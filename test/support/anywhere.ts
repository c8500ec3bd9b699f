import type { PlaceAccess } from '../../src/workspace/access/placeAccess';

/** For tests that are not about it: everything may be used, and no link is followed. */
export const ANYWHERE: PlaceAccess = {
  onDidChange: () => ({ dispose: () => undefined }),
  reach: () => Promise.resolve({ isAllowed: true, real: undefined }),
  followsLinks: () => false,
  realPath: () => Promise.resolve(undefined),
  tellLimit: () => undefined,
};
