import {
  type UnreadField,
  unreadFields,
  type ValueKind,
} from "../../src/adapters/iiko/menu/fields/unread-fields";
import { WHY_UNNEEDED } from "../../src/adapters/iiko/menu/fields/why-unneeded";
import { type IikoMenuFormat } from "../../src/adapters/iiko/menu/reading/menu-draft";
import { type Locale, type Text } from "../../src/domain/texts/locale";

const KINDS: Readonly<Record<ValueKind, Text>> = {
  null: { ru: "null", en: "null" },
  text: { ru: "текст", en: "text" },
  number: { ru: "число", en: "number" },
  flag: { ru: "да/нет", en: "true/false" },
  list: { ru: "список", en: "list" },
  object: { ru: "объект", en: "object" },
  "empty text": { ru: "пустой текст", en: "empty text" },
  "empty list": { ru: "пустой список", en: "empty list" },
};

/** Unknown fields first, deliberately ignored ones last. */
const ORDER = ["unknown", "misread", "issue", "unneeded"] as const;

/**
 * Every unused field of the body: where it is, how often, what kind of value it has, and why it is
 * unused. Never shows a value itself.
 */
export function unreadReport(body: unknown, source: IikoMenuFormat, locale: Locale): string[] {
  const { fields, isCut } = unreadFields(body, source);
  const title = { ru: "Поля, которые не используются", en: "Fields that are not used" }[locale];
  const sorted = fields.toSorted(
    (one, other) => ORDER.indexOf(one.because) - ORDER.indexOf(other.because),
  );
  const lines = sorted.map(
    (field) =>
      `  ${field.path}  ×${field.count}  ${KINDS[field.kind][locale]} — ${whyNot(field)[locale]}`,
  );
  return [`${title}: ${fields.length}${isCut ? "+" : ""}`, ...lines, ...(isCut ? ["  …"] : [])];
}

function whyNot(field: UnreadField): Text {
  switch (field.because) {
    case "unknown":
      return {
        ru: "НЕИЗВЕСТНО: такого поля шлюз не знает",
        en: "UNKNOWN: the gateway knows no such field",
      };
    case "misread":
      return {
        ru: `НЕ ЧИТАЕТСЯ: ожидается ${field.expected}`,
        en: `NOT READ: ${field.expected} is expected`,
      };
    case "issue":
      return {
        ru: `замечание ${field.code}, если там что-то есть`,
        en: `the issue ${field.code}, where it says anything`,
      };
    case "unneeded":
      return WHY_UNNEEDED[field.why];
  }
}
