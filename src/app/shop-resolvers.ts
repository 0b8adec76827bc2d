import { type BranchSettingsLoader } from "../loaders/branches/branch-settings-loader";
import { BranchFactsResolver } from "../resolvers/branches/branch-facts-resolver";
import { BranchHoursResolver } from "../resolvers/branches/branch-hours-resolver";
import { OpenStateSubscriptionResolver } from "../resolvers/branches/open-state-subscription-resolver";
import { PromiseRecordResolver } from "../resolvers/branches/promise-record-resolver";
import { TimeSlotResolver } from "../resolvers/branches/time-slot-resolver";
import { DeliveryResolver } from "../resolvers/delivery/delivery-resolver";
import { StreetResolver } from "../resolvers/delivery/street-resolver";
import { type AddressQuestionLimit } from "../security/address-question-limit";
import { type createBranchUseCases } from "./branch-use-cases";
import { type createCheckoutUseCases } from "./checkout-use-cases";

type UseCases = ReturnType<typeof createBranchUseCases> & ReturnType<typeof createCheckoutUseCases>;

/** What branches say about themselves, and when and where they accept orders. */
export function createShopResolvers(
  useCases: UseCases,
  once: {
    readonly branchSettings: BranchSettingsLoader;
    readonly addressQuestions: AddressQuestionLimit;
  },
): object[] {
  return [
    new BranchHoursResolver({ ...useCases, ...once }),
    new OpenStateSubscriptionResolver(),
    new PromiseRecordResolver(useCases),
    new BranchFactsResolver(once),
    new TimeSlotResolver(useCases),
    new DeliveryResolver({ ...useCases, ...once }),
    new StreetResolver(useCases),
  ];
}
