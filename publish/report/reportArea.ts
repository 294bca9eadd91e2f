import {distance} from "fastest-levenshtein";
import type {Area} from "../../src/domain/areas.js";
import {Refusal} from "../../data-loaders/ground/refusal.js";

/**
 * The area with a code.
 * @throws Refusal that names the area whose code or name is nearest to what was asked for
 */
export function reportArea(code: string, areas: readonly Area[]): Area {
  const known = areas.filter(({id}) => id !== "unknown");
  const found = known.find(({id}) => id === code);
  if (found) return found;
  const small = (text: string) => text.toLocaleLowerCase("da");
  const wrong = ({id, name}: Area) => Math.min(distance(code, id), distance(small(code), small(name)));
  // Of codes that are as like, the one nearest as a number.
  const apart = ({id}: Area) => Math.abs(Number(id) - Number(code)) || 0;
  const [nearest] = known.toSorted((a, b) => wrong(a) - wrong(b) || apart(a) - apart(b));
  throw new Refusal(
    `--area: ${code} er ikke koden for en region eller kommune; den nærmeste er ${nearest!.id} (${nearest!.name}).`
  );
}
