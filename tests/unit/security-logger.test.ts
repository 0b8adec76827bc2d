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
  it("strikes out personal data and secrets wherever an object carries them", () => {
    const secret = "hush";
    const [line] = linesOf({ level: "info", production: true }, (log) =>
      log.info(
        {
          phone: secret,
          orderId: "42",
          request: { headers: { authorization: secret, Authorization: secret } },
          credential: { apiLogin: secret, clientSecret: secret },
          order: { customer: { name: secret, address: { street: secret } }, lines: [{ guest: { phone: secret } }] },
        },
        "sent",
      ),
    );
    expect(line).not.toContain(secret);
    expect(JSON.parse(line!)).toMatchObject({ orderId: "42", msg: "sent", phone: "[redacted]" });
  });

  it("is one readable line per event outside production, whatever the text", () => {
    const lines = linesOf({ level: "info", production: false }, (log) => {
      log.warn({ orderId: "42\n43", phone: "hush" }, "late\r\norder");
      log.debug("too quiet");
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /^\d\d:\d\d:\d\d\.\d{3} WARN {2}late order \{"orderId":"42\\n43","phone":"\[redacted\]"\}\n$/,
    );
  });

  it("carries an error with its stack", () => {
    const [line] = linesOf({ level: "info", production: true }, (log) =>
      log.error({ err: new Error("boom") }, "failed"),
    );
    expect((JSON.parse(line!) as { err: { stack: string } }).err.stack).toContain("boom");
  });

  it.each([true, false])("keeps the beginning of a line without an end, in production: %s", (production) => {
    const [secret, long] = ["Bearer hush-hush-hush", "слово ".repeat(200_000)];
    const lines = linesOf({ level: "info", production }, (log) =>
      log.error({ answer: `${long}${secret}`, err: new Error(`${secret} ${long}`) }, `late ${long}${secret}`),
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]!.length).toBeLessThan(25_000);
    expect(lines[0]).toContain("late слово");
    expect(lines[0]).not.toContain("hush");
    if (production) expect(JSON.parse(lines[0]!)).toMatchObject({ level: 50, cut: {} });
  });

  it("shows no half of a secret where a line without an end is cut", () => {
    for (let before = 15_900; before < 16_000; before += 1) {
      const [line] = linesOf({ level: "info", production: true }, (log) =>
        log.info({ answer: `${"ж".repeat(before)} anna@pizza.example ${"ж".repeat(900)}` }, "told"),
      );
      expect(line).not.toMatch(/anna|pizza/);
    }
  });
});
