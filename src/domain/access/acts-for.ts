import { isStoredPhone } from "../guests/former-phone";
import { operatesBranch, seesBranch, type Viewer } from "./viewer";

/**
 * Returns whether the viewer is the guest of this order, signed in with the order's phone at the
 * order's company.
 */
function isGuestOf(viewer: Viewer, phone: string | null, branchId: string): boolean {
  return (
    viewer.kind === "customer" && isStoredPhone(phone, viewer.phone) && seesBranch(viewer, branchId)
  );
}

/**
 * Returns whether the viewer is the signed-in guest with this phone, or somebody who works at the
 * branch. @param phone E.164, or as an order has it
 */
export function actsFor(viewer: Viewer, phone: string | null, branchId: string): boolean {
  return isGuestOf(viewer, phone, branchId) || operatesBranch(viewer, branchId);
}
