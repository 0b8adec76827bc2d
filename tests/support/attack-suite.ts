import { attacks, type Outcome, runAttacks } from "../../scripts/attacks/run-attacks";
import { Target } from "../../scripts/attacks/target";
import { WholeGateway } from "./whole-gateway";

/** Three hundred attacks one after the other, many of which wait, on a busy machine. */
const LONGEST_MS = 900_000;

/**
 * Does everything to a gateway that an outsider might. Each mode has a file of its own: much of it
 * is waiting.
 */
export function describeAttacks(title: string, production: boolean): void {
  describe(title, () => {
    let gateway: WholeGateway;
    let outcomes: Outcome[];

    beforeAll(async () => {
      gateway = await WholeGateway.start({ production, publicMutationBurst: 100 });
      const customerToken = await gateway.customerToken("+79005550003");
      const { url, adminKey: adminApiKey, sandboxUrl } = gateway;
      const target = await Target.reach({
        url,
        adminApiKey,
        customerToken,
        sandboxUrl,
        floodSize: 230,
      });
      outcomes = await runAttacks(target, () => undefined, false);
    }, LONGEST_MS);

    afterAll(() => gateway.stop());

    it.each(attacks.map(({ title }) => title))("withstands %s", (title) => {
      const { verdict, got, expected, ms } = outcomes.find((outcome) => outcome.title === title)!;
      if (verdict !== "skipped")
        expect(`${verdict}, ${got}, ${ms} ms`).toBe(`ok, ${expected}, ${ms} ms`);
    });

    it("is attacked with everything where nothing depends on the mode", () => {
      const skipped = outcomes.filter(({ verdict }) => verdict === "skipped").map(({ got }) => got);
      expect(new Set(skipped)).toEqual(
        new Set(production ? [] : ["the gateway does not run in production"]),
      );
    });
  });
}
