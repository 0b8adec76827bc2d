import { type PosCredential } from "../../../ports/pos/pos-branch";
import { type PosDictionaryEntry } from "../../../ports/pos/pos-directory";
import { type PosAddressFormat, type PosOrderRules } from "../../../ports/pos/pos-order-terms";
import { type IikoDirectory } from "./iiko-directory";

const WAYS: Readonly<Record<string, PosOrderRules["ways"]>> = {
  courieronly: "COURIER",
  selfserviceonly: "PICKUP",
  courierandselfservice: "BOTH",
};

/**
 * Returns what the organization requires of orders (docs/iiko.md#order-types-persons-sources); null
 * when iiko does not list it.
 */
export async function readOrderRules(
  client: Pick<IikoDirectory, "organizationRules">,
  credential: PosCredential,
  organizationId: string,
): Promise<PosOrderRules | null> {
  const { organizations } = await client.organizationRules(credential, organizationId);
  const its = organizations.find(({ id }) => id === organizationId);
  if (!its) return null;
  const paidWhen = its.deliveryOrderPaymentSettings?.toLowerCase() ?? null;
  return {
    takesAnonymousGuests: its.isAnonymousGuestsAllowed,
    takesLineComments: its.orderItemCommentEnabled,
    demandsMarketingSource: its.marketingSourceRequiredInDelivery,
    addressFormat: toAddressFormat(its.addressFormatType),
    ways: WAYS[its.deliveryServiceType?.toLowerCase() ?? ""] ?? null,
    waitsForConfirmation: its.isConfirmationEnabled,
    paidBeforeSending: paidWhen === null ? null : paidWhen === "whenorderontheway",
    currencyCode: its.currencyIsoName?.toUpperCase() ?? null,
  };
}

/** orders/map-address decides how addresses are written. */
const SENT_AS: Readonly<Record<string, PosAddressFormat["sentAs"]>> = {
  City: "ONE_LINE",
  Legacy: "STREET_AND_HOUSE",
};

function toAddressFormat(word: string | null): PosAddressFormat | null {
  return word === null ? null : { name: word, sentAs: SENT_AS[word] ?? null };
}

export async function readMarketingSources(
  client: Pick<IikoDirectory, "marketingSources">,
  credential: PosCredential,
  organizationId: string,
): Promise<PosDictionaryEntry[]> {
  const { marketingSources } = await client.marketingSources(credential, organizationId);
  return marketingSources
    .filter(
      (source) => !source.isDeleted && (source.organizationId ?? organizationId) === organizationId,
    )
    .map(({ id, name }) => ({ posId: id, name, kind: null }));
}
