import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

import * as ts from "typescript";

import { toTheEnd } from "../support/nasty-texts";

const ROOT = join(__dirname, "../..");
/**
 * Work that grows with the text takes a millisecond, work that grows with its square takes seconds.
 */
const LENGTH = 100_000;
const PATIENCE_MS = 2_000;

interface Pattern {
  readonly place: string;
  readonly regex: RegExp;
}

function sourceFiles(): string[] {
  return ["src", "packages/embedded-postgres/src"]
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Every regular expression that is written in the gateway, with its location. */
function patterns(): Pattern[] {
  return sourceFiles().flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
    const found: Pattern[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const [, body = "", flags = ""] = /^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? [];
        const { line } = source.getLineAndCharacterOfPosition(node.pos);
        found.push({
          place: `${relative(ROOT, file)}:${line + 1} ${node.text}`,
          regex: new RegExp(body, flags),
        });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

/**
 * Fragments with which a pattern may begin, and begin again: its own words, and one character of
 * each of its classes.
 */
function fragmentsFor({ source }: RegExp): string[] {
  const words = source
    .replace(/\\[dpPwWsSbBuxk](?:\{[^}]*\}|[\da-fA-F]{4})?|\(\?<?[:!=]|\{\d*,?\d*\}/g, "\0")
    .split(/[\0[\]()|*+?.^$]/)
    .map((word) => word.replaceAll("\\", ""))
    .filter((word) => word !== "" && word.length < 40);
  const signs = ["a", "7", " ", "\n", "<", "a.", "-", "/", "+7 "].filter(
    (sign) => new RegExp(source).test(sign.repeat(12)) || source.includes(sign),
  );
  const parts = [...new Set([...words, ...signs, "a", " ", "7"])].slice(0, 12);
  return [...new Set([...parts, ...parts.slice(1).map((part, index) => `${parts[index]}${part}`)])];
}

/** Texts that begin well again and again, and end badly. */
function textsFor(regex: RegExp): string[] {
  return fragmentsFor(regex).flatMap((fragment) => {
    const repeated = fragment.repeat(Math.ceil(LENGTH / fragment.length));
    return [`\u0001${repeated}\u0001`, `${fragment}${" ".repeat(LENGTH)}\u0001`];
  });
}

it.each(patterns().map(({ place, regex }) => [place, regex] as const))(
  "%s reads a long text in time that grows linearly",
  (_, regex) => {
    for (const text of textsFor(regex)) {
      expect(toTheEnd(() => text.replace(regex, "").length, PATIENCE_MS)).toBeGreaterThanOrEqual(0);
    }
  },
);

it("finds a pattern that takes quadratic time", () => {
  expect(() => {
    for (const text of textsFor(/x+$/)) toTheEnd(() => text.replace(/x+$/, ""), PATIENCE_MS);
  }).toThrow();
});

it("leaves patterns built at run time to files that escape their parts", () => {
  const builders = sourceFiles().filter((file) => /\bRegExp\(/.test(readFileSync(file, "utf8")));
  expect(builders.map((file) => relative(ROOT, file)).sort()).toEqual([
    "packages/embedded-postgres/src/account.ts",
    "src/adapters/iiko/values/whole-text.ts",
    "src/domain/guests/guest-words.ts",
    "src/domain/texts/without-links.ts",
  ]);
});
