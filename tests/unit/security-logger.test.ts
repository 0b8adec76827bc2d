import { createLogger } from "../../src/logger";

function linesOf(
  options: { level: string; production: boolean },
  write: (log: ReturnType<typeof createLogger>) => void,
) {
  const lines: string[] = [];
  write(createLogger(options, { write: (line) => lines.push(line) }));
  return lines;
}

describe("The log", () => {
  it("redacts personal data and secrets wherever an object contains them", () => {
    const secret = "hush";
    const [line] = linesOf({ level: "info", production: true }, (log) =>
      log.info(
        {
          phone: secret,
          orderId: "42",
          request: { headers: { authorization: secret, Authorization: secret } },
          credential: { apiLogin: secret, clientSecret: secret },
          order: {
            customer: { name: secret, address: { street: secret } },
            lines: [{ guest: { phone: secret } }],
          },
        },
        "sent",
      ),
    );
    expect(line).not.toContain(secret);
    expect(JSON.parse(line!)).toMatchObject({ orderId: "42", msg: "sent", phone: "[redacted]" });
  });

  it("has one readable line per event outside production, whatever the text", () => {
    const lines = linesOf({ level: "info", production: false }, (log) => {
      log.warn({ orderId: "42\n43", phone: "hush" }, "late\r\norder");
      log.debug("too quiet");
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /^\d\d:\d\d:\d\d\.\d{3} WARN {2}late order \{"orderId":"42\\n43","phone":"\[redacted\]"\}\n$/,
    );
  });

  it("includes an error together with its stack", () => {
    const [line] = linesOf({ level: "info", production: true }, (log) =>
      log.error({ err: new Error("boom") }, "failed"),
    );
    expect((JSON.parse(line!) as { err: { stack: string } }).err.stack).toContain("boom");
  });

  it.each([true, false])(
    "truncates the texts of an oversized line but keeps its ids, in production: %s",
    (production) => {
      const [secret, long] = ["Bearer hush-hush-hush", "слово ".repeat(200_000)];
      const lines = linesOf({ level: "info", production }, (log) =>
        log.error(
          {
            answer: `${long}${secret}`,
            err: new Error(`${secret} ${"A".repeat(20_000)}`),
            orderId: "o-1",
          },
          `late ${long}${secret}`,
        ),
      );
      expect(lines).toHaveLength(1);
      expect(lines[0]!.length).toBeLessThan(25_000);
      for (const kept of ["late слово", '"orderId":"o-1"', "security-logger.test"])
        expect(lines[0]).toContain(kept);
      expect(lines[0]).not.toContain("hush");
      if (production) expect(JSON.parse(lines[0]!)).toMatchObject({ level: 50, orderId: "o-1" });
    },
  );

  it("keeps the beginning of a line that has too much of everything", () => {
    const fields = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, n) => [`field${n}`, "слово ".repeat(20)]),
    );
    const [line] = linesOf({ level: "info", production: true }, (log) => log.warn(fields, "told"));
    expect(line!.length).toBeLessThan(25_000);
    expect(JSON.parse(line!)).toMatchObject({
      level: 40,
      msg: "told",
      cut: { beginning: expect.any(String) as string },
    });
  });

  it("never reveals part of a secret where a text or a line is cut", () => {
    for (let before = 1_900; before < 2_000; before += 1) {
      const answer = `${"ж".repeat(before)} anna@pizza.example ${"ж".repeat(20_000)}`;
      const answers = [
        ...Array.from({ length: 7 }, () => "ж".repeat(1_990)),
        answer.slice(0, before + 100),
      ];
      const lines = linesOf({ level: "info", production: true }, (log) => {
        log.info({ answer }, "told");
        log.info({ answers: [...answers, ...answers] }, "told");
      });
      expect(lines.join("")).not.toMatch(/anna|pizza/);
    }
  });
});
