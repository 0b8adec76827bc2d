import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { ChannelPaused, PosRejected, RefusalKind } from "../../src/errors";
import { FindBranchContacts } from "../../src/services/branches/find-branch-contacts";
import { OrderFixture } from "../support/order-fixture";

const CHAT = { kind: "TELEGRAM", target: "-100200300", enabled: true };
const MAIL = { kind: "EMAIL", target: "kitchen@test.example", enabled: true };
const SILENT = { kind: "EMAIL", target: "old@test.example", enabled: false };
const REFUSAL = new PosRejected("The till said no", {
  posCode: "InvalidPhone",
  kind: RefusalKind.FINAL,
});
const keyOf = (branchIds: readonly string[] | null): Viewer => ({
  kind: "key",
  keyId: "k",
  label: "Olga",
  scope: Scope.OPERATOR,
  branchIds,
});

describe("a branch's contacts", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  const contacts = (
    viewer: Viewer = keyOf(null),
    branchIds: readonly string[] | null = null,
    { first = 100, after = null as string | null } = {},
  ) =>
    new FindBranchContacts(fixture.db, fixture.clock).execute(viewer, { branchIds, first, after });

  it("show when its newest order reached the till", async () => {
    const id = await fixture.taken({}, { fallback: [] });
    expect((await contacts())[0]).toMatchObject({ lastInTillAt: null, channels: [] });
    await fixture.pass();
    const { createdAt } = await fixture.order(id);
    expect((await contacts())[0]).toMatchObject({ lastInTillAt: createdAt });
  });

  it("show each enabled channel, whether it accepts messages or asks for a pause", async () => {
    fixture.pos.nextSubmissions.push(REFUSAL);
    fixture.telegram.next.push(new ChannelPaused("HTTP 429", { retryAfterMs: 600_000 }));
    await fixture.taken(
      {},
      { injection: { retryDelaysSeconds: [] }, fallback: [CHAT, SILENT, MAIL] },
    );
    await fixture.pass();
    const [contact] = await contacts();
    expect(contact?.channels).toEqual([
      { kind: "TELEGRAM", target: CHAT.target, lastSentAt: null, waiting: 1, error: "HTTP 429" },
      {
        kind: "EMAIL",
        target: MAIL.target,
        waiting: 0,
        error: null,
        lastSentAt: expect.any(Date) as Date,
      },
    ]);
  });

  it("are shown only to keys of the branch", async () => {
    await fixture.taken();
    const [one] = await contacts();
    const own = one?.branchId ?? "";
    expect(await contacts(keyOf([own]), [own])).toHaveLength(1);
    expect(await contacts(keyOf([]))).toEqual([]);
    expect(await contacts(keyOf(null), ["not an id"])).toEqual([]);
  });

  it("come page by page, each branch once", async () => {
    for (let branch = 0; branch < 5; branch += 1) await fixture.branch();
    const all = (await contacts()).map(({ branchId }) => branchId);
    expect(all).toHaveLength(5);
    const pages: string[][] = [];
    for (
      let after: string | null = null;
      pages.at(-1)?.length !== 0;
      after = pages.at(-1)?.at(-1) ?? null
    )
      pages.push(
        (await contacts(keyOf(null), null, { first: 2, after })).map((one) => one.branchId),
      );
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1, 0]);
    expect(pages.flat()).toEqual(all);
    expect(await contacts(keyOf(null), all.slice(3), { after: all[3] ?? "" })).toMatchObject([
      { branchId: all[4] },
    ]);
  });
});
