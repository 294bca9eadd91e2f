import type {Reporter, SerializedError, TestModule} from "vitest/node";

/** Says last of all, in one line that a machine can read, how many tests passed and failed: `N passed, N failed`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const line = closingLine(modules, errors.length);
    // Vitest still has words of its own to say after the run.
    process.once("exit", () => process.stdout.write(`${line}\n`));
  }
}

/** A file that fails outside its tests, and an error that no test caught, count as one failure each. */
export function closingLine(modules: readonly TestModule[], uncaught: number): string {
  let passed = 0;
  let failed = uncaught;
  let skipped = 0;
  for (const module of modules) {
    const states = Array.from(module.children.allTests(), (test) => test.result().state);
    passed += states.filter((state) => state === "passed").length;
    failed += states.filter((state) => state === "failed").length;
    skipped += states.filter((state) => state === "skipped" || state === "pending").length;
    if (module.state() === "failed" && !states.includes("failed")) failed += 1;
  }
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`;
}
