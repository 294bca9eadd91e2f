import type {Bench, Fault} from "../bench.js";

type Endpoint = Exclude<keyof Bench, "close">;
type Asked<Name extends Endpoint> = Parameters<Bench[Name]>[0];
type Given<Name extends Endpoint> = Exclude<Awaited<ReturnType<Bench[Name]>>, Fault>;

/** Why something was not answered, and at which line of its cell, where it has one. */
export class NotAnswered extends Error {
  constructor(
    message: string,
    readonly line?: number
  ) {
    super(message);
  }
}

const place = "rygatlas-bench-token";

/** Takes the token that the address of the bench carries, and keeps it for this browser. */
export function takeToken(): void {
  const asked = new URLSearchParams(location.hash.slice(1));
  const token = asked.get("token");
  if (!token) return;
  localStorage.setItem(place, token);
  asked.delete("token");
  const others = asked.size > 0 ? `#${asked}` : "";
  history.replaceState(null, "", location.pathname + location.search + others);
}

/**
 * Asks the bench.
 * @throws NotAnswered in Danish
 */
export async function ask<Name extends Endpoint>(name: Name, asked?: Asked<Name>): Promise<Given<Name>> {
  const token = localStorage.getItem(place) ?? "";
  const response = await fetch(`/vaerksted/api/${name}`, {
    method: "POST",
    headers: {authorization: `Bearer ${token}`, "content-type": "application/json"},
    body: JSON.stringify(asked ?? {})
  }).catch(() => {
    throw new NotAnswered("Forbindelsen til værkstedet er væk: kører npm run dev endnu?");
  });
  if (!/json/.test(response.headers.get("content-type") ?? "")) throw new NotAnswered(await response.text());
  const given = (await response.json()) as Given<Name> | Fault;
  if (given && typeof given === "object" && "error" in given) throw new NotAnswered(given.error, given.line);
  return given as Given<Name>;
}
