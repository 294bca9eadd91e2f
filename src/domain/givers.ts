/** Those who give the programme's efforts, in its order, and what each is called. */
export const givers = {
  gp: "Egen læge",
  physiotherapist: "Fysioterapeut",
  chiropractor: "Kiropraktor",
  specialist: "Speciallæge",
  hospital: "Sygehus",
  municipality: "Kommune",
  workplace: "Arbejdsplads"
} as const;

export type Giver = keyof typeof givers;
