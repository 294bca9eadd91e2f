/**
 * Milliseconds after which what is waited for is taken never to come: no test's verdict hangs
 * on it, only the end of one that hangs.
 */
export const hang = 30 * 60_000;
