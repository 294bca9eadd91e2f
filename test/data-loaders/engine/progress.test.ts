import {Writable} from "node:stream";
import {expect, test} from "vitest";
import {progress} from "../../../data-loaders/engine/progress.js";

test("where there is no terminal each step is a line, and the end is silent", () => {
  const lines: string[] = [];
  const log = new Writable({write: (line, _, done) => (lines.push(String(line)), done())}) as NodeJS.WriteStream;
  const {step, stop} = progress(log);
  step("Finder udtræk");
  step("Audit: Tæller svar");
  stop();
  expect(lines).toEqual([
    expect.stringMatching(/^Finder udtræk · \d+ s\n$/),
    expect.stringMatching(/^Audit: Tæller svar · \d+ s\n$/)
  ]);
});
