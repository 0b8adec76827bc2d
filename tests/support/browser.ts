import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { WebSocket } from "ws";

import { eventually } from "./eventually";

/** Where Chromium is on this machine, if installed. */
export const CHROMIUM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find(existsSync);

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--remote-debugging-port=0",
  "--window-size=1400,900",
  // An endless animation is drawn endlessly, sixty times a second, whether anyone looks or not.
  "--force-prefers-reduced-motion",
  "--disable-extensions",
  "--disable-default-apps",
  "--disable-software-rasterizer",
  "--disable-features=Translate,OptimizationHints,MediaRouter",
];

interface DevToolsMessage {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

/** One tab of a real browser, driven over Chromium's DevTools protocol. */
export class Browser {
  /** Console errors, uncaught exceptions, and violations of the content security policy. */
  readonly complaints: string[] = [];
  readonly requested: string[] = [];
  private readonly waiting = new Map<number, (message: DevToolsMessage) => void>();
  private sessionId: unknown;
  private lastId = 0;

  private constructor(
    private readonly chromium: ChildProcess,
    private readonly profileDir: string,
    private readonly socket: WebSocket,
  ) {
    socket.on("message", (text: Buffer) =>
      this.receive(JSON.parse(text.toString()) as DevToolsMessage),
    );
  }

  static async start(executable: string): Promise<Browser> {
    const profileDir = mkdtempSync(join(tmpdir(), "console-test-"));
    const flags = [...FLAGS, `--user-data-dir=${profileDir}`, "about:blank"];
    const chromium = spawn(executable, flags, { stdio: ["ignore", "ignore", "pipe"] });
    const browser = new Browser(chromium, profileDir, new WebSocket(await debuggingUrl(chromium)));
    await once(browser.socket, "open");
    const { targetId } = await browser.call("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await browser.call("Target.attachToTarget", { targetId, flatten: true });
    browser.sessionId = sessionId;
    for (const domain of ["Page", "Runtime", "Network", "Log"])
      await browser.call(`${domain}.enable`);
    return browser;
  }

  async open(url: string): Promise<void> {
    await this.call("Page.navigate", { url });
  }

  /** Returns the value of a JavaScript expression in the page; promises are awaited. */
  async evaluate(expression: string): Promise<unknown> {
    const answer = await this.call("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    return (answer["result"] as { value?: unknown }).value;
  }

  /** Presses a key of the keyboard, such as Tab, Enter or Escape. */
  async press(key: string): Promise<void> {
    const text = key === "Enter" ? "\r" : undefined;
    const codes: Record<string, number> = { Tab: 9, Enter: 13, Escape: 27 };
    const event = {
      key,
      code: key,
      windowsVirtualKeyCode: codes[key],
      ...(text !== undefined && { text }),
    };
    await this.call("Input.dispatchKeyEvent", { type: "keyDown", ...event });
    await this.call("Input.dispatchKeyEvent", { type: "keyUp", ...event });
  }

  async pretendToBePhone(): Promise<void> {
    const screen = { width: 390, height: 844, deviceScaleFactor: 2, mobile: true };
    await this.call("Emulation.setDeviceMetricsOverride", screen);
  }

  /** Sets the screen to this many pixels wide; below 500 it is a touch screen. */
  async resize(width: number, height = 900): Promise<void> {
    const screen = { width, height, deviceScaleFactor: 1, mobile: width < 500 };
    await this.call("Emulation.setDeviceMetricsOverride", screen);
  }

  /** Returns what is visible now, as a PNG. */
  async picture(): Promise<Buffer> {
    await this.call("Emulation.setScrollbarsHidden", { hidden: true });
    const { data } = await this.call("Page.captureScreenshot");
    return Buffer.from(String(data), "base64");
  }

  async screenshot(path: string): Promise<void> {
    writeFileSync(path, await this.picture());
  }

  async close(): Promise<void> {
    const exited = once(this.chromium, "exit");
    this.sessionId = undefined;
    await this.call("Browser.close");
    await exited;
    // Its helper processes end a moment later and go on writing until then.
    await eventually(() =>
      rm(this.profileDir, { recursive: true, force: true }).then(
        () => true,
        () => false,
      ),
    );
  }

  private async call(method: string, params: object = {}): Promise<Record<string, unknown>> {
    const id = ++this.lastId;
    const answered = new Promise<DevToolsMessage>((resolve) => this.waiting.set(id, resolve));
    this.socket.send(
      JSON.stringify({
        id,
        method,
        params,
        ...(this.sessionId !== undefined && { sessionId: this.sessionId }),
      }),
    );
    const { result, error } = await answered;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  }

  private receive({ id, method, params = {}, ...answer }: DevToolsMessage): void {
    if (id !== undefined) {
      this.waiting.get(id)?.(answer);
      this.waiting.delete(id);
    }
    if (method === "Network.requestWillBeSent")
      this.requested.push((params["request"] as { url: string }).url);
    if (method === "Network.webSocketCreated") this.requested.push(String(params["url"]));
    if (method === "Runtime.exceptionThrown")
      this.complaints.push(JSON.stringify(params["exceptionDetails"]));
    if (method === "Runtime.consoleAPICalled" && params["type"] === "error")
      this.complaints.push(JSON.stringify(params["args"]));
    if (method === "Log.entryAdded") this.hear(params["entry"] as { level: string; text: string });
  }

  private hear({ level, text }: { level: string; text: string }): void {
    if (level === "error") this.complaints.push(text);
  }
}

async function debuggingUrl(chromium: ChildProcess): Promise<string> {
  if (!chromium.stderr) throw new Error("Chromium was started without a pipe for its messages");
  for await (const line of createInterface({ input: chromium.stderr })) {
    const url = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (url === undefined) continue;
    chromium.stderr.resume();
    return url;
  }
  throw new Error("Chromium ended before it listened");
}
