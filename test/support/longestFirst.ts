import {BaseSequencer, type TestSpecification} from "vitest/node";

/**
 * The files that take longest, in the order they begin. The site is being built meanwhile;
 * its tests come when it is there.
 */
const longest = [
  "data-loaders/synthetic/registers/repeatable",
  "publish/gate/accepted",
  "load",
  "publish/workbench/day",
  "data-loaders/indicators/completeness",
  "data-loaders/reconcile/reconcile",
  "data-loaders/synthetic/registers/recounted",
  "publish/gate/releases",
  "data-loaders/invented-audit",
  "data-loaders/load/loadRegisters",
  "data-loaders/disclosure/undeclared",
  "data-loaders/synthetic/audit",
  "components/sentences/truth",
  "data-loaders/printedReport",
  "site/data",
  "site/answers",
  "site/pages",
  "site/docs",
  "site/broken",
  "site/gate"
].map((name) => `/test/${name}.test.ts`);

/** Starts the longest files first, and the shortest last: one that begins among the last would run alone at the end. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({moduleId, project}: TestSpecification) => {
      const at = longest.findIndex((file) => moduleId.endsWith(file));
      return at >= 0 ? at : longest.length + (project.name === "site" ? 0 : 1);
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}
