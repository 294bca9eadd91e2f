import {defineConfig} from "vitest/config";

export default defineConfig({
  test: {
    reporters: ["default", "./test/support/closingLine.ts"],
    testTimeout: 300_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {name: "unit", include: ["test/**/*.test.ts"], exclude: ["test/site/**"], globalSetup: "./test/support/sharedFolder.ts"}
      },
      {
        extends: true,
        // On the site that `site.ts` builds before the first of them.
        test: {
          name: "site",
          include: ["test/site/**/*.test.ts"],
          globalSetup: "./test/support/site.ts",
          maxConcurrency: 2,
          sequence: {groupOrder: 1}
        }
      }
    ]
  }
});
