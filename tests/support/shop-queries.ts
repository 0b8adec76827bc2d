import { type Viewer } from "../../src/domain/access/viewer";

const GUEST: Viewer = { kind: "anonymous" };

/** What guests query about where and when a branch accepts orders. */
export const SHOP_QUERIES = {
  deliveryOptions: {
    viewer: GUEST,
    document: `query ($branchId: ID!) { deliveryOptions(input: { branchIds: [$branchId], address: {} }) { options {
      served fee { amount } branch { name deliveryZones { name } } } } }`,
  },
  streets: {
    viewer: GUEST,
    document: `query ($branchId: ID!, $first: Int!) { streets(branchId: $branchId, text: "л", first: $first) { idInPos name city } }`,
  },
  timeSlots: {
    viewer: GUEST,
    document: `query ($branchId: ID!) { timeSlots(branchId: $branchId, day: "2026-12-31") { startsAt available } }`,
  },
};
