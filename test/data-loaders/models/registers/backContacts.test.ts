import {expect, test} from "vitest";
import {runSql} from "../../../../data-loaders/engine/sqlFile.js";
import {createRegisterModels, models} from "../../../../data-loaders/models/registers/registerModels.js";
import {openDelivery, parameters} from "./delivery.js";
import {someCourses} from "./someCourses.js";

test("back contacts are the same once their memory is given back, and may be made again", async () => {
  const session = await openDelivery(someCourses(0.1705));
  const contacts = () => session.rows("FROM back_contacts ORDER BY contact_id");
  await createRegisterModels(session, parameters);
  const afterwards = await contacts();
  await runSql(session, new URL("./back_contacts.sql", models));
  expect(afterwards).toHaveLength(400);
  expect(await contacts()).toEqual(afterwards);
  session.close();
});
