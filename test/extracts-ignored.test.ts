import {execFileSync, spawnSync} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {checkout} from "./support/project.js";
import {userEnvironment} from "./support/run.js";

const secret = [
  "data/codes/participants.json",
  "data/extracts/audit/egne.csv",
  "data/extracts/registers/bef/a.parquet",
  "data/workspace/rejects.csv"
];

describe.skipIf(!existsSync(join(checkout, ".git")))("in this repository", () => {
  test.each(secret)("git ignores %s", (file) => {
    expect(git(checkout, "check-ignore", file).trim()).toBe(file);
  });

  test("nothing of the kind is tracked", () => {
    expect(git(checkout, "ls-files", "data/codes", "data/extracts", "data/workspace")).toBe("");
  });

  test("the commit hook is part of the project, and `npm ci` turns it on", () => {
    expect(git(checkout, "ls-files", "--stage", ".githooks/pre-commit")).toMatch(/^100755 /);
    expect(readFileSync(join(checkout, "package.json"), "utf8")).toContain("core.hooksPath .githooks");
  });
});

describe("the commit hook", () => {
  let repository: string;
  beforeEach(() => {
    repository = mkdtempSync(join(tmpdir(), "rygatlas-hook-"));
    git(repository, "init", "--quiet");
    git(repository, "config", "core.hooksPath", join(checkout, ".githooks"));
  });
  afterEach(() => rmSync(repository, {recursive: true, force: true}));

  test.each(secret)("refuses %s, even when it was added by force", (file) => {
    add(file);
    add("README.md");
    const {status, stderr} = commit();
    expect(status).toBe(1);
    expect(stderr).toContain(file);
    expect(stderr).not.toContain("README.md");
    expect(stderr).toContain("git reset");
  });

  test("lets everything else through, also when extracts once tracked are taken out", () => {
    add("data/codebooks/laenderyg/answers.csv");
    expect(commit().status).toBe(0);
    add("data/extracts/audit/gamle.csv");
    expect(commit("--no-verify").status).toBe(0);
    git(repository, "rm", "--quiet", "--cached", "data/extracts/audit/gamle.csv");
    expect(commit().status).toBe(0);
  });

  function add(file: string): void {
    mkdirSync(join(repository, file, ".."), {recursive: true});
    writeFileSync(join(repository, file), "x\n");
    git(repository, "add", "--force", file);
  }

  function commit(...options: string[]) {
    const author = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];
    return spawnSync("git", [...author, "commit", "--quiet", "-m", "Try", ...options], {
      cwd: repository,
      env: userEnvironment(),
      encoding: "utf8"
    });
  }
});

function git(cwd: string, ...args: string[]): string {
  return execFileSync("git", args, {cwd, env: userEnvironment(), encoding: "utf8"});
}
