// Bundles the extension and packs it as a VSIX, which is a ZIP with a manifest: `npm run vscode`.
import {createWriteStream, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {pipeline} from "node:stream/promises";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import {ZipFile} from "yazl";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");

/** The files of the extension, by their names in it. */
export async function extensionFiles(): Promise<Map<string, string>> {
  const {outputFiles} = await build({
    entryPoints: [join(here, "extension.ts")],
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    external: ["vscode"],
    minify: true,
    write: false,
    legalComments: "eof"
  });
  return new Map([
    ["package.json", readFileSync(join(here, "manifest.json"), "utf8")],
    ["extension.js", outputFiles[0]!.text],
    ["LICENSE.txt", readFileSync(join(root, "LICENSE"), "utf8")]
  ]);
}

/** The files of a VSIX, by their names in it. */
export function vsixFiles(files: ReadonlyMap<string, string>): Map<string, string> {
  const {name, publisher, version, displayName, description, engines} = JSON.parse(
    files.get("package.json")!
  ) as Record<string, string> & {engines: {vscode: string}};
  const manifest = `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="da" Id="${name}" Version="${version}" Publisher="${publisher}"/>
    <DisplayName>${displayName}</DisplayName>
    <Description xml:space="preserve">${description}</Description>
    <Categories>Programming Languages</Categories>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${engines.vscode}"/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace"/>
    </Properties>
    <License>extension/LICENSE.txt</License>
  </Metadata>
  <Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.License" Path="extension/LICENSE.txt" Addressable="true"/>
  </Assets>
</PackageManifest>
`;
  const types = `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
  <Default Extension=".json" ContentType="application/json"/>
  <Default Extension=".js" ContentType="application/javascript"/>
  <Default Extension=".txt" ContentType="text/plain"/>
  <Default Extension=".vsixmanifest" ContentType="text/xml"/>
</Types>
`;
  return new Map([
    ["[Content_Types].xml", types],
    ["extension.vsixmanifest", manifest],
    ...[...files].map(([file, text]): [string, string] => [`extension/${file}`, text])
  ]);
}

/** Writes a ZIP, the same bytes for the same files. */
export async function writeZip(out: string, files: ReadonlyMap<string, string>): Promise<void> {
  const zip = new ZipFile();
  for (const [name, text] of files)
    zip.addBuffer(Buffer.from(text), name, {mtime: new Date(2026, 0, 1), mode: 0o100644});
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(out));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = await extensionFiles();
  // VS Code offers what lies here to whoever opens the folder.
  const offered = join(root, ".vscode/extensions/rygatlas");
  mkdirSync(offered, {recursive: true});
  for (const [name, text] of files) writeFileSync(join(offered, name), text);
  await writeZip(join(root, "rygatlas.vsix"), vsixFiles(files));
  console.log("rygatlas.vsix og .vscode/extensions/rygatlas er skrevet.");
}
