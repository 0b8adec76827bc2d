import { registerEnumType } from "type-graphql";

import { CHANNELS } from "../../vendors";

/** The kinds of POS as the API names them. */
export const PosKind = { NONE: "NONE", IIKO: "IIKO", SANDBOX: "SANDBOX" };
/** The kinds of fallback channels as the API names them. */
export const FallbackKind = Object.fromEntries(CHANNELS.map(({ kind }) => [kind, kind]));

/** What a message is addressed to: "an e-mail address, such as …, or …". */
export const TARGETS = CHANNELS.map(({ target: { what, example } }) => `${what} (${example})`).join(
  ", or ",
);

registerEnumType(PosKind, {
  name: "PosKind",
  description: "Which system the orders of a branch go to.",
  valuesConfig: {
    NONE: {
      description:
        "None: the branch is not connected, and orders are refused with BRANCH_NOT_ACCEPTING.",
    },
    IIKO: { description: "iiko, through its Cloud API." },
    SANDBOX: {
      description: "The gateway's own imitation of iiko, to try things out; never in production.",
    },
  },
});
registerEnumType(FallbackKind, {
  name: "FallbackKind",
  description: "A way to reach the staff when the till does not take an order.",
  valuesConfig: Object.fromEntries(
    CHANNELS.map(({ kind, description }) => [kind, { description }]),
  ),
});
