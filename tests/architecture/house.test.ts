import { judgeHouse } from "../../scripts/house/house";

const line = (number: number) => `  console.log(${number});`;
const lines = (count: number) => Array.from({ length: count }, (_, number) => line(number));
const aFunction = (name: string, length: number) =>
  [`export function ${name}() {`, ...lines(length - 2), "}"].join("\n");

/** What the rule with a name reports for files with these texts. */
function brokenIn(rule: RegExp, texts: Readonly<Record<string, string>>): readonly string[] {
  const found = judgeHouse(new Map(Object.entries(texts))).filter((each) => rule.test(each.rule));
  expect(found).toHaveLength(1);
  return found.flatMap(({ broken }) => broken);
}

describe("The rules of the house", () => {
  it("find folders that import each other, even through other folders", () => {
    const texts = {
      "src/a/one.ts": 'import { two } from "../b/two"; export const one = two;',
      "src/b/two.ts": 'import { type Three } from "../c/three"; export const two: Three = 2;',
      "src/c/three.ts": 'import { four } from "../a/four"; export type Three = typeof four;',
      "src/a/four.ts": "export const four = 4;",
    };
    expect(brokenIn(/folder circles/, texts)).toEqual(["src/a ↔ src/b ↔ src/c"]);
    expect(brokenIn(/file circles/, texts)).toEqual([]);
  });

  it("treat each file directly in src as a folder of its own", () => {
    const texts = {
      "src/main.ts": 'import { start } from "./app/start"; start();',
      "src/app/start.ts": 'import { Fault } from "../errors"; export const start = () => Fault;',
      "src/errors.ts": "export class Fault {}",
    };
    expect(brokenIn(/folder circles/, texts)).toEqual([]);
  });

  it("find files that import each other", () => {
    const texts = {
      "src/a/hen.ts": 'import { egg } from "./egg"; export const hen = () => egg;',
      "src/a/egg.ts": 'export { hen as egg } from "./hen";',
    };
    expect(brokenIn(/file circles/, texts)).toEqual(["src/a/egg.ts ↔ src/a/hen.ts"]);
  });

  it("count lines of code, but neither comments nor blank lines", () => {
    const comments = ["/**", " * Of anything.", " */", "// Or nothing.", "", ""];
    const texts = {
      "src/long.ts": lines(201).join("\n"),
      "src/whole.ts": [...lines(200), ...comments].join("\n"),
    };
    expect(brokenIn(/files of more than 200/, texts)).toEqual(["src/long.ts: 201 lines"]);
  });

  it.each([
    ["a function", aFunction("long", 41)],
    ["a method", ["export class A {", "long() {", ...lines(39), "}", "}"].join("\n")],
    ["an arrow function", ["export const long = () => {", ...lines(39), "};"].join("\n")],
  ])("find %s that is too long", (_, text) => {
    expect(brokenIn(/functions of more than 40/, { "src/a.ts": text })).toEqual([
      expect.stringMatching(/^src\/a\.ts:\d: 41 lines$/),
    ]);
  });

  it("allow a function of forty lines, not counting its decorators", () => {
    const method = ["@Query(() => [String], {", "  description: 'All.',", "})", "long() {"];
    const texts = {
      "src/a.ts": aFunction("whole", 40),
      "src/b.ts": ["export class A {", ...method, ...lines(38), "}", "}"].join("\n"),
    };
    expect(brokenIn(/functions of more than 40/, texts)).toEqual([]);
  });

  describe("find a file with a single short function", () => {
    const rule = /one short function/;
    const user = 'import { crumb } from "./crumb"; export class User { of = crumb(); }';
    const crumb = `const MOST = 3;\ninterface Crumb { size: number }\n${aFunction("crumb", 40)}`;

    it("that only one other file imports", () => {
      const texts = { "src/a/crumb.ts": crumb, "src/a/user.ts": user };
      expect(brokenIn(rule, texts)).toEqual(["src/a/crumb.ts, used by src/a/user.ts"]);
    });

    it.each([
      ["two files import it", { "src/a/crumb.ts": crumb, "src/a/other.ts": user }],
      ["its function is long", { "src/a/crumb.ts": aFunction("crumb", 41) }],
      ["it has two functions", { "src/a/crumb.ts": `${crumb}\n${aFunction("more", 3)}` }],
      ["it exports a constant", { "src/a/crumb.ts": `${crumb}\nexport const MORE = 1;` }],
    ])("unless %s", (_, texts) => {
      expect(brokenIn(rule, { ...texts, "src/a/user.ts": user })).toEqual([]);
    });

    it.each(["src/domain/orders/decide-a.ts", "src/a/effects/b.ts", "src/jobs/tasks/c.ts"])(
      "and leave folders that serve as lists alone: %s",
      (path) => {
        const name = path.split("/").at(-1)?.slice(0, -3) ?? "";
        const folder = path.slice(0, path.lastIndexOf("/"));
        const texts = { [path]: crumb, [`${folder}/user.ts`]: user.replace('crumb"', `${name}"`) };
        expect(brokenIn(rule, texts)).toEqual([]);
      },
    );
  });

  it("find spreads of literals, and allow spreads of values", () => {
    const texts = {
      "src/a.ts": "export const a = (b: object) => ({\n  ...b,\n  ...{ c: 1 },\n});",
      "src/b.ts": "export const b = [1, ...[2, 3]];",
    };
    expect(brokenIn(/spreads of a literal/, texts)).toEqual(["src/a.ts:3", "src/b.ts:1"]);
  });

  describe("find lines that are too wide", () => {
    const words = "word ".repeat(30);
    const name = "n".repeat(99);

    it("in code and in comments", () => {
      const texts = {
        "src/a.ts": `export const a = () => 1;\n// ${words}`,
        "src/b.ts": `export const ${name} = 1;`,
      };
      expect(brokenIn(/more than 100 characters/, texts)).toEqual(["src/a.ts:2", "src/b.ts:1"]);
    });

    it("unless they hold a string, a pattern or a URL that cannot be broken", () => {
      const texts = {
        "src/a.ts": `export const a =\n  "${words}";`,
        "src/b.ts": `export const b = \`\n${words}\n  \${1}${words}\`;`,
        "src/c.ts": `export const c =\n  /${name}/;`,
        "src/d.ts": `// https://${name}.example\nexport const d = 1;`,
      };
      expect(brokenIn(/more than 100 characters/, texts)).toEqual([]);
    });
  });
});
