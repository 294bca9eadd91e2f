import {expect, test} from "vitest";
import {participantsIn} from "../../../src/components/rows/participantsIn.js";

test("those of the region where the rows say how many, else all of the form's", () => {
  const forms = [
    {id: "gp", participants: 40},
    {id: "chiropractor", participants: 30}
  ];
  const rows = [
    {profession: "gp", participants: null},
    {profession: "gp", participants: 7},
    {profession: "chiropractor", participants: null}
  ];
  expect(participantsIn(rows, forms)).toEqual([
    {id: "gp", participants: 7},
    {id: "chiropractor", participants: 30}
  ]);
});
