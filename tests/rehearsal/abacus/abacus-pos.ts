import { type PackedPosMenu } from "../../../src/domain/catalogue/pos-menu";
import { type OrderTicket } from "../../../src/domain/ticket/order-ticket";
import { type CallGuard } from "../../../src/ports/call-guard";
import { packMenu } from "../../../src/ports/pos/pack-menu";
import { type PosBranch, type PosCredential } from "../../../src/ports/pos/pos-branch";
import {
  type PosDiscount,
  type PosExternalMenu,
  type PosOrderType,
  type PosOrganization,
  type PosPaymentType,
  type PosTerminalGroup,
} from "../../../src/ports/pos/pos-directory";
import { type PosOrderUpdate, type Submission } from "../../../src/ports/pos/pos-orders";
import { type OpenPos } from "../../../src/ports/pos/pos-vendor";
import { type Bill, type Dish, menuOf, updateOf } from "./abacus-answers";
import { askTill } from "./abacus-client";

interface Cafe {
  readonly cafe: string;
  readonly name: string;
  readonly tills: readonly { readonly till: string; readonly isOn: boolean }[];
}

/** An invented till that takes orders, has a menu and is asked for each order by itself. */
export class AbacusPos implements OpenPos {
  private aheadMs: number | null = null;

  constructor(private readonly url: string) {}

  close(): void {
    return undefined;
  }

  clockAheadMs(): number | null {
    return this.aheadMs;
  }

  async submitOrder(
    { credential, organizationId }: PosBranch,
    ticket: OrderTicket,
    guard?: CallGuard,
  ): Promise<Submission> {
    const body = billOf(ticket);
    const { guest: _guest, ...request } = body;
    const unanswered = { correlationId: null, request, response: null };
    const url = `${this.addressOf(organizationId)}/bills`;
    const call = { body, guard, exchange: unanswered };
    const response = await askTill<Bill>(url, credential, call);
    return { kind: "created", existed: false, exchange: { ...unanswered, response } };
  }

  async findOrders(
    credential: PosCredential,
    organizationId: string,
    posOrderIds: readonly string[],
  ): Promise<PosOrderUpdate[]> {
    if (posOrderIds.length === 0) return [];
    const url = `${this.addressOf(organizationId)}/bills?references=${posOrderIds.join()}`;
    const bills = await askTill<Bill[]>(url, credential);
    return bills.map((bill) => updateOf(organizationId, bill));
  }

  async menu({ credential, organizationId }: PosBranch): Promise<PackedPosMenu> {
    const url = `${this.addressOf(organizationId)}/dishes`;
    const dishes = await askTill<Dish[]>(url, credential);
    return packMenu(menuOf(dishes), Buffer.from(JSON.stringify(dishes)));
  }

  async organizations(credential: PosCredential): Promise<PosOrganization[]> {
    return (await this.cafes(credential)).map(({ cafe, name }) => ({ posId: cafe, name }));
  }

  async terminalGroups(
    credential: PosCredential,
    organizationIds: readonly string[],
  ): Promise<PosTerminalGroup[]> {
    const cafes = await this.of(credential, organizationIds);
    return cafes.flatMap(({ cafe, tills }) =>
      tills.map(({ till }) => ({
        posId: till,
        organizationId: cafe,
        name: "Till",
        visible: true,
        utcOffsetMinutes: null,
      })),
    );
  }

  visibleTerminalGroups(
    credential: PosCredential,
    organizationIds: readonly string[],
  ): Promise<PosTerminalGroup[]> {
    return this.terminalGroups(credential, organizationIds);
  }

  async liveTerminalGroups(
    credential: PosCredential,
    organizationIds: readonly string[],
    terminalGroupIds: readonly string[],
  ): Promise<Set<string>> {
    const tills = (await this.of(credential, organizationIds)).flatMap((cafe) => cafe.tills);
    const live = tills.filter(({ till, isOn }) => isOn && terminalGroupIds.includes(till));
    return new Set(live.map(({ till }) => till));
  }

  externalMenus(): Promise<PosExternalMenu[]> {
    return Promise.resolve([{ posId: "all", name: "All", priceCategories: [] }]);
  }

  paymentTypes(): Promise<PosPaymentType[]> {
    const cash = {
      posId: "cash",
      name: "Cash",
      kind: "Cash",
      means: "CASH" as const,
      mayBeExternal: null,
    };
    return Promise.resolve([cash]);
  }

  discounts(
    _credential: PosCredential,
    organizationIds: readonly string[],
  ): Promise<Map<string, PosDiscount[]>> {
    return Promise.resolve(new Map(organizationIds.map((id) => [id, []])));
  }

  orderTypes(
    _credential: PosCredential,
    organizationIds: readonly string[],
  ): Promise<Map<string, PosOrderType[]>> {
    return Promise.resolve(new Map(organizationIds.map((id) => [id, []])));
  }

  private addressOf(cafe: string): string {
    return `${this.url}/cafes/${encodeURIComponent(cafe)}`;
  }

  private async of(credential: PosCredential, organizationIds: readonly string[]): Promise<Cafe[]> {
    if (organizationIds.length === 0) return [];
    return (await this.cafes(credential)).filter(({ cafe }) => organizationIds.includes(cafe));
  }

  private async cafes(credential: PosCredential): Promise<Cafe[]> {
    const answer = await askTill<{ now: number; cafes: Cafe[] }>(`${this.url}/cafes`, credential);
    this.aheadMs = answer.now - Date.now();
    return answer.cafes;
  }
}

/** The guest is apart: what is kept of an exchange has none of it. */
function billOf(ticket: OrderTicket) {
  const { posOrderId, number, lines, total, customer, address, comment } = ticket;
  return {
    reference: posOrderId,
    number,
    dishes: lines.map(({ posProductId, quantity }) => ({ dish: posProductId, quantity })),
    total,
    guest: { customer, address, comment },
  };
}
