import {defineConfig} from "vitest/config";
import {hang} from "./test/support/hang.js";
import LongestFirst from "./test/support/longestFirst.js";

const site = "test/site/**/*.test.ts";
/**
 * Tests that give their process a browser's page, which no other test must find there: a
 * chart is drawn in a document of its own.
 */
const forBrowser = [
  "test/components/{,dom/,words/,rows/,tables/,data/,inputs/,picture/,figure/,panels/,map/,folder/}*.test.ts",
  "test/components/charts/patientFlow.test.ts",
  "test/publish/**/client/**/*.test.ts"
];

export default defineConfig({
  test: {
    reporters: ["default", "./test/support/closingLine.ts"],
    testTimeout: hang,
    hookTimeout: hang,
    teardownTimeout: hang,
    maxWorkers: 2,
    coverage: {
      include: ["{bench,data-loaders,publish,src}/**/*.ts"],
      reporter: ["text-summary", "html", "json"],
      reportsDirectory: "data/workspace/coverage"
    },
    tags: [
      {
        name: "slow",
        description: "Needs a whole twin, a build, a browser or minutes: `npm run test:fast` leaves it out"
      }
    ],
    sequence: {sequencer: LongestFirst},
    // One process for many files: to start one takes longer than most of these tests.
    isolate: false,
    projects: [
      {extends: true, test: {name: "unit", include: ["test/**/*.test.ts"], exclude: [site, ...forBrowser]}},
      {extends: true, test: {name: "components", include: forBrowser}},
      {
        extends: true,
        // On the site that `site.ts` builds meanwhile.
        test: {
          name: "site",
          include: [site],
          globalSetup: "./test/support/site.ts",
          setupFiles: "./test/support/siteBuilt.ts",
          maxConcurrency: 2
        }
      }
    ]
  }
});
