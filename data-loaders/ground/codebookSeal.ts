import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {join} from "node:path";

/** What a form was made from: the hash of a code book's questions and answers, with the line ends of no system. */
export function codebookSeal(folder: string): string {
  const hash = createHash("sha256");
  for (const file of ["audit.yaml", "answers.csv"])
    hash.update(readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n")).update("\0");
  return hash.digest("hex");
}
