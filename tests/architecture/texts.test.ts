import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import * as ts from "typescript";

interface Text {
  readonly place: string;
  /**
   * What each language shows of the case at hand, by name; null when it is not written out here.
   */
  readonly shown: Readonly<Record<string, readonly string[] | null>>;
}

const LANGUAGES: ReadonlySet<string> = new Set(["ru", "en"]);

/** Every object of the code that holds texts by language. */
function textsOf(path: string): Text[] {
  const source = ts.createSourceFile(
    path,
    readFileSync(path, "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  const texts: Text[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const inLanguages = node.properties.filter((it) => LANGUAGES.has(it.name?.getText() ?? ""));
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      if (inLanguages.some(isPlain))
        texts.push({
          place: `${path}:${line + 1}`,
          shown: Object.fromEntries(
            inLanguages.map((it) => [it.name!.getText(), isPlain(it) ? shownBy(it) : null]),
          ),
        });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

/** Whether the text is written out here. What is composed elsewhere is judged there. */
function isPlain(text: ts.ObjectLiteralElementLike): boolean {
  if (!ts.isPropertyAssignment(text)) return false;
  const { initializer } = text;
  return ts.isStringLiteralLike(initializer) || ts.isTemplateExpression(initializer);
}

/** Names of the values that a text shows. */
function shownBy(text: ts.ObjectLiteralElementLike): string[] {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !LANGUAGES.has(node.text)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  if (ts.isPropertyAssignment(text)) visit(text.initializer);
  return [...names].sort();
}

const TEXTS = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .flatMap((name) => textsOf(join("src", name)));

it("every text in the code exists in Russian and English", () => {
  expect(TEXTS.length).toBeGreaterThan(300);
  const halves = TEXTS.filter(({ shown }) => Object.keys(shown).length !== 2);
  expect(halves.map(({ place }) => place)).toEqual([]);
});

it("both languages of a text show the same values", () => {
  const differing = TEXTS.filter(({ shown: { ru, en } }) => ru && en && String(ru) !== String(en));
  expect(differing).toEqual([]);
});
