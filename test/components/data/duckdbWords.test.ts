import {expect, test} from "vitest";
import {duckdbWords} from "../../../src/components/data/duckdbWords.js";

test.each([
  [
    'Binder Error: Referenced column "rond" not found in FROM clause!\nCandidate bindings: "round", "profession"\n\nLINE 1: SELECT rond\n               ^',
    "Der er ingen kolonne »rond« i det, som FROM nævner. Mente du round?"
  ],
  ["Parser Error: syntax error at end of input", "Forespørgslen slutter, før den er færdig."],
  [
    'Binder Error: Ambiguous reference to column name "n" (use: "a.n" or "b.n")',
    "Kolonnen »n« er i flere af tabellerne; skriv a.n eller b.n."
  ],
  [
    'Binder Error: column "n" must appear in the GROUP BY clause or must be part of an aggregate function.\nEither add it',
    "Kolonnen »n« skal stå i GROUP BY eller i en beregning såsom sum()."
  ],
  [
    'Catalog Error: Scalar Function with name foo does not exist!\nDid you mean "floor"?',
    "Der er ingen funktion foo(). Mente du floor?"
  ],
  [
    'Binder Error: Table "counts" does not have a column named "x"\n\nCandidate bindings: : "n", "profession"',
    "»counts« har ingen kolonne »x«. Mente du n?"
  ],
  ["Conversion Error: Could not convert string 'x' to INT32", "Teksten »x« kan ikke blive INT32."],
  [
    `{"exception_type":"Binder","exception_message":"No function matches the given name and argument types 'sum(VARCHAR)'. You might","position":"7"}`,
    "sum() kan ikke regne på VARCHAR."
  ],
  ["Invalid Input Error: Something\nrare", "DuckDB svarer: Something rare"],
  ["En celle må kun være én SELECT.", "En celle må kun være én SELECT."]
])("%s", (said, danish) => expect(duckdbWords(said)).toBe(danish));
