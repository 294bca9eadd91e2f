/**
 * Code or a page of Framework's without the times its files were written at, which reveal
 * readers nothing and differ from build to build.
 */
export function withoutClock(text: string): string {
  return text.replace(/(?<="path":"[^"]*"),"lastModified":\d+(?=,"size":\d)/g, "");
}
