import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { build } from "../support/program";

const ROOT = join(__dirname, "..", "..");
const PACKAGE = "@result-rest/gateway-client";
const COMPILER = join(ROOT, "node_modules", "typescript", "bin", "tsc");

/** The TypeScript examples of a page that use the client. */
function examplesIn(page: string): string[] {
  const blocks = [...readFileSync(join(ROOT, page), "utf8").matchAll(/^```ts\n(.*?)^```$/gms)];
  return blocks.map(([, source = ""]) => source).filter((source) => source.includes(PACKAGE));
}

describe("the client package, installed in an application", () => {
  let folder: string;

  beforeAll(() => {
    build();
    folder = mkdtempSync(join(tmpdir(), "client-package-"));
    const packed = execFileSync("npm", ["pack", "--json", "--pack-destination", folder], {
      cwd: join(ROOT, "packages", "client"),
    });
    const [{ filename }] = JSON.parse(packed.toString()) as [{ filename: string }];
    writeFileSync(join(folder, "package.json"), '{ "name": "application", "private": true }');
    const offline = ["--offline", "--no-audit", "--no-fund", "--cache", join(folder, "cache")];
    execFileSync("npm", ["install", ...offline, `./${filename}`], { cwd: folder });
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function run(file: string, source: string): string {
    writeFileSync(join(folder, file), source);
    return execFileSync(process.execPath, [file], { cwd: folder }).toString().trim();
  }

  const PRINT =
    "console.log(Object.keys(client).sort().join(), typeof client.createClient({ url: '' }).trackOrder)";
  const PRINTED = "GatewayError,GatewayUnreachable,createClient,timeInWords function";

  it("can be imported as an ES module", () => {
    expect(run("app.mjs", `import * as client from "${PACKAGE}"; ${PRINT}`)).toBe(PRINTED);
  });

  it("can be required as CommonJS", () => {
    expect(run("app.cjs", `const client = require("${PACKAGE}"); ${PRINT}`)).toBe(PRINTED);
  });

  it("contains its own files and nothing else", () => {
    const listed = execFileSync("npm", ["ls", "--all", "--parseable"], { cwd: folder })
      .toString()
      .trim()
      .split("\n");
    expect(listed.slice(1)).toEqual([join(folder, "node_modules", PACKAGE)]);
  });

  it("type-checks the documentation's examples, for both module systems and for bundlers", () => {
    const examples = ["README.md", "packages/client/README.md"].map(examplesIn);
    expect(examples.map(({ length }) => length)).toEqual([1, 2]);
    examples.push([readFileSync(join(ROOT, "examples", "use-tracked-order.ts"), "utf8")]);
    mkdirSync(join(folder, "node_modules", "@types"));
    symlinkSync(
      join(ROOT, "node_modules", "@types", "react"),
      join(folder, "node_modules", "@types", "react"),
    );
    mkdirSync(join(folder, "examples"));
    examples
      .flat()
      .forEach((source, index) => writeFileSync(join(folder, "examples", `${index}.mts`), source));
    const oldSchool = `import client = require("${PACKAGE}");\nexport const name: string = client.createClient({ url: "" }).trackOrder.name;\n`;
    writeFileSync(join(folder, "examples", "required.cts"), oldSchool);
    const strict = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--target", "es2022"];
    const compile = (...options: string[]) =>
      execFileSync(process.execPath, [COMPILER, ...strict, "--lib", "es2022,dom", ...options], {
        cwd: folder,
        encoding: "utf8",
      });
    const modules = examples.flat().map((_, index) => join("examples", `${index}.mts`));
    expect(compile("--module", "node16", ...modules, join("examples", "required.cts"))).toBe("");
    expect(compile("--module", "es2022", "--moduleResolution", "bundler", ...modules)).toBe("");
  });
});
