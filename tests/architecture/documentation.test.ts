import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

import { buildSchema, isEnumType, parse, validate } from "graphql";

const ROOT = resolve(__dirname, "..", "..");

function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path, ending);
    return ending.test(entry.name) ? [path] : [];
  });
}

const pages = [
  ...["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"].map((name) =>
    join(ROOT, name),
  ),
  ...filesBelow(join(ROOT, "docs"), /\.md$/),
];

interface Example {
  readonly place: string;
  readonly source: string;
}

function examplesIn(page: string): Example[] {
  const text = readFileSync(page, "utf8");
  return [...text.matchAll(/^```graphql\n(.*?)^```$/gms)].map((match) => {
    const line = text.slice(0, match.index).split("\n").length;
    return { place: `${relative(ROOT, page)}:${line}`, source: match[1] ?? "" };
  });
}

/** The anchor that GitHub gives a heading. */
function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");
}

function anchorsOf(page: string): Set<string> {
  const prose = readFileSync(page, "utf8").replace(/^```.*?^```$/gms, "");
  return new Set([...prose.matchAll(/^#{1,6} (.+)$/gm)].map((match) => anchorOf(match[1] ?? "")));
}

/**
 * Links to our own pages and pictures, as `path` and `#anchor`, relative to the page that contains
 * them.
 */
function localLinksIn(page: string): string[] {
  const prose = readFileSync(page, "utf8").replace(/^```.*?^```$/gms, "");
  return [...prose.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map((match) => match[1] ?? "");
}

function brokenLink(page: string, link: string): string | undefined {
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? page : resolve(dirname(page), path);
  if (!existsSync(target)) return `${relative(ROOT, page)} → ${link}: no such file`;
  if (anchor === undefined || statSync(target).isDirectory() || anchorsOf(target).has(anchor))
    return undefined;
  return `${relative(ROOT, page)} → ${link}: no such heading`;
}

describe("the documentation", () => {
  const schema = buildSchema(readFileSync(join(ROOT, "schema.graphql"), "utf8"));
  const examples = pages.flatMap(examplesIn);

  it("contains GraphQL examples", () => {
    expect(examples.length).toBeGreaterThan(5);
  });

  it.each(examples)("shows a GraphQL example at $place that the schema accepts", ({ source }) => {
    expect(validate(schema, parse(source)).map((error) => error.message)).toEqual([]);
  });

  it("links only to files and headings that exist", () => {
    const broken = pages.flatMap((page) =>
      localLinksIn(page).flatMap((link) => brokenLink(page, link) ?? []),
    );
    expect(broken).toEqual([]);
  });

  it("has every heading that code comments cite", () => {
    const sources = ["src", "sandbox"].flatMap((folder) => filesBelow(join(ROOT, folder), /\.ts$/));
    const cited = sources.flatMap((source) =>
      [...readFileSync(source, "utf8").matchAll(/\bdocs\/([\w-]+\.md)#([\w-]+)/g)].map((match) => ({
        source: relative(ROOT, source),
        page: join(ROOT, "docs", match[1] ?? ""),
        anchor: match[2] ?? "",
      })),
    );
    expect(cited.length).toBeGreaterThan(0);
    const missing = cited.filter(
      ({ page, anchor }) => !existsSync(page) || !anchorsOf(page).has(anchor),
    );
    expect(missing).toEqual([]);
  });

  it("explains every setting and every user error code in the README", () => {
    const readme = readFileSync(join(ROOT, "README.md"), "utf8");
    const config = readFileSync(join(ROOT, "src", "config.ts"), "utf8");
    const settings = [...config.matchAll(/"([A-Z][A-Z_]{2,})"/g)].map((match) => match[1] ?? "");
    const enumeration = schema.getType("UserErrorCode");
    const codes = isEnumType(enumeration) ? enumeration.getValues().map(({ name }) => name) : [];
    expect(settings).toContain("DATABASE_URL");
    expect(codes).toContain("PRICE_CHANGED");
    expect([...settings, ...codes].filter((word) => !readme.includes(`\`${word}\``))).toEqual([]);
  });
});

describe("The images in the documentation", () => {
  const IMAGES = join(ROOT, "docs", "images");
  const MOST_BYTES = 150_000;

  it("are all used on a page, and are small", () => {
    const written = pages.map((page) => readFileSync(page, "utf8")).join("\n");
    const pictures = readdirSync(IMAGES);
    expect(pictures.filter((name) => !written.includes(`images/${name}`))).toEqual([]);
    const big = pictures.filter((name) => statSync(join(IMAGES, name)).size > MOST_BYTES);
    expect(big).toEqual([]);
  });
});
