import {expect, test} from "vitest";
import {withoutClock} from "../../../publish/framework/builtSite.js";

test("takes away when a file was written, and nothing else", () => {
  const file = (time: string) =>
    `registerFile("./x.parquet", {"name":"./x.parquet","path":"./_file/x.0a1b2c3d.parquet"${time},"size":3268});`;
  expect(withoutClock(file(',"lastModified":1795319949464'))).toBe(file(""));
  expect(withoutClock('const a = {"lastModified":1};')).toBe('const a = {"lastModified":1};');
});
