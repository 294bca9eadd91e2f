import * as v from "valibot";
import {Refusal} from "../../data-loaders/ground/refusal.js";
import {registerParameters} from "../../src/parameters.js";
import {splitQuery} from "../pages/cells.js";
import {isParameter} from "../pages/combinations.js";
import {chartCode, type Chart} from "./chartCode.js";
import {writeNewFile} from "./newFile.js";

/** A page to be written: its cells in their order, each with its name and the chart of its rows, where it has them. */
export interface Draft {
  title: string;
  /** Below `src`, without `.md`. */
  path: string;
  cells: {id?: string; query: string; chart?: Chart}[];
}

const field = v.pipe(v.string(), v.maxLength(200));
const Spec = v.object({
  title: v.pipe(v.string(), v.trim(), v.minLength(1, "siden mangler en titel"), v.maxLength(200)),
  path: v.pipe(
    v.string(),
    v.regex(
      /^(?:[a-z0-9-]+\/)*[a-z0-9-]+$/,
      "sidens adresse er små bogstaver, cifre og - med / imellem, fx audit/soevn"
    ),
    v.check(
      (path) => !/^(components|data|domain|statistics|style)(\/|$)/.test(path),
      "siden skal ligge uden for websteds moduler"
    )
  ),
  cells: v.pipe(
    v.array(
      v.object({
        id: v.optional(v.pipe(v.string(), v.regex(/^[a-z_]\w*$/i, "en celles navn er bogstaver, cifre og _"))),
        query: v.pipe(
          v.string(),
          v.check((query) => !/^ {0,3}```/m.test(query), "``` må ikke stå i en celle")
        ),
        chart: v.optional(
          v.object({
            mark: v.picklist(["barY", "barX", "dot", "lineY"]),
            x: field,
            y: field,
            color: v.optional(field)
          })
        )
      })
    ),
    v.check(
      (cells) =>
        new Set(cells.map(({id}) => id)).size === cells.filter(({id}) => id).length + Number(cells.some(({id}) => !id)),
      "to celler har samme navn"
    )
  )
});

/**
 * Writes a page with `draft: true` into `src`, which the preview shows and no build takes.
 * @throws Refusal when it cannot be one, or there is one
 */
export function writeDraft(root: string, draft: unknown): {file: string; address: string} {
  const {output, issues} = v.safeParse(Spec, draft);
  if (issues) throw new Refusal(`Kladden er ikke skrevet: ${issues[0].message}.`);
  const given = output as Draft;
  return {file: writeNewFile(root, "src", `${given.path}.md`, draftText(given)), address: `/${given.path}`};
}

/** The markdown of a draft. */
function draftText({title, path, cells}: Draft): string {
  const up = "../".repeat(path.split("/").length - 1) || "./";
  const choices = [...new Set(cells.flatMap(({query}) => splitQuery(query).expressions).filter(isParameter))];
  const ofRegisters = choices.filter((name) => Object.hasOwn(registerParameters, name));
  const chooser = (name: string) =>
    `${name}: ${ofRegisters.includes(name as never) ? "chooseRegister" : "choose"}("${name}")`;
  const names = ["Inputs", "Plot", ...(choices.length > 0 ? ["choiceBar", "choose"] : []), "sql"];
  const blocks = [
    `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(`${title}, fra værkstedet.`)}\ndraft: true\n---`,
    `# ${title}`,
    fenced(
      "js",
      [
        ...(ofRegisters.length > 0 ? [`import {chooseRegister} from "${up}components/inputs/chooseRegister.js";`] : []),
        `import {${names.join(", ")}} from "${up}components/notebook.js";`
      ].join("\n")
    ),
    ...(choices.length > 0
      ? [
          fenced("js", `const choices = view(choiceBar({${choices.map(chooser).join(", ")}}));`),
          fenced("js", `const {${choices.join(", ")}} = choices;`)
        ]
      : []),
    ...cells.flatMap(({id, query, chart}, i) => {
      const name = id ?? (chart ? `rows${i + 1}` : undefined);
      return [
        fenced(name ? `sql id=${name} display` : "sql", query.trim()),
        ...(chart ? [fenced("js", chartCode(chart, name!))] : [])
      ];
    })
  ];
  return `${blocks.join("\n\n")}\n`;
}

function fenced(info: string, content: string): string {
  return `\`\`\`${info}\n${content}\n\`\`\``;
}
