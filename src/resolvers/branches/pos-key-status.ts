import { Field, Float, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { PosKeyState } from "../../domain/pos/pos-key-state";
import { PosKeyTrouble, posKeyTroubleText } from "../../domain/pos/pos-key-trouble";
import { type Locale } from "../../domain/texts/locale";
import { Branch } from "../../entities/branches/branch";
import { type ListedPosKey } from "../../services/pos/list-pos-keys";
import { DateTime } from "../schema/scalars";
import { UserError } from "../schema/user-error";

registerEnumType(PosKeyState, {
  name: "PosKeyState",
  description: "Whether calls with a POS key go out.",
  valuesConfig: {
    CIRCUIT_OPEN: { description: "Logging in fails for now; it is tried again by itself." },
    STOPPED: { description: "The POS refuses the key; nothing goes out until a person acts." },
    OK: { description: "The key works, as far as anybody knows." },
  },
});
registerEnumType(PosKeyTrouble, {
  name: "PosKeyTrouble",
  description: "What is wrong with a POS key.",
  valuesConfig: {
    KEY_BLOCKED: {
      description: "The POS has blocked the key. Have it unblocked there, then resumePosKey.",
    },
    KEY_INACTIVE: {
      description: "The key is switched off in the POS. Switch it on there, then resumePosKey.",
    },
    KEY_UNKNOWN: { description: "The POS does not know the key. Check it and save it again." },
    LICENCE_EXPIRED: {
      description: "The licence for the POS's cloud API has expired. Renew it, then resumePosKey.",
    },
    LOGIN_REFUSED: { description: "The POS refuses the login. Check the key, then resumePosKey." },
    LOGIN_UNAVAILABLE: {
      description: "Logging in does not work at the moment. The gateway tries again by itself.",
    },
    TOKEN_REFUSED: {
      description:
        "The POS refuses even a fresh login of the key. The gateway tries again by itself.",
    },
  },
});

@ObjectType({
  simpleResolvers: true,
  description:
    "Calls that the POS counts together, and how many of them may be made; shared by all processes.",
})
export class PosBudget {
  @Field(() => String, { description: "The POS's own name of the group." })
  group!: string;

  @Field(() => Float, { description: "How many calls a second may go out in the long run." })
  perSecond!: number;

  @Field(() => Float, { description: "Calls that may go out at once, now." })
  available!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: "The POS has asked for a pause until then.",
  })
  pausedUntil!: Date | null;

  @Field(() => Int, { description: "Calls that wait for their turn." })
  waiting!: number;
}

@ObjectType({ simpleResolvers: true, description: "A key to a POS, whichever branches use it." })
export class PosKeyStatus {
  @Field(() => ID, { description: "The same for equal keys of one POS; tells nothing about them." })
  id!: string;

  @Field(() => String, { description: "The last characters of the key." })
  maskedKey!: string;

  @Field(() => [Branch], { description: "Those of the branches you may work on." })
  branches!: Branch[];

  @Field(() => PosKeyState, { description: "Whether calls with it go out." })
  state!: PosKeyState;

  @Field(() => PosKeyTrouble, { nullable: true, description: "null exactly when the state is OK." })
  trouble!: PosKeyTrouble | null;

  @Field(() => String, {
    nullable: true,
    description: "What is wrong and what mends it; follows Accept-Language.",
  })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: "The POS's own words." })
  upstreamMessage!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "Until when the present login with the key is good; null: there is none.",
  })
  tokenExpiresAt!: Date | null;

  @Field(() => [PosBudget], { description: "Groups that were used so far." })
  budgets!: PosBudget[];
}

@ObjectType({ simpleResolvers: true, description: "What resumePosKey answers." })
export class PosKeyPayload {
  @Field(() => PosKeyStatus, {
    nullable: true,
    description: "The key as it is now; null when `userErrors` says why nothing was done.",
  })
  posKey?: PosKeyStatus | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

export function toPosKeyStatus(key: ListedPosKey, locale: Locale): PosKeyStatus {
  const { keyId, masked, branches, state, trouble, message, tokenExpiresAt, budgets } = key;
  return Object.assign(new PosKeyStatus(), {
    id: keyId,
    maskedKey: masked,
    branches: [...branches],
    state,
    trouble,
    reason: trouble && posKeyTroubleText(trouble)[locale],
    upstreamMessage: message,
    tokenExpiresAt,
    budgets: budgets.map((budget) => Object.assign(new PosBudget(), budget)),
  });
}
