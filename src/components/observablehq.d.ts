declare module "observablehq:stdlib" {
  /** Framework's file attachment; takes a literal path relative to the module. */
  export function FileAttachment(path: string): {
    url(): Promise<string>;
    json<T>(): Promise<T>;
    arrayBuffer(): Promise<ArrayBuffer>;
    text(): Promise<string>;
  };
}

declare module "@observablehq/inputs";
declare module "htl";
