import { registerEnumType } from "type-graphql";

import { type Locale } from "../../domain/texts/locale";
import { CHANNELS, POS } from "../../vendors";

const CREDENTIALS = [
  ...new Map(
    POS.flatMap(({ credentials }) => credentials).map((each) => [each.kind, each] as const),
  ).values(),
];

/** The kinds of POSes as named in the API. */
export const PosKind = enumOf([{ kind: "NONE" }, ...POS]);
/** The kinds of keys to a POS as named in the API. */
export const CredentialKind = enumOf(CREDENTIALS);
/** The kinds of fallback channels as named in the API. */
export const FallbackKind = enumOf(CHANNELS);

/** The possible recipients of a message: "an e-mail address, such as …, or …". */
export const TARGETS = CHANNELS.map(({ target: { what, example } }) => `${what} (${example})`).join(
  ", or ",
);

registerEnumType(PosKind, {
  name: "PosKind",
  description: "The system that receives the orders of a branch.",
  valuesConfig: {
    NONE: {
      description:
        "None: the branch is not connected, and orders are refused with BRANCH_NOT_ACCEPTING.",
    },
    ...describedOf(POS),
  },
});
registerEnumType(FallbackKind, {
  name: "FallbackKind",
  description: "A channel to the staff for orders that the till does not accept.",
  valuesConfig: describedOf(CHANNELS),
});
registerEnumType(CredentialKind, {
  name: "CredentialKind",
  description: "Kind of credential for the POS.",
  valuesConfig: describedOf(CREDENTIALS),
});

/** A kind unknown to this version is named by its own id. */
export function channelName(kind: string, locale: Locale): string {
  return CHANNELS.find((each) => each.kind === kind)?.label.name[locale] ?? kind;
}

function enumOf(vendors: readonly { readonly kind: string }[]): Record<string, string> {
  return Object.fromEntries(vendors.map(({ kind }) => [kind, kind]));
}

function describedOf(vendors: readonly { readonly kind: string; readonly description: string }[]) {
  return Object.fromEntries(vendors.map(({ kind, description }) => [kind, { description }]));
}
