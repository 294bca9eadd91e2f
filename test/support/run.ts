import {spawn} from "node:child_process";

/** What a command left behind. */
export interface Outcome {
  /** The exit code; null when it was killed. */
  code: number | null;
  out: string;
  err: string;
}

export interface RunOptions {
  cwd: string;
  env?: NodeJS.ProcessEnv;
  /** Kill it, with all it started, when this signal comes, wherever it stands. */
  killOn?: AbortSignal;
}

/** Runs a command to its end. */
export function run(command: string, args: readonly string[], {cwd, env = {}, killOn}: RunOptions): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    // A group of its own, so that what the command started dies with it.
    const child = spawn(command, args, {
      cwd,
      env: {...userEnvironment(), ...env},
      detached: true,
      stdio: ["ignore", "pipe", "pipe"]
    });
    const outcome: Outcome = {code: null, out: "", err: ""};
    killOn?.addEventListener("abort", () => killGroup(child.pid));
    child.stdout.setEncoding("utf8").on("data", (text: string) => (outcome.out += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (outcome.err += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({...outcome, code}));
  });
}

/** Runs `rygatlas …` in a project folder. */
export function rygatlas(
  project: string,
  args: readonly string[],
  options: Omit<RunOptions, "cwd"> = {}
): Promise<Outcome> {
  return run(process.execPath, ["bin/rygatlas.js", ...args], {...options, cwd: project});
}

/** The environment of somebody at a terminal: without what vitest, npm and a git hook add to ours. */
export function userEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(VITEST|npm_|GIT_|NODE_ENV$|TEST$|PROD$|DEV$|MODE$|BASE_URL$|SSR$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

export function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // It had ended by then.
  }
}
