import {existsSync, mkdirSync, realpathSync, writeFileSync} from "node:fs";
import {dirname, join, sep} from "node:path";
import {Refusal} from "../../data-loaders/ground/refusal.js";

/**
 * Writes a file that is not there yet, below a folder of the project.
 * @param folder below the project, which nothing is written outside of
 * @throws Refusal when there is one of its name, or a link leads out of the folder
 */
export function writeNewFile(root: string, folder: string, path: string, contents: string): string {
  const file = join(root, folder, path);
  refuseExisting(root, folder, path);
  mkdirSync(dirname(file), {recursive: true});
  const home = realpathSync(join(root, folder)) + sep;
  if (!`${realpathSync(dirname(file))}${sep}`.startsWith(home))
    throw new Refusal(`${folder}/${path} fører ud af ${folder}; vælg et andet navn.`);
  // Also where it appears just now.
  writeFileSync(file, contents, {flag: "wx"});
  return `${folder}/${path}`;
}

/** Refuses a name that a file already has. */
export function refuseExisting(root: string, folder: string, path: string): void {
  if (existsSync(join(root, folder, path)))
    throw new Refusal(`${folder}/${path} findes i forvejen; vælg et andet navn.`);
}
