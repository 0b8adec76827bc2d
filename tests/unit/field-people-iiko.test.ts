import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..");
const PLACES = ["src", "console/src", "packages/client/src", "examples", "sandbox", "scripts"];

/**
 * What follows the name, skipping words without gender; not where the sentence is about something
 * else: "заказ в iiko удалён", "ключ iiko остановлен".
 */
const AFTER =
  /(?<!(?:^|[^а-яё])(?:в|из|от|для|к|с|у|по|ключ|логин|сервер|ответ)\s)\biiko\s+(?:(?:не|ещё|уже|больше|пока|так|сейчас|снова|сразу)\s+)*([а-яё]+)/giu;
/** Past tenses, short adjectives and the like in the masculine. */
const MASCULINE = /(?:[аеёиоуыя]л|л?ся|[аяеё]н|сам|должен|недоступен|готов|занят|закрыт|жив)$/iu;
/** "отвечается", "просит" and the like have the same endings but no gender. */
const NEUTRAL = /(?:ется|ются|ится|атся|ятся)$/iu;

function textsOf(folder: string): { readonly file: string; readonly text: string }[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => /\.(?:tsx?|js|html|graphql)$/.test(name))
    .map((name) => ({
      file: join(folder, name),
      text: readFileSync(join(ROOT, folder, name), "utf8"),
    }));
}

function masculineIn(text: string): string[] {
  const words = [...text.matchAll(AFTER)].map(([, word = ""]) => word);
  return words.filter((word) => MASCULINE.test(word) && !NEUTRAL.test(word));
}

describe("iiko in Russian texts", () => {
  it.each(PLACES)("is feminine, in %s", (folder) => {
    const found = textsOf(folder).flatMap(({ file, text }) =>
      masculineIn(text).map((word) => `${file}: ${word}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    "iiko отказал",
    "iiko не ответил",
    "iiko недоступен",
    "iiko ещё не принял",
    "iiko остановлен",
    "iiko занят",
  ])("is detected wherever it is not: %s", (text) => {
    expect(masculineIn(text)).toHaveLength(1);
  });

  it.each([
    "тип оплаты в iiko удалён",
    "Ключ iiko остановлен",
    "iiko отказала",
    "iiko не отвечает",
    "iiko просит паузу",
    "iiko недоступна",
    "iiko не откажется",
  ])("is left alone wherever it is: %s", (text) => {
    expect(masculineIn(text)).toEqual([]);
  });
});
