import {inject, expect, test} from "vitest";
import {run} from "../support/run.js";

const {project, withoutNetwork} = inject("site");

test("the build needs no network at all", async (context) => {
  if (!withoutNetwork) {
    console.log("skipped: `unshare` cannot take the network away on this machine");
    context.skip("unshare is unavailable");
    return;
  }
  // The site that every other test reads was built behind this very wall, so what is left to show is that it is one.
  const [command, ...args] = withoutNetwork;
  const {out} = await run(command!, [...args, process.execPath, "-p", "Object.keys(os.networkInterfaces()).join()"], {
    cwd: project
  });
  expect(out.trim()).toMatch(/^(lo)?$/);
});
