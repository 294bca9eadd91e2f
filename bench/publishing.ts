import {cpSync, rmSync} from "node:fs";
import {join} from "node:path";
import {median} from "d3-array";
import type {Settings} from "../data-loaders/ground/settings.js";
import {answerPage} from "../publish/answers/answers.js";
import {sitePages} from "../publish/pages/parameterPages.js";
import {publishedTables} from "../publish/answers/tables.js";
import {readVocabulary} from "../publish/pages/vocabulary.js";
import {freshCheckout, secondsOf, spread} from "./measure.js";
import {aligned, atMost} from "./target.js";

/** What `publish` takes for the whole site, and what one answer takes when there are few and many. */
export async function benchPublish(settings: Settings, runs: number): Promise<string[]> {
  const root = freshCheckout(settings.root);
  try {
    const rygatlas = (command: string) => secondsOf(process.execPath, ["bin/rygatlas.js", command], {cwd: root});
    rygatlas("load");
    secondsOf(process.execPath, ["node_modules/@observablehq/framework/dist/bin/observable.js", "build"], {cwd: root});
    cpSync(join(root, "dist"), join(root, "dist.built"), {recursive: true});
    const seconds: number[] = [];
    for (let i = 0; i < runs; i++) {
      rmSync(join(root, "dist"), {recursive: true});
      cpSync(join(root, "dist.built"), join(root, "dist"), {recursive: true});
      seconds.push(rygatlas("publish"));
    }
    const copy = {...settings, root, workspace: join(root, "data/workspace")};
    return [
      `publish of the whole site, ${runs} runs: ${spread(seconds, "s")}, median ${atMost(median(seconds)!, 30, "s", 1)}`,
      ...(await proportion(copy, runs))
    ];
  } finally {
    rmSync(root, {recursive: true, force: true});
  }
}

async function proportion(settings: Settings, runs: number): Promise<string[]> {
  const words = readVocabulary(settings);
  const pages = (await sitePages(settings.root)).filter(({draft}) => !draft);
  const session = await publishedTables(settings, join(settings.root, "src/.observablehq/cache/data"));
  const rows: string[][] = [];
  try {
    // With the least, cells with many combinations are left out.
    for (const most of [30, settings.mostAnswers]) {
      const each: number[] = [];
      let answers = 0;
      for (let i = 0; i < runs; i++) {
        const started = performance.now();
        answers = 0;
        for (const page of pages) answers += (await answerPage(page, session, words, most)).count;
        each.push((performance.now() - started) / answers);
      }
      rows.push([
        `${answers} answers`,
        `${((median(each)! * answers) / 1000).toFixed(2)} s`,
        `${spread(each, "ms")} each`
      ]);
    }
  } finally {
    session.close();
  }
  return ["of that, the answers themselves:", ...aligned(rows)];
}
