/** Municipalities that call themselves by more than their name and »Kommune«. */
const ownNames: Record<string, string> = {"0101": "Københavns Kommune", "0400": "Bornholms Regionskommune"};

/** What an area is called in a sentence: `Region Syddanmark`, `Aabenraa Kommune`, `hele landet`. */
export function areaName({type, id, name}: {type: string; id: string; name: string}): string {
  if (type === "country") return "hele landet";
  return type === "region" ? `Region ${name}` : (ownNames[id] ?? `${name} Kommune`);
}
