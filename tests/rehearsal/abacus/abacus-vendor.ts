import { type PosVendor } from "../../../src/ports/pos/pos-vendor";
import { AbacusPos } from "./abacus-pos";

interface AbacusSettings {
  readonly url: string;
}

/** It knows orders by ids of its own, takes every copy, and keeps no points. */
export const abacus: PosVendor<AbacusSettings> = {
  kind: "ABACUS",
  name: "Abacus",
  description: "An invented till.",
  label: { ru: "Abacus", en: "Abacus" },
  credentials: [
    { kind: "ABACUS_KEY", description: "By one secret.", parts: ["apiKey"], shown: "apiKey" },
  ],
  duplicates: "none",
  ids: {
    read: (text) => (/^\S.{0,39}$/u.test(text) ? text : null),
    what: { ru: "текст до 40 знаков", en: "a text of up to 40 characters" },
    example: "кафе 7/2",
  },
  webhook: null,
  guidance: {
    makeKey: { ru: "Создайте ключ в Abacus: «Доступ»", en: "Make a key in Abacus: «Доступ»" },
  },
  settings: {
    variable: "ABACUS_URL",
    example: "ABACUS_URL=https://abacus.example",
    notes: { ABACUS_URL: { unset: "no such till", what: "the invented till" } },
    read: (reader, production) => {
      const url = reader.web("ABACUS_URL", "https://abacus.example");
      production?.mustBeEncrypted("ABACUS_URL", url);
      return url === null ? null : { url };
    },
  },
  addressOf: ({ url }) => url,
  open: ({ url }) => new AbacusPos(url),
};
