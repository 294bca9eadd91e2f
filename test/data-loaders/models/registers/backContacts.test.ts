import {expect, test} from "vitest";
import {createBackContacts, releaseBackContacts} from "../../../../data-loaders/models/registers/backContacts.js";
import {openDelivery} from "./delivery.js";
import {someCourses} from "./someCourses.js";

test("back contacts are the same once their memory is given back, and may be made again", async () => {
  const session = await openDelivery(someCourses(0.1705));
  const contacts = () => session.rows("FROM back_contacts ORDER BY contact_id");
  await createBackContacts(session);
  const found = await contacts();
  await releaseBackContacts(session);
  expect(found).toHaveLength(400);
  expect(await contacts()).toEqual(found);
  await createBackContacts(session);
  expect(await contacts()).toEqual(found);
  session.close();
});
