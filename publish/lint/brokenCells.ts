import type {BrokenCode, ReadCode} from "../framework/pageCode.js";
import type {Finding} from "./problem.js";

/** What the parser says, and the same in Danish. */
const danish: [said: RegExp, danish: string][] = [
  [/^Unexpected token$/, "her står noget, der ikke hører til; mangler der en parentes, et komma eller et }"],
  [/^Unexpected character '(.*)'$/, "»$1« hører ikke til i JavaScript"],
  [/^Unterminated string constant$/, "teksten mangler sit afsluttende anførselstegn"],
  [/^Unterminated template$/, "teksten mangler sit afsluttende `"],
  [/^Unterminated comment$/, "kommentaren mangler sit afsluttende */"],
  [/^Unterminated regular expression$/, "det regulære udtryk mangler sin afsluttende /"],
  [/^Identifier '(.*)' has already been declared$/, "$1 er defineret to gange i cellen"],
  [/^Assignment to external variable '(.*)'$/, "$1 er defineret i en anden celle og kan ikke ændres i denne"],
  [/^Assignment to global '(.*)'$/, "$1 hører til browseren og kan ikke ændres"],
  [/^Global '(.*)' cannot be redefined$/, "$1 hører til browseren; giv det et andet navn"],
  [
    /^Assigning to rvalue$/,
    "der står et lighedstegn efter noget, der ikke kan få en værdi; er det en sammenligning, så skriv ==="
  ],
  [/^'return' outside of function$/, "return hører til i en funktion; brug display(…) til at vise noget"],
  [/^invalid binding: (.*)$/, "id=$1 er ikke et navn; brug bogstaver, tal og _"],
  [/^non-local import: (.*)$/, "»$1« ligger uden for src"],
  [/^Unexpected token 'export'$/, "en celle giver sine navne til de andre celler uden export"],
  [
    /^non-local file path: .*$|^FileAttachment requires .*$/,
    "en side henter ingen filer selv; tal kommer fra SQL-celler"
  ],
  [/^undefined parameter: (.*)$/, "siden har ingen parameter $1; dens parametre står i [ ] i filnavnet"],
  [/^invalid expression$/, "mellem ${ og } står ikke ét udtryk"]
];

/** Cells and expressions that cannot be read, each at the place where reading stops. */
export function brokenFindings({broken, unclosed}: Pick<ReadCode, "broken" | "unclosed">): Finding[] {
  return [
    ...broken.map(({line, column, words}: BrokenCode): Finding => {
      return {line, column, severity: "error", message: `Cellen kan ikke læses: ${inDanish(words)}.`};
    }),
    ...unclosed.map(
      (place): Finding => ({...place, severity: "error", message: "Udtrykket er ikke lukket: } mangler."})
    )
  ];
}

function inDanish(words: string): string {
  for (const [said, text] of danish) if (said.test(words)) return words.replace(said, text);
  return words;
}
