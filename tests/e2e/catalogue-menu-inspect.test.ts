import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import {
  aMenu,
  anItem,
  type LighthouseFormat,
  lighthouseMenu,
  OTHER_ORGANIZATION,
} from "../support/menu-bodies";
import { build } from "../support/program";

const folder = mkdtempSync(join(tmpdir(), "menu-inspect-"));

beforeAll(build);
afterAll(() => rmSync(folder, { recursive: true }));

function inspect(content: string | Uint8Array, ...options: string[]) {
  const file = join(folder, "recording");
  writeFileSync(file, content);
  return run(file, ...options);
}

function run(...args: string[]) {
  const program = ["--enable-source-maps", "dist/scripts/menu-inspect.js", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, program, {
    encoding: "utf8",
    timeout: 120_000,
  });
  return { status, stdout, stderr };
}

const v3 = lighthouseMenu("v3");
const text = JSON.stringify(v3);
const bigEndian = Buffer.from(`\uFEFF${text}`, "utf16le").swap16();

describe("npm run menu:inspect", () => {
  it.each<[LighthouseFormat, string, string]>([
    ["v2", "EXTERNAL_MENU_V2", "6"],
    ["v3", "EXTERNAL_MENU_V3", "6"],
    ["v4", "EXTERNAL_MENU_V4", "7"],
    ["standalone", "MENU_V3_STANDALONE", "7"],
    ["nomenclature", "NOMENCLATURE", "5"],
  ])(
    "reports the format of %s, counts its contents and shows its beginning",
    (format, source, products) => {
      const { status, stdout, stderr } = inspect(JSON.stringify(lighthouseMenu(format)));
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect(stdout).toMatch(new RegExp(`^Source +${source}$`, "m"));
      expect(stdout).toMatch(new RegExp(`^Products +${products}\\b`, "m"));
      expect(stdout).toMatch(/^Option groups +2 \(required 1\)$/m);
      expect(stdout).toMatch(
        /^ {2}0010 {2}Раф «Маяк» {2}Малый 210\.00 \/ Большой 279\.99\n {6}\[1–1\] Молоко: Коровье 0\.00/m,
      );
    },
  );

  it.each<[string, string | Uint8Array, string]>([
    ["gzipped", gzipSync(text), ""],
    [
      "gzipped in base64, as rawBody gives it",
      JSON.stringify({ data: { posMenu: { rawBody: gzipSync(text).toString("base64") } } }),
      "data.posMenu.rawBody",
    ],
    ["in base64 alone", gzipSync(text).toString("base64"), ""],
    ["behind a byte order mark", `\uFEFF${text}`, ""],
    ["in UTF-16", Buffer.from(`\uFEFF${text}`, "utf16le"), ""],
    ["in UTF-16, the other byte first", bigEndian, ""],
    ["in UTF-16 without a byte order mark", Buffer.from(text, "utf16le"), ""],
    [
      "as the answer of an exchange",
      JSON.stringify({ exchanges: [{ response: {} }, { response: v3 }] }),
      "exchanges[1].response",
    ],
    [
      "as text in a log of a browser",
      JSON.stringify({ log: { entries: [{ response: { content: { text } } }] } }),
      "log.entries[0].response.content.text",
    ],
    ["in an array of one", JSON.stringify([v3]), "[0]"],
    [
      "with the head of its HTTP answer",
      `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n${text}`,
      "",
    ],
  ])("finds a menu %s", (_how, content, place) => {
    const { status, stdout, stderr } = inspect(content);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout.split("\n")[0]).toBe(`Menu 1/1 ${place}`.trimEnd());
    expect(stdout).toMatch(/^Products +6\b/m);
  });

  it("reports all menus of a file, or the chosen one", () => {
    const lines = `${text}\n${JSON.stringify(lighthouseMenu("v2"))}\n`;
    expect(inspect(lines).stdout).toMatch(
      /Menu 1\/2 \[0\][^]*EXTERNAL_MENU_V3[^]*Menu 2\/2 \[1\][^]*EXTERNAL_MENU_V2/,
    );
    const chosen = inspect(lines, "--menu", "2").stdout;
    expect(chosen).toMatch(/^Menu 2\/2 /);
    expect(chosen).not.toContain("EXTERNAL_MENU_V3");
    expect(inspect(lines, "--menu", "3")).toMatchObject({ status: 1, stdout: "" });
  });

  it("uses the prices of the given organization", () => {
    expect(inspect(text, "--organization", OTHER_ORGANIZATION).stdout).toContain(
      "Раф «Маяк»  Малый 190.00 / Большой —",
    );
  });

  it("lists issues in either language, the most severe first, with what to do", () => {
    const menu = JSON.stringify(
      aMenu([
        anItem({ id: "a", itemSizes: [{ prices: [], price: 0 }] }),
        anItem({ id: "b", sku: null, name: "Щи" }),
      ]),
    );
    const { stdout } = inspect(menu, "--lang", "ru");
    expect(stdout).toMatch(/Замечания: \d\n {2}ОШИБКА \w+: [^]*«Щи»[^]* → В карточке номенклатуры/);
    expect(inspect(menu).stdout).toMatch(/Issues: \d\n {2}ERROR \w+: [^]* → In the product's card/);
  });

  it("reads what it can of a menu with endless nesting", () => {
    const { status, stdout } = inspect(
      `{"itemGroups":[],"x":${"[".repeat(200_000)}${"]".repeat(200_000)}}`,
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/Products +0\n/);
  });

  it.each<[string, string | Uint8Array]>([
    ["nothing", ""],
    ["blanks", " \n "],
    ["a cut-off menu", text.slice(0, -100)],
    ["a cut-off archive", gzipSync(text).subarray(0, 500)],
    ["a page of a proxy", "<!DOCTYPE html><html><body>502 Bad Gateway</body></html>"],
    ["bytes", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x00, 0x00, 0x00, 0x0d])],
    ["prose", "Меню на сегодня:\nуха, щи"],
    ["null", "null"],
    ["a number", "42"],
    ["a list of nothing", "[]"],
    [
      "stop lists",
      JSON.stringify({
        correlationId: "x",
        terminalGroupStopLists: [{ organizationId: "y", items: [] }],
      }),
    ],
    ["an error of iiko", JSON.stringify({ errorDescription: "No", error: null })],
    ["a menu whose sections are none", JSON.stringify({ itemGroups: "soup" })],
    ["something nested without end", "[".repeat(200_000) + "]".repeat(200_000)],
    ["an archive that swells", gzipSync(Buffer.alloc(80 * 2 ** 20))],
  ])("says in one line that it cannot read %s", (_what, content) => {
    const { status, stdout, stderr } = inspect(content);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^[^\n]+recording: [^\n]{5,300}\n$/);
    expect(stderr).not.toMatch(/\.js:|\.ts:|Error:/);
  });

  it.each([
    ["a file that is not there", [join(folder, "none.json")], "there is no such file"],
    ["a directory", [folder], "it is a directory, not a file"],
    ["a device", ["/dev/zero"], "it is not a regular file"],
    ["no file at all", [], "Usage: npm run menu:inspect"],
    ["two files", ["a", "b"], "Usage: npm run menu:inspect"],
    ["a flag nobody knows", ["a", "--verbose"], "Usage: npm run menu:inspect"],
    ["a language nobody speaks", ["a", "--lang", "fr"], "Usage: npm run menu:inspect"],
  ])("says in one line that it cannot accept %s", (_what, args, reason) => {
    const { status, stdout, stderr } = run(...args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(new RegExp(`^[^\n]*${reason}[^\n]*\n$`));
  });
});
