import { iiko } from "../../src/adapters/iiko/iiko-vendor";
import { type PosIds } from "../../src/ports/pos/pos-ids";
import { type PosTraits } from "../../src/ports/pos/pos-vendor";

/** For a POS that names its entities as humans do. */
export const NAMES_AS_IDS: PosIds = {
  read: (text) => (/^\S.{0,39}$/u.test(text) ? text : null),
  what: { ru: "текст до 40 знаков", en: "a text of up to 40 characters" },
  example: "r-17/кухня 2",
};

/** A POS other than iiko. */
export const DUMMY: PosTraits = {
  kind: "DUMMY",
  name: "Dummy",
  credentials: iiko.credentials,
  duplicates: "by-our-id",
  ids: NAMES_AS_IDS,
  webhook: { path: "dummy", tokenOf: () => "", withoutGuests: (body) => body },
  guidance: {},
};
