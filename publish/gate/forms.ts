import type {Settings} from "../../data-loaders/ground/settings.js";
import {formFiles, formFolder} from "../form/formFiles.js";
import type {FinishedSite} from "./finishedSite.js";

/**
 * The site without the audit's forms, which are made from the code book and hold no data: they are exactly what publish
 * writes, or a fault each.
 */
export async function withoutForms(
  whole: FinishedSite,
  settings: Settings
): Promise<{site: FinishedSite; faults: string[]}> {
  const right = await formFiles(settings);
  const isForm = (file: string) => file.startsWith(`${formFolder}/`);
  const faults = [...new Set([...right.keys(), ...whole.files.filter(isForm)])].flatMap((file) => {
    const expected = right.get(file);
    const isThere = whole.files.includes(file);
    return expected && isThere && whole.bytes(file).equals(expected)
      ? []
      : [`${file} er ikke det skema, som publish laver af kodebogen; kør npm run build igen.`];
  });
  return {site: {...whole, files: whole.files.filter((file) => !isForm(file))}, faults};
}
