import {tmpdir} from "node:os";
import {openSession, type Session} from "../../data-loaders/engine/session.js";

/** A session with one small table: `counts (profession, round, n)`. */
export async function smallSession(): Promise<Session> {
  const session = await openSession({memoryLimit: "200MB", threads: 1, temporary: tmpdir()});
  await session.run("CREATE TABLE counts (profession VARCHAR, round INTEGER, n INTEGER)");
  await session.run("INSERT INTO counts VALUES ('gp', 1, 10), ('gp', 2, 20), ('chiropractor', 1, 30)");
  return session;
}
