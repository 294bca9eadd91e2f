import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {readCodebook} from "../../../data-loaders/ground/codebook.js";
import {readInvited} from "../../../data-loaders/sources/invited.js";
import {checkout} from "../../support/project.js";

const codebook = readCodebook(join(checkout, "data/codebooks/laenderyg"));

function read(content: string | Buffer) {
  const folder = mkdtempSync(join(tmpdir(), "invited-"));
  const file = join(folder, "participants.csv");
  writeFileSync(file, content);
  return readInvited(file, codebook, folder);
}

describe("participants.csv", () => {
  test("has a line a profession; an empty cell and a column that is not there are not known", async () => {
    expect(await read("\uFEFFProfession;in_region;invited\r\ngp;1100;300\r\n\r\nchiropractor;;60\r\n")).toEqual([
      {profession: "gp", line: 2, invited: 300, inRegion: 1100, consultations: null},
      {profession: "chiropractor", line: 4, invited: 60, inRegion: null, consultations: null}
    ]);
  });

  test.each([
    [
      "profession,invited\ndentist,4\n",
      "participants.csv, linje 2, kolonnen profession: »dentist« er ikke en faggruppe i kodebogen, men skulle være en af gp, chiropractor, physiotherapist, spine_centre; ret linjen."
    ],
    [
      "profession,invited\ngp,many\n",
      "participants.csv, linje 2, kolonnen invited: fandt »many«, men skulle være et helt tal eller tom; ret tallet."
    ],
    ["profession,invited\ngp,4\ngp,5\n", "participants.csv, linje 3: »gp« står også på linje 2; fjern den ene."],
    ["profession,invited\ngp,4,7\n", "participants.csv, linje 2: fandt 3 felter, men skulle være 2; ret linjen."],
    [
      "profession,region\ngp,4\n",
      "participants.csv, linje 1: »region« er ikke en kolonne her, men skulle være en af profession, invited, in_region, consultations; ret navnet, eller fjern kolonnen."
    ],
    [
      "invited,in_region\n4,7\n",
      "participants.csv, linje 1: kolonnerne skal være profession og mindst én af invited, in_region, consultations; tilføj dem, der mangler."
    ]
  ])("%j is refused", async (content, message) => {
    await expect(read(content)).rejects.toThrow(message);
  });
});
