import { actsFor } from "../../domain/access/acts-for";
import { type Viewer } from "../../domain/access/viewer";
import { type UserError } from "../../domain/errors/user-error";
import { type UsablePromotion } from "../../domain/promotions/apply-promotions";
import { isCounted } from "../../domain/promotions/promotion-terms";
import { type BranchSettings } from "../../entities/branches/branch-settings";
import {
  type ChallengeAnswer,
  type OrderChallenges,
  type SolvedChallenge,
} from "../../ports/order-challenges";
import * as userError from "./guest-errors";

/** Where an order comes from, besides the identity of its caller. */
export interface OrderOrigin {
  /** A keyed hash of the caller's address. */
  readonly source: string;
  /** An answered challenge; null if none was given. */
  readonly challenge: ChallengeAnswer | null;
}

/** How far a guest can be trusted. */
export interface GuestStanding {
  /** Signed in with the order's phone, or working at the branch, or the branch's own server. */
  readonly known: boolean;
  readonly source: string | null;
  readonly solved: SolvedChallenge | null;
  /** Maximum number of open orders for the phone; 0: any number. */
  readonly mostOpen: number;
  readonly userErrors: readonly UserError[];
}

interface Guest {
  readonly viewer: Viewer;
  /** E.164; null: it could not be parsed. */
  readonly phone: string | null;
  readonly branchId: string;
  readonly settings: BranchSettings | null;
}

/** @param origin null: the order was made in this process, by its operator */
export function standingOf(
  { viewer, phone, branchId, settings }: Guest,
  origin: OrderOrigin | null,
  challenges: OrderChallenges,
): GuestStanding {
  const known = origin === null || actsFor(viewer, phone, branchId);
  if (known || !settings) return { known, source: null, solved: null, mostOpen: 0, userErrors: [] };
  const { source, challenge } = origin;
  const solved = challenge && challenges.judge(branchId, challenge);
  return {
    known,
    source,
    solved,
    mostOpen: solved ? 0 : settings.guestOrdersMostOpen,
    userErrors: [
      ...(settings.guestOrdersOnlyProven ? [userError.signInRequired()] : []),
      ...(challenge && !solved ? [userError.challengeNotSolved()] : []),
      ...(!challenge && settings.guestChallengeAlways ? [userError.challengeRequired()] : []),
    ],
  };
}

/**
 * Someone who makes up phone numbers is a new guest with each of them: where uses count, the branch
 * may want to verify who the guests are.
 */
export function countedPromotionErrors(
  { viewer, phone, branchId, settings }: Guest,
  usable: readonly Pick<UsablePromotion, "index" | "terms">[],
): UserError[] {
  if (!settings?.guestPromotionsOnlyProven || actsFor(viewer, phone, branchId)) return [];
  return usable
    .filter(({ terms }) => isCounted(terms))
    .map(({ index }) => userError.promotionNeedsSignIn(index));
}
