/** When the bundle began to run; imported before everything else. */
export const bundleStart = performance.now();
