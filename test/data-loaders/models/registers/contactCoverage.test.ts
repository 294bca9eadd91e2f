import {expect, test} from "vitest";
import {createRegisterModels} from "../../../../data-loaders/models/registers/registerModels.js";
import {openDelivery, parameters} from "./delivery.js";

const contact = (contact_id: string, person_id: string, department: string | null = null) => ({
  contact_id,
  person_id,
  department,
  start_date: "2024-01-10",
  contact_type: "ALCA00"
});

test("a contact's residence is known from the first snapshot with one, its department from the organisations of the day", async () => {
  const session = await openDelivery({
    contacts: [contact("a", "housed", "D1"), contact("b", "housed later", "gone"), contact("c", "homeless")],
    diagnoses: ["a", "b", "c"].map((contact_id) => ({contact_id, code: "DM545", type: "A"})),
    persons: ["housed", "housed later", "homeless"].map((person_id) => ({
      person_id,
      sex: "female",
      born: "1980-05-05"
    })),
    residences: [
      {person_id: "housed", snapshot: "2024-01-01", municipality: "0101"},
      {person_id: "housed later", snapshot: "2024-02-01", municipality: "0101"},
      {person_id: "homeless", snapshot: "2024-01-01"}
    ],
    organisations: [{department: "D1", region: "1084", private: false}]
  });
  await createRegisterModels(session, parameters);
  expect(await session.rows("FROM contact_coverage ORDER BY hospital_region")).toEqual([
    {period: "2023/24", month: "2024-01", hospital_region: "1084", contacts: 1, residence: 1, department: 1},
    {period: "2023/24", month: "2024-01", hospital_region: "unknown", contacts: 2, residence: 0, department: 0}
  ]);
  session.close();
});
