import {existsSync, readFileSync} from "node:fs";
import type {Settings} from "../../data-loaders/ground/settings.js";
import {openDesk} from "../lint.js";
import type {Desk} from "../lint/lintPage.js";
import {parameterPages} from "../pages/parameterPages.js";
import {openBench} from "../workbench/bench.js";
import {knowledgeOf, type Knowledge} from "../workbench/knowledge.js";
import {workspaceStamp} from "../workbench/openWorkspace.js";
import {addressFile, benchPath, benchToken} from "../workbench/server.js";
import type {Project} from "./languageServer.js";

/** A project as the last load left it; after another load, as that did. */
export function openProject(settings: Settings): Project {
  const bench = openBench(settings);
  const afresh = <T>(open: () => Promise<T>, close: (opened: T) => void = () => {}) => {
    let known: {stamp: string; opened: Promise<T>} | undefined;
    return () => {
      const stamp = workspaceStamp(settings);
      if (known?.stamp !== stamp) {
        void known?.opened.then(close, () => {});
        known = {stamp, opened: open()};
      }
      return known.opened;
    };
  };
  return {
    root: settings.root,
    desk: afresh<Desk>(
      () => openDesk(settings),
      ({session}) => session.close()
    ),
    knowledge: afresh<Knowledge>(async () => knowledgeOf(await bench.catalogue(), (column) => bench.profile(column))),
    made: afresh(() => parameterPages(settings.root)),
    async benchAddress({id = "", query}) {
      const file = addressFile(settings);
      const address = existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
      if (!address || !(await answers(`${address}${benchPath}`))) return undefined;
      return `${address}${benchPath}#${new URLSearchParams({token: benchToken(settings), sql: query, name: id})}`;
    }
  };
}

async function answers(address: string): Promise<boolean> {
  return fetch(address, {signal: AbortSignal.timeout(2000)}).then(
    ({ok}) => ok,
    () => false
  );
}
