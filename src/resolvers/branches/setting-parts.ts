import { type ClassType, Field, type FieldOptions } from "type-graphql";

import { PARTS, type SettingPart } from "../../services/branches/settings/settings-table";
import { givenType, shownType } from "./setting-fields";

interface PartWords {
  readonly type: string;
  /** Of the type, and of the field that has it. */
  readonly shown: readonly [type: string, field: string];
  /** The same of the input. */
  readonly given: readonly [type: string, field: string];
}

const WORDS: Readonly<Record<SettingPart, PartWords>> = {
  delivery: {
    type: "DeliveryTerms",
    shown: [
      "Of deliveries by courier, in the branch's currency.",
      "What a delivery by courier costs the guest.",
    ],
    given: [
      "Of deliveries by courier, in the branch's currency. Left out stays; null clears.",
      "What a delivery by courier costs the guest.",
    ],
  },
  posOrders: {
    type: "PosOrderTerms",
    shown: [
      "How orders stand in the POS.",
      "What the POS wants to know of each order of the branch.",
    ],
    given: ["Left out stays; null is «не выбрано», and HALVED.", "null: nothing is chosen."],
  },
  injection: {
    type: "InjectionPolicy",
    shown: [
      "How long and how often the gateway tries to put an order into the till before the staff are asked to.",
      "How long and how often the gateway tries to put an order into the till.",
    ],
    given: [
      "How long and how often the gateway tries to put an order into the till. What is left out stays; null is the standard.",
      "null: the standard policy.",
    ],
  },
  guestOrders: {
    type: "GuestOrders",
    shown: [
      "What the branch takes from guests whom nobody has proven: without an API key of the branch, and not signed in with the phone of the order.",
      "What the branch takes from guests whom nobody has proven.",
    ],
    given: ["Left out stays; null is the standard.", "null: the standard."],
  },
};

const NAMES = Object.keys(PARTS) as SettingPart[];

/** Gives a type a field for each object of settings, as they are. */
export function addShownParts(owner: ClassType): void {
  for (const part of NAMES) {
    const [ofType, ofField] = WORDS[part].shown;
    add(owner, part, shownType(WORDS[part].type, ofType, PARTS[part]), { description: ofField });
  }
}

/** The same to an input. */
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
