import type {CDPSession, Page} from "playwright-core";

/** What a reader's connection and processor are slowed down to. */
export interface Throttle {
  /** Bits per second and milliseconds. */
  network?: {down: number; up: number; latency: number};
  /** How many times slower the page's own thread runs. */
  processor?: number;
}

/** A telephone on a poor connection, as Lighthouse has it. */
export const telephone: Throttle = {network: {down: 1_600_000, up: 750_000, latency: 150}, processor: 4};

/** One request of a page or of its workers. */
export interface Sent {
  url: string;
  /** Milliseconds since 1970. */
  at: number;
  /** As sent, compressed and with headers; 0 from a cache; undefined until everything has come. */
  bytes?: number;
  /** What the server said it would send. */
  length?: number;
}

/**
 * Slows a page and its workers down, and keeps an account of what they ask for. Call it before the page goes anywhere.
 */
export async function throttle(page: Page, {network, processor = 1}: Throttle): Promise<Sent[]> {
  const session = await page.context().newCDPSession(page);
  const sent = new Map<string, Sent>();
  const conditions = {
    offline: false,
    downloadThroughput: network ? network.down / 8 : -1,
    uploadThroughput: network ? network.up / 8 : -1,
    latency: network?.latency ?? 0
  };
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", conditions);
  await session.send("Emulation.setCPUThrottlingRate", {rate: processor});
  session.on("Network.requestWillBeSent", (event) => began(event));
  session.on("Network.responseReceived", (event) => answered(event));
  session.on("Network.loadingFinished", (event) => finished(event));
  session.on("Network.loadingFailed", (event) => finished({...event, encodedDataLength: 0}));

  // A worker is a target of its own, without the conditions of its page. Its commands travel inside messages.
  const command = (worker: string, id: number, method: string, params = {}) =>
    send(session, "Target.sendMessageToTarget", {sessionId: worker, message: JSON.stringify({id, method, params})});
  session.on("Target.attachedToTarget", async ({sessionId: worker}) => {
    await command(worker, 1, "Network.enable");
    await command(worker, 2, "Network.emulateNetworkConditions", conditions);
    await command(worker, 3, "Runtime.runIfWaitingForDebugger");
  });
  session.on("Target.receivedMessageFromTarget", ({message}) => {
    const {method, params} = JSON.parse(message);
    if (method === "Network.requestWillBeSent") began(params);
    if (method === "Network.responseReceived") answered(params);
    if (method === "Network.loadingFinished") finished(params);
    if (method === "Network.loadingFailed") finished({...params, encodedDataLength: 0});
  });
  await session.send("Target.setAutoAttach", {autoAttach: true, waitForDebuggerOnStart: true, flatten: false});

  const list: Sent[] = [];
  function began({requestId, wallTime, request}: {requestId: string; wallTime: number; request: {url: string}}): void {
    const one = {url: request.url, at: wallTime * 1000};
    sent.set(requestId, one);
    if (/^https?:/.test(request.url)) list.push(one);
  }
  function answered({requestId, response}: {requestId: string; response: {headers: Record<string, string>}}): void {
    const one = sent.get(requestId);
    if (one) one.length = Number(response.headers["content-length"] ?? 0);
  }
  function finished({requestId, encodedDataLength}: {requestId: string; encodedDataLength: number}): void {
    const one = sent.get(requestId);
    // Of a worker's script the browser reports the headers only.
    if (one) one.bytes = encodedDataLength && Math.max(encodedDataLength, one.length ?? 0);
  }
  return list;
}

/** A worker that has ended meanwhile gets no command. */
async function send(
  session: CDPSession,
  method: "Target.sendMessageToTarget",
  params: {sessionId: string; message: string}
): Promise<void> {
  await session.send(method, params).catch(() => {});
}
