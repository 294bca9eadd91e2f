import {publishedClaims} from "../published.js";
import type {ComputedRegisters} from "../../printed/registers/computed.js";

/** Years in the report, and why no register shows them. */
const years: Record<string, string> = {
  2017: "Databasens første år; registrene ved intet om databasen selv.",
  2025: "Et år, hvor registrering i praksis er varslet; registrene ved intet om planer.",
  2026: "Et år, hvor databasen venter at følge forløb på tværs; registrene ved intet om planer.",
  2027: "Et år, hvor en pakke for kroniske rygsmerter er varslet; registrene ved intet om planer."
};

/** Years the report names: nothing in a register can show them. */
export const timeline = publishedClaims<ComputedRegisters>("dard_timeline.csv", "Årstal og planer", ({year}) => ({
  id: year!,
  where: "årstal i rapporten",
  text: year!,
  notAbout: years[year!]
}));
