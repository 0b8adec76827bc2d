import { type AddressInWords, type PosAddressAnswer } from "../../src/domain/delivery/pos-address";
import {
  type PosDiscount,
  type PosExternalMenu,
  type PosOrderType,
  type PosOrganization,
  type PosPaymentType,
  type PosTerminalGroup,
} from "../../src/ports/pos/pos-directory";
import { type PosPlace } from "../../src/ports/pos/pos-streets";

/** What a POS in memory knows of a restaurant. When `failure` is set, every call throws it. */
export class FakeRestaurant {
  failure: Error | undefined;
  knownOrganizations: PosOrganization[] = [];
  knownTerminalGroups: PosTerminalGroup[] = [];
  knownExternalMenus: PosExternalMenu[] = [];
  knownPaymentTypes: PosPaymentType[] = [];
  knownDiscounts: PosDiscount[] = [];
  /** The streets of an organization's cities by city name, by organization id. */
  readonly knownStreets = new Map<string, Readonly<Record<string, readonly PosPlace[]>>>();
  /** The queries for streets, as "organization city". */
  readonly streetCalls: string[] = [];

  /** Its answer about addresses; until it is set, it knows none. */
  addressAnswer: PosAddressAnswer | Promise<PosAddressAnswer> = { location: null, tills: [] };
  /** The queries about addresses. */
  readonly addressCalls: AddressInWords[] = [];

  organizations(): Promise<PosOrganization[]> {
    return this.answer(() => this.knownOrganizations);
  }

  terminalGroups(): Promise<PosTerminalGroup[]> {
    return this.answer(() => this.knownTerminalGroups);
  }

  visibleTerminalGroups(): Promise<PosTerminalGroup[]> {
    return this.answer(() => this.knownTerminalGroups.filter((group) => group.visible));
  }

  liveTerminalGroups(): Promise<Set<string>> {
    return this.answer(() => new Set(this.knownTerminalGroups.map((group) => group.posId)));
  }

  externalMenus(): Promise<PosExternalMenu[]> {
    return this.answer(() => this.knownExternalMenus);
  }

  paymentTypes(): Promise<PosPaymentType[]> {
    return this.answer(() => this.knownPaymentTypes);
  }

  discounts(_credential: unknown, ids: readonly string[]): Promise<Map<string, PosDiscount[]>> {
    return this.answer(() => new Map(ids.map((id) => [id, this.knownDiscounts])));
  }

  orderTypes(): Promise<Map<string, PosOrderType[]>> {
    return this.answer(() => new Map<string, PosOrderType[]>());
  }

  async locateAddress(
    _credential: unknown,
    _organizationId: string,
    address: AddressInWords,
  ): Promise<PosAddressAnswer> {
    this.addressCalls.push(address);
    return await (
      await this.answer(() => [this.addressAnswer] as const)
    )[0];
  }

  deliveryCities(_credential: unknown, organizationId: string): Promise<PosPlace[]> {
    return this.answer(() =>
      Object.keys(this.knownStreets.get(organizationId) ?? {}).map((name) => {
        return { posId: `id of ${name}`, name };
      }),
    );
  }

  streetsOfCity(_credential: unknown, organizationId: string, cityId: string) {
    this.streetCalls.push(`${organizationId} ${cityId}`);
    const name = cityId.replace("id of ", "");
    return this.answer(() => [...(this.knownStreets.get(organizationId)?.[name] ?? [])]);
  }

  protected async answer<T>(result: () => T): Promise<T> {
    await Promise.resolve();
    if (this.failure) throw this.failure;
    return result();
  }
}
