import fc from 'fast-check';

/** Has each property tried with as many cases as the environment says; see `npm run fuzz -- --quotes`. */
fc.configureGlobal({ numRuns: Number(process.env['IP4_DESK_RUNS'] ?? 100) });
