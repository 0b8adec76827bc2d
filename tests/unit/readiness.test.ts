import { overdue, Readiness } from "../../src/gateway/readiness";
import { type ReadinessPart } from "../../src/ports/readiness-part";
import { eventually } from "../support/eventually";

const QUICK = { deadlineMs: 50, keepMs: 1 };

function part(name: string, whyNot: ReadinessPart["whyNot"]): ReadinessPart {
  return { name, workedMsAgo: 0, whyNot };
}

describe("readiness", () => {
  it("is reported when every part works", async () => {
    const works = [part("database", () => null), part("lease", () => Promise.resolve(null))];
    expect(await new Readiness(works, fail, QUICK).look()).toEqual({});
  });

  it("names each part that does not work, without revealing the text of an error", async () => {
    const parts = [
      part("works", () => null),
      part("tells", () => "is read-only"),
      part("fails", () => Promise.reject(new Error("password authentication failed"))),
      part("throws", () => {
        throw new Error("postgres://user:secret@host");
      }),
      part("hangs", () => new Promise(() => undefined)),
    ];
    expect(await new Readiness(parts, () => undefined, QUICK).look()).toEqual({
      tells: "is read-only",
      fails: "gives no answer",
      throws: "gives no answer",
      hangs: "gives no answer",
    });
  });

  it("probes once for all callers who ask simultaneously or shortly afterwards, and again later", async () => {
    let asked = 0;
    const counted = part("database", () => {
      asked += 1;
      return Promise.resolve(null);
    });
    const keeping = new Readiness([counted], fail, { deadlineMs: 60_000, keepMs: 1e9 });
    await Promise.all(Array.from({ length: 100 }, () => keeping.look()));
    await keeping.look();
    expect(asked).toBe(1);
    const forgetting = new Readiness([counted], fail, { deadlineMs: 60_000, keepMs: 10 });
    await eventually(async () => (await forgetting.look()) && asked > 2);
  });

  it("reports every change once", async () => {
    let reason: string | null = null;
    const told: object[] = [];
    const readiness = new Readiness(
      [part("database", () => reason)],
      (reasons) => told.push(reasons),
      {
        deadlineMs: 1_000,
        keepMs: 0,
      },
    );
    for (reason of [null, "is read-only", "is read-only", null, null]) await readiness.look();
    expect(told).toEqual([{ database: "is read-only" }, {}]);
  });

  it("is lost while something periodic is overdue", () => {
    let age = 8_000;
    const lease = overdue("lease", () => age, 8_000);
    expect(lease.whyNot()).toBeNull();
    age = 8_900;
    expect(lease.whyNot()).toBe("has not worked for 8 s");
    expect(lease.workedMsAgo).toBe(8_900);
  });
});

function fail(): never {
  throw new Error("Nothing has changed");
}
