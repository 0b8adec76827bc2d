import { type Restaurant } from "../restaurant/model";
import { stableId } from "../restaurant/stable-id";

/** `/api/1/loyalty/iiko/program`: one programme for each wallet that any guest has. */
export function programmes({ guests, organizations }: Restaurant): object {
  const wallets = new Map(guests.flatMap((guest) => guest.wallets).map((one) => [one.id, one]));
  return {
    Programs: [...wallets.values()].map(({ id, name, type }) => ({
      id: stableId("programme", name),
      name,
      description: null,
      serviceFrom: "2025-01-01 00:00:00.000",
      serviceTo: null,
      notifyAboutBalanceChanges: false,
      programType: type,
      isActive: true,
      walletId: id,
      marketingCampaigns: [],
      appliedOrganizations: organizations.map((organization) => organization.id),
      templateType: type,
      isExchangeRateEnabled: false,
      refillType: 0,
    })),
  };
}
