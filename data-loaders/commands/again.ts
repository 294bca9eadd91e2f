import {fork} from "node:child_process";

/** The exit code by which a process asks to be started anew. */
const anew = 75;

/**
 * Runs something of a command in a process of its own, which this one starts anew whenever it asks for it: modules that
 * have been read stay as they were until then.
 */
export async function inChild(run: (again: () => void) => Promise<void>): Promise<void> {
  if (process.send) {
    process.on("disconnect", () => process.exit());
    return run(() => process.exit(anew));
  }
  const [, command, ...given] = process.argv;
  const start = () =>
    fork(command!, given).on("exit", (code) => {
      if (code === anew) start();
      else process.exitCode = code ?? 1;
    });
  start();
}
