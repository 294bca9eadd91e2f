import {defineConfig} from "vitest/config";
import LongestFirst from "./test/support/longestFirst.js";

export default defineConfig({
  test: {
    reporters: ["default", "./test/support/closingLine.ts"],
    testTimeout: 300_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
    sequence: {sequencer: LongestFirst},
    projects: [
      {
        extends: true,
        test: {name: "unit", include: ["test/**/*.test.ts"], exclude: ["test/site/**"], globalSetup: "./test/support/sharedFolder.ts"}
      },
      {
        extends: true,
        // On the site that `site.ts` builds meanwhile.
        test: {
          name: "site",
          include: ["test/site/**/*.test.ts"],
          globalSetup: "./test/support/site.ts",
          setupFiles: "./test/support/siteBuilt.ts",
          maxConcurrency: 2,
          sequence: {groupOrder: 1}
        }
      }
    ]
  }
});
