import {expect, test} from "vitest";
import {scriptWords} from "../../../publish/framework/previewClient.js";

test.each([
  [
    "RuntimeError: rowz is not defined",
    "Intet hedder rowz: ingen celle på siden giver det, og det er ikke importeret."
  ],
  ["RuntimeError: rows is defined more than once", "Flere celler giver rows; giv dem hver sit navn."],
  [
    "TypeError: Cannot read properties of undefined (reading 'percent')",
    "Der er intet at læse percent af, såsom den første række af et svar uden rækker."
  ],
  [
    "TypeError: Cannot destructure property 'label' of 'undefined' as it is undefined.",
    "Der er intet at læse label af."
  ],
  [
    "TypeError: Failed to fetch dynamically imported module: http://127.0.0.1:3000/_import/audit/components/notebook.js?sha=1",
    "Modulet »audit/components/notebook.js« kan ikke læses; er stien i import rigtig?"
  ],
  ["SyntaxError: Unexpected token (1:55)", "JavaScript kan ikke læses her (Unexpected token)."],
  ["TypeError: rows.summ is not a function", "rows.summ er ikke en funktion."],
  ["RangeError: Invalid array length", "Cellen gik galt: Invalid array length"],
  ["TypeError: something rare", "Cellen gik galt: something rare"],
  ["Error: Der er ingen kolonne »rond«.", "Der er ingen kolonne »rond«."]
])("%s", (said, danish) => expect(scriptWords(said)).toBe(danish));
