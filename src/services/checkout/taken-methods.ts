import { PaymentMethod } from "../../domain/ticket/payment-method";
import { type BranchSettings } from "../../entities/branches/branch-settings";

type Taken = Pick<BranchSettings, "takesCards" | "takesCash" | "takesOnline">;

/** Returns the payment methods available to guests for an order of the branch. */
export function takenMethods({ takesCash, takesCards, takesOnline }: Taken): PaymentMethod[] {
  const all = [
    { method: PaymentMethod.CASH, isTaken: takesCash },
    { method: PaymentMethod.CARD_ON_DELIVERY, isTaken: takesCards },
    { method: PaymentMethod.ONLINE, isTaken: takesOnline },
  ];
  return all.filter(({ isTaken }) => isTaken).map(({ method }) => method);
}
