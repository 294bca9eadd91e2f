import {join} from "node:path";
import {workspace, type ExtensionContext} from "vscode";
import {LanguageClient, TransportKind} from "vscode-languageclient/node";

let client: LanguageClient | undefined;

/** Starts the project's own language server, so that the editor says what `lint` says, and speaks with it. */
export async function activate(context: ExtensionContext): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath;
  // The server is code of the folder: it runs where the folder is trusted.
  if (!folder || !workspace.isTrusted) return;
  client = new LanguageClient(
    "rygatlas",
    "Rygatlas",
    {
      command: "node",
      args: [join(folder, "bin/rygatlas.js"), "editor"],
      options: {cwd: folder},
      transport: TransportKind.stdio
    },
    {documentSelector: [{scheme: "file", language: "markdown", pattern: `${folder}/src/**/*.md`}]}
  );
  context.subscriptions.push(client);
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
