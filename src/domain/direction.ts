/** Which share of an indicator is the better, in words. */
export const directions = {
  high: "Høj andel er bedst",
  low: "Lav andel er bedst",
  none: "Hverken høj eller lav andel er bedst i sig selv"
} as const;
