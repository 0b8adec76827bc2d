import {
  type AddressInWords,
  type PosAddressAnswer,
  type TillAnswer,
} from "../../../domain/delivery/pos-address";
import { type Point } from "../../../domain/delivery/zone-area";
import { type PosCredential } from "../../../ports/pos/pos-branch";
import { IikoEndpoints } from "../connection/iiko-endpoints";
import { LONGEST_OF_ADDRESS } from "../values/address-limits";
import { fitGuestText } from "../values/guest-text";
import { allowedSchema, type IikoAllowed } from "./address-schemas";

/** The caller has gone by then; an answer that comes a little late is kept for the next request. */
const TIMEOUT_SECONDS = 3;
/** Enough for a chain with a thousand POS terminals. */
const MAX_BYTES = 2 ** 20;

/** With these codes, iiko says that the place itself would be acceptable. */
const OF_TIME_OR_SUM: ReadonlySet<string> = new Set([
  "SumIsLessThenMinimum",
  "DayOfWeekIsUnacceptable",
  "DeliveryTimeIsUnacceptable",
]);
const OUT_OF_ZONE = "OutOfTerminalZone";

interface Asked {
  readonly organizationId: string;
  readonly address: AddressInWords;
  readonly point: Point | null;
}

/** What iiko says about addresses, in iiko's terms. */
export class IikoAddresses extends IikoEndpoints {
  /** Sent without a basket, because the question is only about the place. */
  async allowedRestrictions(credential: PosCredential, { organizationId, address, point }: Asked) {
    const { city, street, posStreetId, house, building } = address;
    const request = {
      path: "/api/1/delivery_restrictions/allowed",
      body: {
        organizationIds: [organizationId],
        isCourierDelivery: true,
        deliveryAddress: {
          city: fitGuestText(city, LONGEST_OF_ADDRESS.city),
          streetId: posStreetId ?? undefined,
          streetName: fitGuestText(street, LONGEST_OF_ADDRESS.street),
          house: fitGuestText(house, LONGEST_OF_ADDRESS.house),
          building: fitGuestText(building, LONGEST_OF_ADDRESS.detail),
        },
        orderLocation: point ?? undefined,
        orderItems: [],
      },
      timeoutSeconds: TIMEOUT_SECONDS,
      maxBytes: MAX_BYTES,
    };
    return (await this.transport.post(credential, request, allowedSchema)).reply;
  }
}

export async function locateAddress(
  client: Pick<IikoAddresses, "allowedRestrictions">,
  credential: PosCredential,
  asked: Asked,
): Promise<PosAddressAnswer> {
  return toAnswer(await client.allowedRestrictions(credential, asked));
}

/** An address that iiko does not find has no till either. */
function toAnswer({ location, allowedItems, rejectedItems }: IikoAllowed): PosAddressAnswer {
  const tills = [
    ...allowedItems.map(({ terminalGroupId, zone }) => ({ terminalGroupId, zone, serves: true })),
    ...rejectedItems.flatMap(toRejection),
  ];
  return { location: isSomewhere(location) ? location : null, tills };
}

/** A refusal that has no reason or names no till says nothing. */
function toRejection({
  terminalGroupId,
  zone,
  rejectCode,
}: IikoAllowed["rejectedItems"][number]): TillAnswer[] {
  if (terminalGroupId === null || rejectCode === null) return [];
  const serves = OF_TIME_OR_SUM.has(rejectCode);
  return serves || rejectCode === OUT_OF_ZONE ? [{ terminalGroupId, zone, serves }] : [];
}

/** In iiko, zeros mean "no coordinates". */
function isSomewhere(location: Point | null): boolean {
  return location !== null && (location.latitude !== 0 || location.longitude !== 0);
}
