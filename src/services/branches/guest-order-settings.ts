import { type UserFault } from "../../domain/faults/user-fault";
import { type BranchSettings } from "../../entities/branches/branch-settings";
import { invalid } from "./changes/branch-fault";
import { type BranchSettingsChange, type GuestOrdersChange } from "./branch-settings-change";
import { kept } from "./kept";

const STANDARD_MOST_OPEN = 5;
const MAX_OPEN = 1_000;
const STANDARD_BITS = 16;
/** Fewer cost nothing; more are half an hour of a telephone. */
const BITS = { least: 8, most: 24 };

const STANDARD: GuestOrdersChange = {
  ...{ onlyProven: null, mostOpenPerPhone: null, countedPromotionsOnlyProven: null },
  ...{ challengeAlways: null, challengeBits: null },
};

/**
 * What a branch takes from guests whom nobody has proven, after a change: what is left out stays,
 * null is the standard.
 */
export function guestOrderColumns(
  { guestOrders }: BranchSettingsChange,
  stored: BranchSettings,
): Partial<BranchSettings> {
  if (guestOrders === undefined) return {};
  const given = guestOrders ?? STANDARD;
  return {
    guestOrdersOnlyProven: kept(given.onlyProven, stored.guestOrdersOnlyProven) ?? false,
    guestOrdersMostOpen:
      kept(given.mostOpenPerPhone, stored.guestOrdersMostOpen) ?? STANDARD_MOST_OPEN,
    guestPromotionsOnlyProven:
      kept(given.countedPromotionsOnlyProven, stored.guestPromotionsOnlyProven) ?? false,
    guestChallengeAlways: kept(given.challengeAlways, stored.guestChallengeAlways) ?? false,
    guestChallengeBits: kept(given.challengeBits, stored.guestChallengeBits) ?? STANDARD_BITS,
  };
}

export function guestOrderFaults({ guestOrders }: BranchSettingsChange): UserFault[] {
  const { mostOpenPerPhone, challengeBits } = guestOrders ?? {};
  return [
    ...rangeFaults("mostOpenPerPhone", mostOpenPerPhone ?? STANDARD_MOST_OPEN, 0, MAX_OPEN),
    ...rangeFaults("challengeBits", challengeBits ?? STANDARD_BITS, BITS.least, BITS.most),
  ];
}

function rangeFaults(field: string, value: number, least: number, most: number): UserFault[] {
  if (Number.isInteger(value) && value >= least && value <= most) return [];
  return [
    invalid(["input", "guestOrders", field], `От ${least} до ${most}`, `From ${least} to ${most}`),
  ];
}
