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
  credentials: [
    { kind: "ABACUS_KEY", description: "By one secret.", parts: ["apiKey"], shown: "apiKey" },
  ],
  duplicates: "none",
  ids: {
    read: (text) => (/^[a-z0-9]([a-z0-9 /-]{0,38}[a-z0-9])?$/.test(text) ? text : null),
    what: { ru: "до 40 латинских букв и цифр", en: "up to 40 letters and digits" },
    example: "cafe 7/2",
  },
  webhook: null,
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
