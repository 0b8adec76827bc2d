import { attacks, type Outcome, runAttacks } from "../../scripts/attacks/run-attacks";
import { Target } from "../../scripts/attacks/target";
import { WholeGateway } from "../support/whole-gateway";

/** Three hundred attacks one after the other, many of which wait, on a busy machine. */
const LONGEST_MS = 900_000;

/** Everything that an outsider might do. `npm run attacks` does it to any other gateway. */
describe("a gateway in production", () => {
  let gateway: WholeGateway;
  let outcomes: Outcome[];

  beforeAll(async () => {
    gateway = await WholeGateway.start({ production: true, publicMutationBurst: 100 });
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
    expect(`${verdict}, ${got}, ${ms} ms`).toBe(`ok, ${expected}, ${ms} ms`);
  });
});
