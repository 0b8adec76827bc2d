import { randomUUID } from "node:crypto";

import { PosUnavailable } from "../../src/errors";
import { OrderFixture } from "../support/order-fixture";

const ORGANIZATION = randomUUID();
const OURS = `https://gateway.test/webhooks/iiko/${ORGANIZATION}`;

describe("the daily check of web hooks", () => {
  let fixture: OrderFixture;
  let branchId: string;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
    branchId = await fixture.branch({}, ORGANIZATION);
  });

  afterEach(() => fixture.stop());

  it("reports only the host of another system's address, and leaves the address alone", async () => {
    fixture.pos.webhookUrl = "https://other.example.ru/hook?key=hush";
    await fixture.checkWebhooks.execute();
    expect(fixture.lostWebhooks).toEqual([{ branchId, host: "other.example.ru" }]);
    expect(fixture.pos.webhookUrl).toContain("other.example.ru");
  });

  it.each([OURS, null])("has nothing to report when the address is %s", async (address) => {
    fixture.pos.webhookUrl = address;
    await fixture.checkWebhooks.execute();
    expect(fixture.lostWebhooks).toEqual([]);
  });

  it("runs again the next day, even when the POS does not answer", async () => {
    fixture.pos.failure = new PosUnavailable("nobody there");
    await fixture.periodicJobs.planFirst("check-webhooks");
    await fixture.periodicJobs.planFirst("check-webhooks");
    await fixture.pass(60);
    const jobs = await fixture.db.query<{ hours: number }[]>(
      "select round(extract(epoch from due_at - $1::timestamptz) / 3600)::int as hours from jobs",
      [fixture.clock.now()],
    );
    expect(jobs).toEqual([{ hours: 24 }]);
  });
});
