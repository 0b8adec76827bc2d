import { asCountry } from "../../domain/guests/country";
import { type Kopecks, parseKopecks } from "../../domain/money/money";
import { keyOf, proseOf, secretOf } from "../../domain/texts/typed-text";
import { type BranchSettingsChange } from "../../services/branches/branch-settings-change";
import { type BranchSettingsInput } from "./branch-settings-input";

/** The use case's view of the API's input. */
export function toSettingsChange(input: BranchSettingsInput): BranchSettingsChange {
  return { ...input, ...cleanedTexts(input), delivery: toDelivery(input.delivery) };
}

function toDelivery(delivery: BranchSettingsInput["delivery"]): BranchSettingsChange["delivery"] {
  if (!delivery) return delivery;
  const { fee, freeFrom, posProductId } = delivery;
  return { fee: toAmount(fee), freeFrom: toAmount(freeFrom), posProductId };
}

const KEYS = ["timeZone", "externalMenuId"] as const;
const SECRETS = ["apiLogin", "apiKey", "appId", "clientSecret"] as const;

/** Most of them are pasted, from letters and from the pages of others. */
function cleanedTexts(input: BranchSettingsInput): BranchSettingsChange {
  const { name, country, statusMap, fallback } = input;
  const cleaned = [
    ...KEYS.flatMap((key) => (typeof input[key] === "string" ? [[key, keyOf(input[key])]] : [])),
    ...SECRETS.flatMap((key) =>
      typeof input[key] === "string" ? [[key, secretOf(input[key])]] : [],
    ),
  ];
  return {
    ...(Object.fromEntries(cleaned) as Partial<
      Record<(typeof KEYS | typeof SECRETS)[number], string>
    >),
    ...(typeof name === "string" && { name: proseOf(name) }),
    ...(typeof country === "string" && { country: asCountry(country) }),
    ...(statusMap && {
      statusMap: statusMap.map((row) => ({ ...row, posStatus: keyOf(row.posStatus) })),
    }),
    ...(fallback && { fallback: fallback.map((row) => ({ ...row, target: keyOf(row.target) })) }),
  };
}

/** Finer than the smallest coin: no amount, which the use case refuses. */
function toAmount(text: string | null | undefined): Kopecks | null | undefined {
  return typeof text === "string" ? (parseKopecks(text) ?? NaN) : text;
}
