import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {auditCoverage} from "../../../data-loaders/facts/auditCoverage.js";
import {readCodebook} from "../../../data-loaders/ground/codebook.js";
import type {ParticipantCount} from "../../../data-loaders/models/participantCounts.js";
import {checkout} from "../../support/project.js";

const codebook = readCodebook(join(checkout, "data/codebooks/laenderyg"));
const count = (round: number, participant: string, profession = "gp") =>
  ({round, participant, profession, total: 10}) as ParticipantCount;
const counts = [count(1, "1"), count(1, "2"), count(2, "2"), count(2, "3"), count(1, "1", "chiropractor")];
const line = {profession: "gp", line: 2, invited: 8, inRegion: 20, consultations: 80};

describe("coverage of the audit", () => {
  test("is over all rounds; who was in the first round and not in the second dropped out", () => {
    const {professions, warnings} = auditCoverage({codebook, counts, invited: [line], file: "/x/participants.csv"});
    expect(professions[0]).toEqual({
      profession: "gp",
      participants: 3,
      registrations: 40,
      invited: 8,
      inRegion: 20,
      consultations: 80,
      dropouts: [{from: 1, to: 2, participants: 2, left: 1}]
    });
    expect(professions[1]).toMatchObject({profession: "chiropractor", invited: null, inRegion: null});
    expect(warnings).toEqual([
      "participants.csv nævner ikke kiropraktorer (chiropractor), selv om 1 deltog: deres dækning står som ukendt; tilføj en linje."
    ]);
  });

  test("is unknown without the file, and nothing is said of it", () => {
    const {professions, warnings} = auditCoverage({codebook, counts, invited: []});
    expect(professions.map(({profession, invited}) => [profession, invited])).toEqual([
      ["gp", null],
      ["chiropractor", null],
      ["physiotherapist", null],
      ["spine_centre", null]
    ]);
    expect(warnings).toEqual([]);
  });

  test.each([
    [{invited: 2}, "kolonnen invited: fandt 2, men 3 deltog"],
    [{invited: 0}, "kolonnen invited: fandt 0, men 3 deltog, som ingen har inviteret"],
    [{inRegion: 2}, "kolonnen in_region: fandt 2, men 3 deltog"],
    [{consultations: 39}, "kolonnen consultations: fandt 39, men 40 er registreret"]
  ])("of more than all is refused: %j", (wrong, message) => {
    expect(() =>
      auditCoverage({codebook, counts, invited: [{...line, ...wrong}], file: "/x/participants.csv"})
    ).toThrow(
      `participants.csv, linje 2, ${message}, så tallet skulle være mindst så stort; ret tallet, eller lad feltet stå tomt.`
    );
  });
});
