import { isUuid } from "../../domain/ids";
import { keyOf } from "../../domain/texts/typed-text";
import { type OpenPos, type PosParts, type PosVendor } from "../../ports/pos/pos-vendor";
import { type ProductionRules, type SettingReader } from "../../ports/setting-reader";
import { GUIDANCE } from "./iiko-guidance";
import { IikoPos } from "./iiko-pos";
import { webhookWithoutGuests } from "./webhooks/webhook-without-guests";

/** https://api-ru.iiko.services is the Cloud API for Russia. */
const EXAMPLE = "https://api-ru.iiko.services";
const RATE_PER_SECOND = 2;

interface IikoSettings {
  /** URL of the Cloud API, without a trailing slash. */
  readonly baseUrl: string;
  /** Calls that each key may make in each restriction group, across all processes. */
  readonly perSecond?: number;
}

export const iiko: PosVendor<IikoSettings> = {
  kind: "IIKO",
  name: "iiko",
  description: "iiko, through its Cloud API.",
  label: { ru: "iiko", en: "iiko" },
  credentials: [
    {
      kind: "API_LOGIN_V1",
      description: "A single secret: iiko's apiLogin.",
      parts: ["apiLogin"],
      shown: "apiLogin",
      where: {
        ru: "Ключ из iikoWeb: «Настройки Cloud API».",
        en: "The key from iikoWeb, «Настройки Cloud API».",
      },
    },
    {
      kind: "APP_KEY_V2",
      description: "An apiKey together with an appId and a clientSecret.",
      parts: ["apiKey", "appId", "clientSecret"],
      shown: "apiKey",
    },
  ],
  // We choose the id of an order, so iiko refuses a second copy as a duplicate, and we adopt the
  // existing order.
  duplicates: "by-our-id",
  ids: {
    // Anything copied along with the id is ignored, and so is the case of its letters.
    read: (text) => (isUuid(keyOf(text)) ? keyOf(text).toLowerCase() : null),
    what: { ru: "UUID", en: "a UUID" },
    example: "7bc05553-4b68-44e8-b7bc-37be63c6d9e9",
  },
  webhook: {
    path: "iiko",
    // Either raw or as Bearer (docs/iiko.md#web-hooks).
    tokenOf: ({ authorization = "" }) => authorization.replace(/^Bearer\s+/i, ""),
    withoutGuests: webhookWithoutGuests,
  },
  guidance: GUIDANCE,
  settings: {
    variable: "IIKO_API_URL",
    example: `IIKO_API_URL=${EXAMPLE}`,
    notes: {
      IIKO_API_URL: {
        unset: "the sandbox",
        what: `**required in production**: \`${EXAMPLE}\``,
      },
      IIKO_RATE_PER_SECOND: {
        what: "calls a second for each iiko key and group of operations, all processes together",
      },
    },
    read,
  },
  addressOf: ({ baseUrl }) => baseUrl,
  open: (settings, parts) => openIiko(settings, parts),
};

/** Opens iiko, or anything that speaks its API at that address. */
export function openIiko({ baseUrl, perSecond }: IikoSettings, parts: PosParts): OpenPos {
  const { keys, permits, secrets, meter, spans, clock, lookup } = parts;
  const sharing = { keys, permits, secrets, perSecond, meter, spans };
  return new IikoPos({ baseUrl, sharing, clock: () => clock.now(), lookup });
}

export function ratePerSecond(reader: SettingReader): number {
  return reader.positive("IIKO_RATE_PER_SECOND", RATE_PER_SECOND);
}

function read(reader: SettingReader, production: ProductionRules | null): IikoSettings | null {
  const baseUrl = reader.web("IIKO_API_URL", EXAMPLE);
  const perSecond = ratePerSecond(reader);
  production?.mustBeEncrypted("IIKO_API_URL", baseUrl);
  return baseUrl === null ? null : { baseUrl, perSecond };
}
