import { randomUUID } from "node:crypto";

import { AddressedClient } from "./addressed-client";

const CREATE = `mutation ($input: CreateOrderInput!) {
  createOrder(input: $input) { order { id } userErrors { code } }
}`;

interface Created {
  readonly data?: {
    readonly createOrder?: { readonly order: { readonly id: string } | null } | null;
  } | null;
}

/** A real order that was accepted. */
export interface RealOrder {
  readonly id: string;
  /** From the guest's click to the answer, in milliseconds. */
  readonly answeredMs: number;
}

/**
 * Guests who order once each, a second apart, each from a separate address and with a separate
 * phone.
 */
export class RealGuests {
  readonly orders: RealOrder[] = [];
  readonly refused: string[] = [];
  private count = 0;

  constructor(
    private readonly url: string,
    private readonly input: object,
  ) {}

  /** Never fails: a guest who gets no order was refused. */
  async order(): Promise<void> {
    const number = (this.count += 1);
    const client = new AddressedClient(this.url, `100.64.${number >> 8}.${number & 255}`);
    const customer = { name: "Гость", phone: `+7999${String(number).padStart(7, "0")}` };
    const input = { ...this.input, idempotencyKey: randomUUID(), customer };
    const startedAt = performance.now();
    try {
      const { status, body } = await client.post({ query: CREATE, variables: { input } });
      const id = (body as Created | null)?.data?.createOrder?.order?.id;
      if (id === undefined)
        this.refused.push(`HTTP ${status}: ${JSON.stringify(body).slice(0, 200)}`);
      else this.orders.push({ id, answeredMs: performance.now() - startedAt });
    } catch (error) {
      this.refused.push(String(error));
    }
  }
}
