import {BaseSequencer, type TestSpecification} from "vitest/node";

/** The files that take longest. Those that need the tables on registers wait until these are made, so others go before them. */
const longest = [
  "data-loaders/synthetic/registers/repeatable", "data-loaders/reconcile/reconcile", "load", "data-loaders/invented-audit",
  "site/reproducible", "site/data", "site/broken", "site/pages", "site/answers", "site/gate"
].map((name) => `/test/${name}.test.ts`);

/** Starts the longest files first: one that begins among the last runs alone at the end. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const group = ({project}: TestSpecification) => project.config.sequence.groupOrder;
    const place = ({moduleId}: TestSpecification) => {
      const at = longest.findIndex((file) => moduleId.endsWith(file));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => group(a) - group(b) || place(a) - place(b));
  }
}
