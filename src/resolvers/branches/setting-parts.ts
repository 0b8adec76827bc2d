import { type ClassType, Field, type FieldOptions } from "type-graphql";

import { PARTS, type SettingPart } from "../../services/branches/settings/settings-table";
import { givenType, shownType } from "./setting-fields";

interface PartWords {
  readonly type: string;
  /** Descriptions of the type and of the field that has it. */
  readonly shown: readonly [type: string, field: string];
  /** The same for the input. */
  readonly given: readonly [type: string, field: string];
}

const WORDS: Readonly<Record<SettingPart, PartWords>> = {
  publicFacts: {
    type: "PublicFacts",
    shown: [
      "What guests may know of a branch: Branch.facts gives it to everybody.",
      "What guests may know of the branch.",
    ],
    given: [
      "What guests may know of a branch. Omitted fields stay unchanged; null clears a field, and takes every way of payment.",
      "What guests may know of the branch, such as its address; null clears all of it.",
    ],
  },
  hours: {
    type: "OrderHours",
    shown: [
      "When orders are taken, by the clock of the branch.",
      "When orders are taken, and how far ahead.",
    ],
    given: [
      "When orders are taken, by the clock of the branch. Omitted fields stay unchanged; null means around the clock and the default limits.",
      "When orders are taken, and how far ahead; null means around the clock.",
    ],
  },
  delivery: {
    type: "DeliveryTerms",
    shown: [
      "Terms of deliveries by courier, in the branch's currency.",
      "Terms of deliveries by courier, such as the fee.",
    ],
    given: [
      "Terms of deliveries by courier, in the branch's currency. Omitted fields stay unchanged; null clears a field.",
      "Terms of deliveries by courier, such as the fee.",
    ],
  },
  posOrders: {
    type: "PosOrderTerms",
    shown: [
      "How orders are represented in the POS.",
      "What the POS needs to know about each order of the branch.",
    ],
    given: [
      "How orders are represented in the POS. Omitted fields stay unchanged; null is «не выбрано», or HALVED.",
      "How orders are represented in the POS; null clears all of it.",
    ],
  },
  injection: {
    type: "InjectionPolicy",
    shown: [
      "How long and how often the gateway tries to submit an order before it is handed over to the staff.",
      "How long and how often the gateway tries to submit an order.",
    ],
    given: [
      "How long and how often the gateway tries to submit an order. Omitted fields stay unchanged; null means the default.",
      "How orders are submitted; null means the default policy.",
    ],
  },
  guestOrders: {
    type: "GuestOrders",
    shown: [
      "Which orders the branch accepts from unverified guests: without an API key of the branch, and not signed in with the phone number of the order.",
      "Which orders the branch accepts from unverified guests.",
    ],
    given: [
      "Limits for unverified guests. Omitted fields stay unchanged; null means the default.",
      "Limits for unverified guests; null means the default.",
    ],
  },
};

const NAMES = Object.keys(PARTS) as SettingPart[];

/** Adds a field to a type for each object of settings, with their current values. */
export function addShownParts(owner: ClassType): void {
  for (const part of NAMES) {
    const [ofType, ofField] = WORDS[part].shown;
    add(owner, part, shownType(WORDS[part].type, ofType, PARTS[part]), { description: ofField });
  }
}

/** Does the same for an input. */
export function addGivenParts(owner: ClassType): void {
  for (const part of NAMES) {
    const [ofType, ofField] = WORDS[part].given;
    const type = givenType(`${WORDS[part].type}Input`, ofType, PARTS[part]);
    add(owner, part, type, { nullable: true, description: ofField });
  }
}

function add(owner: ClassType, part: SettingPart, type: ClassType, options: FieldOptions): void {
  Field(() => type, options)(owner.prototype, part);
}
