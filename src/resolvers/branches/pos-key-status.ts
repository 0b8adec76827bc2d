import { Field, Float, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { PosKeyFailure, posKeyFailureText } from "../../domain/pos/pos-key-failure";
import { PosKeyState } from "../../domain/pos/pos-key-state";
import { type Locale } from "../../domain/texts/locale";
import { type ListedPosKey } from "../../services/pos/list-pos-keys";
import { DateTime } from "../schema/scalars";
import { UserError } from "../schema/user-error-types";

registerEnumType(PosKeyState, {
  name: "PosKeyState",
  description: "Whether calls with a POS key are possible.",
  valuesConfig: {
    CIRCUIT_OPEN: { description: "Logging in currently fails; the gateway retries automatically." },
    STOPPED: { description: "The POS refuses the key; no calls are made until a person acts." },
    OK: { description: "The key works, as far as is known." },
  },
});
registerEnumType(PosKeyFailure, {
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
      description: "Logging in does not work at the moment. The gateway retries automatically.",
    },
    TOKEN_REFUSED: {
      description:
        "The POS refuses even a new session of the key. The gateway retries automatically.",
    },
  },
});

@ObjectType({
  simpleResolvers: true,
  description:
    "A rate limit of the POS for a group of calls, shared by all processes of the gateway.",
})
export class PosBudget {
  @Field(() => String, { description: "Name of the group of calls." })
  group!: string;

  @Field(() => Float, { description: "Sustained number of calls per second." })
  perSecond!: number;

  @Field(() => Float, { description: "Number of calls that may be made immediately." })
  available!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: "Until when the POS has asked to pause.",
  })
  pausedUntil!: Date | null;

  @Field(() => Int, { description: "Number of calls that wait for their turn." })
  waiting!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: "A key of a POS, with all branches that use it.",
})
export class PosKeyStatus {
  @Field(() => ID, {
    description: "The same for equal keys of one POS; it reveals nothing about the key.",
  })
  id!: string;

  @Field(() => String, { description: "The last characters of the key." })
  maskedKey!: string;

  readonly branchIds!: readonly string[];

  @Field(() => PosKeyState, { description: "Whether calls with the key are possible." })
  state!: PosKeyState;

  @Field(() => PosKeyFailure, {
    nullable: true,
    description: "What is wrong with the key; null if the state is OK.",
  })
  failure!: PosKeyFailure | null;

  @Field(() => PosKeyFailure, {
    nullable: true,
    description: "What is wrong with the key; null if the state is OK.",
    deprecationReason: "It is called failure.",
  })
  trouble!: PosKeyFailure | null;

  @Field(() => String, {
    nullable: true,
    description: "What is wrong and how to fix it; follows Accept-Language.",
  })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: "Original message of the POS." })
  upstreamMessage!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the current session of the key expires; null if there is none.",
  })
  tokenExpiresAt!: Date | null;

  @Field(() => [PosBudget], { description: "Rate limits of the groups of calls used so far." })
  budgets!: PosBudget[];
}

@ObjectType({ simpleResolvers: true, description: "Result of resumePosKey." })
export class PosKeyPayload {
  @Field(() => PosKeyStatus, {
    nullable: true,
    description: "The key as it is now; null if `userErrors` explains why nothing was done.",
  })
  posKey?: PosKeyStatus | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

export function toPosKeyStatus(key: ListedPosKey, locale: Locale): PosKeyStatus {
  const { keyId, masked, branchIds, state, failure, message, tokenExpiresAt, budgets } = key;
  return Object.assign(new PosKeyStatus(), {
    id: keyId,
    maskedKey: masked,
    branchIds,
    state,
    failure,
    trouble: failure,
    reason: failure && posKeyFailureText(failure)[locale],
    upstreamMessage: message,
    tokenExpiresAt,
    budgets: budgets.map((budget) => Object.assign(new PosBudget(), budget)),
  });
}
