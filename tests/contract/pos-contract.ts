import { randomUUID } from "node:crypto";

import { OrderStatus } from "../../src/domain/orders/order-status";
import { type OrderTicket } from "../../src/domain/ticket/order-ticket";
import { PosRateLimited, PosRejected, PosUnavailable, RefusalKind } from "../../src/errors";
import { able, type Pos } from "../../src/ports/pos/pos";
import { type PosBranch, type PosCredential } from "../../src/ports/pos/pos-branch";
import { type PosOrderUpdate } from "../../src/ports/pos/pos-orders";
import { type PosTraits } from "../../src/ports/pos/pos-vendor";
import { eventually } from "../support/eventually";
import { sendJson, startScriptedServer } from "../support/scripted-server";

/** A POS with a restaurant in it, and the means to make its answers fail. */
export interface PosUnderTest<P extends Pos = Pos> {
  readonly pos: P;
  /** Has a live till and a menu, and cooks what is ordered. */
  readonly branch: PosBranch;
  readonly deadTerminalGroupId: string;
  readonly refusedCredential: PosCredential;
  /** An order that the branch can make; a new one every time. */
  ticket(): OrderTicket;
  /** The ids of all orders in the till, and the guest's total that it reports, in kopecks. */
  till(): Promise<Map<string, { readonly total: number | null }>>;
  /** The next submission reaches the till, but its answer is lost. */
  loseNextSubmission(): Promise<void>;
  /** The next call fails before any work. */
  failNextCall(): Promise<void>;
  throttleNextCall(seconds: number): Promise<void>;
  stop(): Promise<void>;
}

/**
 * The contract of every adapter of {Pos}, as far as its vendor states that it can fulfil it.
 * `start` returns a fresh POS for each test.
 */
export function describePos(vendor: PosTraits, start: () => Promise<PosUnderTest>): void {
  describe(`${vendor.name} as a POS`, () => {
    let under: PosUnderTest;

    beforeEach(async () => {
      under = await start();
    });

    afterEach(() => under.stop());

    function find(posOrderId: string): Promise<PosOrderUpdate[]> {
      const { credential, organizationId } = under.branch;
      return under.pos.findOrders(credential, organizationId, [posOrderId]);
    }

    function settled(posOrderId: string): Promise<PosOrderUpdate> {
      return eventually(async () =>
        (await find(posOrderId)).find(({ creation }) => creation !== "pending"),
      );
    }

    submissions();
    if (vendor.duplicates === "by-our-id") repeats();
    failures();
    if (vendor.webhook) webHooks();

    function submissions() {
      it("takes an order and tells what becomes of it", async () => {
        const ticket = under.ticket();
        const submission = await under.pos.submitOrder(under.branch, ticket);
        expect(submission.existed).toBe(false);
        expect(await settled(ticket.posOrderId)).toMatchObject({
          posOrderId: ticket.posOrderId,
          organizationId: under.branch.organizationId,
          creation: "created",
          failure: null,
          posNumber: expect.any(String) as string,
        });
        expect((await under.till()).get(ticket.posOrderId)).toEqual({ total: ticket.total });
        await eventually(async () =>
          (await find(ticket.posOrderId)).find(({ status }) => status === OrderStatus.CLOSED),
        );
      });

      it("keeps the exchange of a submission without the guest's name, phone and address", async () => {
        const ticket = under.ticket();
        const { exchange } = await under.pos.submitOrder(under.branch, ticket);
        const kept = JSON.stringify(exchange);
        expect(kept).toContain(ticket.posOrderId);
        expect(kept).not.toContain(ticket.customer.phone);
        expect(kept).not.toContain(ticket.customer.name);
        expect(kept).not.toContain(ticket.address?.street);
      });

      it("refuses a product it does not know, and says that the branch's settings are wrong", async () => {
        const ticket = under.ticket();
        const lines = ticket.lines.map((line) => ({ ...line, posProductId: randomUUID() }));
        const told = await under.pos
          .submitOrder(under.branch, { ...ticket, lines })
          .then(async () => (await settled(ticket.posOrderId)).failure?.kind)
          .catch((error: unknown) => (error instanceof PosRejected ? error.kind : error));
        expect(told).toBe(RefusalKind.MAPPING);
      });
    }

    function repeats() {
      it("adopts the copy it has when an order is submitted again", async () => {
        const ticket = under.ticket();
        await under.pos.submitOrder(under.branch, ticket);
        await settled(ticket.posOrderId);
        expect(await under.pos.submitOrder(under.branch, ticket)).toMatchObject({
          kind: "created",
          existed: true,
        });
        expect((await under.till()).size).toBe(1);
      });

      it("makes one order of submissions that come at once", async () => {
        const ticket = under.ticket();
        const submissions = await Promise.all(
          [1, 2, 3].map(() => under.pos.submitOrder(under.branch, ticket)),
        );
        expect(submissions.filter(({ existed }) => !existed)).toHaveLength(1);
        expect((await under.till()).size).toBe(1);
      });

      it("makes one order of a submission whose answer was lost and its repeat", async () => {
        const ticket = under.ticket();
        await under.loseNextSubmission();
        await expect(under.pos.submitOrder(under.branch, ticket)).rejects.toThrow(PosUnavailable);
        expect(await under.pos.submitOrder(under.branch, ticket)).toMatchObject({ existed: true });
        expect((await settled(ticket.posOrderId)).creation).toBe("created");
        expect((await under.till()).size).toBe(1);
      });
    }

    function failures() {
      it("says so when the outcome is unknown, and that the call may be repeated", async () => {
        await under.pos.organizations(under.branch.credential);
        await under.failNextCall();
        await expect(under.pos.organizations(under.branch.credential)).rejects.toMatchObject({
          code: "POS_UNAVAILABLE",
          retryable: true,
        });
        expect(await under.pos.organizations(under.branch.credential)).not.toEqual([]);
      });

      it("says when to come back", async () => {
        await under.pos.organizations(under.branch.credential);
        await under.throttleNextCall(7);
        const error: unknown = await under.pos
          .organizations(under.branch.credential)
          .catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(PosRateLimited);
        expect((error as PosRateLimited).retryAfterMs).toBe(7000);
      });

      it("leaves a refused key to the operator, and does not show it", async () => {
        const error: unknown = await under.pos
          .organizations(under.refusedCredential)
          .catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(PosRejected);
        expect((error as PosRejected).kind).toBe(RefusalKind.OPERATOR);
        expect(JSON.stringify([(error as Error).message, error])).not.toContain("no-such-key");
      });
    }

    function webHooks() {
      it("pushes to the address it was given, with the token, what findOrders tells too", async () => {
        const received = await startScriptedServer((response) => sendJson(response, 200, {}));
        const { credential, organizationId } = under.branch;
        expect(
          await able(under.pos, "webhooks").webhookRegistration(credential, organizationId),
        ).toEqual({
          url: null,
        });
        await able(under.pos, "webhooks").registerWebhook(
          credential,
          organizationId,
          `${received.url}/hook`,
          "hook-secret",
        );
        expect(
          await able(under.pos, "webhooks").webhookRegistration(credential, organizationId),
        ).toEqual({
          url: `${received.url}/hook`,
        });

        const ticket = under.ticket();
        await under.pos.submitOrder(under.branch, ticket);
        const update = await eventually(() =>
          received.calls
            .flatMap(({ body }) => able(under.pos, "webhooks").parseWebhook(body))
            .find(
              ({ posOrderId, creation }) =>
                posOrderId === ticket.posOrderId && creation === "created",
            ),
        );
        expect(update).toMatchObject({ organizationId, rawStatus: expect.any(String) as string });
        expect(received.calls[0]?.headers.authorization).toContain("hook-secret");
        await received.close();
      });

      it.each([[null], ["text"], [{}], [[]], [[{ eventType: 7 }]]])(
        "reads no order in %j",
        (body) => {
          expect(able(under.pos, "webhooks").parseWebhook(body)).toEqual([]);
        },
      );
    }
  });
}
