import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { brotliCompressSync } from "node:zlib";

import { Browser, CHROMIUM } from "../support/browser";
import { eventually } from "../support/eventually";
import { build } from "../support/program";
import { SampleServer } from "../support/sample-server";

const folder = mkdtempSync(join(tmpdir(), "console-files-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the console's route", () => {
  let server: SampleServer;

  beforeAll(async () => {
    const consoleDir = join(folder, "invented");
    mkdirSync(join(consoleDir, "assets"), { recursive: true });
    writeFileSync(join(consoleDir, "index.html"), "<title>console</title>");
    writeFileSync(join(consoleDir, "assets", "app-1a2b.js"), "plain()");
    writeFileSync(join(consoleDir, "assets", "app-1a2b.js.br"), brotliCompressSync("compressed()"));
    server = await SampleServer.start({ consoleDir });
  });

  afterAll(() => server.running.close());

  it("says what to do if the console has not been built", async () => {
    const bare = await SampleServer.start();
    for (const path of ["/console", "/console/orders", "/graphiql"]) {
      const response = await fetch(bare.running.url + path);
      expect(response.status).toBe(503);
      expect(await response.text()).toContain("npm run build");
    }
    await bare.running.close();
  });

  it.each(["/graphiql", "/graphiql/"])("redirects %s to the developers' room", async (path) => {
    const response = await fetch(server.running.url + path, { redirect: "manual" });
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe("/console/api");
  });

  it.each(["/console", "/console/", "/console/api", "/console/orders/0987?till=DEAD_LETTERED"])(
    "serves the page at %s, never cached, under its own policy",
    async (path) => {
      const response = await fetch(server.running.url + path);
      expect(response.status).toBe(200);
      expect(await response.text()).toBe("<title>console</title>");
      expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(response.headers.get("content-security-policy")).toBe(
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; " +
          "font-src 'self' data:; img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; " +
          "form-action 'none'; frame-ancestors 'none'",
      );
    },
  );

  it("serves assets as immutable, compressed, under the same policy", async () => {
    const get = (encoding: string) =>
      fetch(`${server.running.url}/console/assets/app-1a2b.js`, {
        headers: { "accept-encoding": encoding },
      });
    const compressed = await get("br");
    expect(compressed.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(compressed.headers.get("content-encoding")).toBe("br");
    expect(compressed.headers.get("content-security-policy")).toContain("script-src 'self'");
    expect(await compressed.text()).toBe("compressed()");
    expect(await (await get("identity")).text()).toBe("plain()");
  });

  it("serves nothing outside the assets", async () => {
    for (const path of ["", "..%2findex.html", "%2e%2e%2f%2e%2e%2fetc/passwd", "missing.js"]) {
      const { status } = await fetch(`${server.running.url}/console/assets/${path}`);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
  });
});

const describeWithChromium = CHROMIUM === undefined ? describe.skip : describe;
const BUILT = join(process.cwd(), "dist/console");

describeWithChromium("the console in a browser (skipped without Chromium)", () => {
  let server: SampleServer;
  let browser: Browser;

  beforeAll(async () => {
    build();
    server = await SampleServer.start({ consoleDir: BUILT });
    browser = await Browser.start(CHROMIUM ?? "");
    await browser.open(`${server.running.url}/graphiql`);
    await eventually(() =>
      browser.evaluate(`document.querySelector(".graphiql-query-editor .view-line") !== null`),
    );
  });

  afterAll(async () => {
    await browser.close();
    await server.running.close();
  });

  const model = (file: string) =>
    `__MONACO.editor.getModels().find((model) => model.uri.path.endsWith("${file}"))`;
  const text = async (file: string) =>
    String(await browser.evaluate(`${model(file)}?.getValue() ?? ""`));
  const tabTitles = () =>
    browser.evaluate(
      `[...document.querySelectorAll(".graphiql-tab-button")].map((tab) => tab.textContent)`,
    );

  /**
   * Types the operation into the first tab, runs it, and returns what the response pane shows once
   * it matches.
   */
  const run = async (name: string, query: string, fits: RegExp): Promise<string> => {
    await browser.evaluate(`${model("operation.graphql")}.setValue(${JSON.stringify(query)})`);
    // GraphiQL takes a moment to notice; until then it would still send the earlier operation's
    // name.
    await eventually(async () => String(await tabTitles()).startsWith(name));
    await browser.evaluate(`document.querySelector(".graphiql-execute-button").click()`);
    return eventually(async () => {
      const answer = await text("response.json");
      return fits.test(answer) ? answer : undefined;
    });
  };

  it("opens with one tab for the menu and one for orders", async () => {
    expect(await tabTitles()).toEqual(["Menu", "PlaceOrder"]);
    expect(await browser.evaluate("document.title")).toBe("API · Gateway");
  });

  it("shows the variables of the first tab, and the same two tabs after a reload", async () => {
    for (let visit = 0; visit < 2; visit++) {
      await eventually(async () => (await text("variables.json")).includes('"branchId"'));
      expect(await tabTitles()).toEqual(["Menu", "PlaceOrder"]);
      await browser.open(`${server.running.url}/graphiql`);
    }
    await eventually(async () => (await text("operation.graphql")).includes("query Menu"));
  });

  it("knows the schema", async () => {
    await browser.evaluate(
      `document.querySelector('[aria-label="Show Documentation Explorer"]').click()`,
    );
    await eventually(async () => {
      const text = await browser.evaluate(
        `document.querySelector(".graphiql-doc-explorer")?.textContent ?? ""`,
      );
      return /query: ?Query/.test(String(text));
    });
  });

  it("runs a query", async () => {
    expect(await run("Hello", "query Hello { hello }", /"data"/)).toContain('"hello": "hello"');
  });

  it("follows a subscription over the WebSocket", async () => {
    await run("Count", "subscription Count { count(to: 3) }", /"count": 3/);
    expect(browser.requested).toContain(server.webSocketUrl);
  });

  it("calls only the gateway, and logs no errors", () => {
    const hosts = browser.requested
      .filter((url) => !/^(data|blob):/.test(url))
      .map((url) => new URL(url).host);
    expect([...new Set(hosts)]).toEqual([new URL(server.running.url).host]);
    expect(browser.complaints).toEqual([]);
  });

  it("fetches less than 2 MB of compressed scripts", () => {
    const scripts = browser.requested
      .filter((url) => url.endsWith(".js"))
      .map((url) => basename(url));
    const bytes = [...new Set(scripts)].map(
      (name) => statSync(join(BUILT, "assets", `${name}.br`)).size,
    );
    expect(bytes.length).toBeGreaterThan(3);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_000_000);
  });
});
