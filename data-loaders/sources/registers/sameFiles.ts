import {createHash} from "node:crypto";
import {createReadStream, statSync} from "node:fs";
import {relative, sep} from "node:path";
import {group} from "d3-array";

/**
 * Files of a delivery that are the same to the byte, a line each: their rows count twice.
 * @param folder what the files are named below
 */
export async function sameFiles(folder: string, files: readonly string[]): Promise<string[]> {
  const warnings: string[] = [];
  const named = (file: string) => relative(folder, file).split(sep).join("/");
  // Only files of one size can be alike: nearly none is read for this.
  for (const alike of group(files, (file) => statSync(file).size).values()) {
    if (alike.length < 2) continue;
    const hashed = await Promise.all(alike.map(async (file) => ({file, hash: await hashOf(file)})));
    for (const [first, ...others] of group(hashed, ({hash}) => hash).values())
      for (const {file} of others)
        warnings.push(
          `ADVARSEL: ${named(file)}: er den samme fil som ${named(first!.file)}, så dens rækker tæller to gange; fjern den ene.`
        );
  }
  return warnings;
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
