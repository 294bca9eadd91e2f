import axe from "axe-core";
import type {Page} from "playwright-core";

/**
 * What axe-core calls a violation, of whatever impact, one line each with where it stands.
 * `rules` names the only rules to run; all of them by default.
 */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  // Put in by the browser's own hand rather than as a script of the page, which a strict policy would refuse.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (only) => {
    const {axe} = window as unknown as {axe: typeof import("axe-core")};
    const result = await axe.run(document, {
      resultTypes: ["violations"],
      ...(only && {runOnly: {type: "rule", values: only}})
    });
    return result.violations.flatMap(({id, nodes}) =>
      nodes.slice(0, 5).map(({target, any}) => `axe ${id}: ${target.join(" ")} ${any[0]?.message ?? ""}`.trim())
    );
  }, rules);
}
