import {expect, test} from "vitest";
import {createRegisterModels} from "../../../../data-loaders/models/registers/registerModels.js";
import {openDelivery, parameters, type Delivery} from "./delivery.js";

/** People whose index date is 2024-01-31, so that the months looked at are January 2023 and January 2025. */
const people = (...ids: string[]): Delivery => ({
  contacts: ids.map((id) => ({
    contact_id: id,
    person_id: id,
    start_date: "2024-01-31",
    contact_type: "ALCA00",
    specialty: "Skadestue"
  })),
  diagnoses: ids.map((contact_id) => ({contact_id, code: "DM545", type: "A"})),
  persons: ids.map((person_id) => ({person_id, sex: "male", born: "1980-05-05"}))
});

test("degrees of the two months; none is 0", async () => {
  const session = await openDelivery({
    ...people("both", "neighbours", "nothing"),
    employment: [
      {person_id: "both", month: "2023-01-01", degree: 0.81},
      {person_id: "both", month: "2025-01-01", degree: 0.4},
      {person_id: "neighbours", month: "2022-12-01", degree: 1},
      {person_id: "neighbours", month: "2023-02-01", degree: 1},
      {person_id: "neighbours", month: "2025-02-01", degree: 1}
    ]
  });
  await createRegisterModels(session, parameters);
  expect(await session.rows("SELECT person_id, before, after FROM employment_around ORDER BY person_id")).toEqual([
    {person_id: "both", before: 0.81, after: 0.4},
    {person_id: "neighbours", before: 0, after: 0},
    {person_id: "nothing", before: 0, after: 0}
  ]);
  session.close();
});

test.each([
  ["sickness benefit, Monday in the month", "890", "2025-01-27", true],
  ["Monday in the month before", "890", "2024-12-30", false],
  ["Monday in the month after", "890", "2025-02-03", false],
  ["an education grant, which is no public benefit here", "651", "2025-01-06", false],
  ["a code on no list", "555", "2025-01-06", false]
])("%s", async (_, code, week_start, expected) => {
  const session = await openDelivery({...people("p"), benefits: [{person_id: "p", week_start, code}]});
  await createRegisterModels(session, parameters);
  expect(await session.rows("SELECT benefit_after FROM employment_around")).toEqual([{benefit_after: expected}]);
  session.close();
});
