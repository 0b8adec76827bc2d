import { DEMO_KEY } from "../../sandbox/credentials";
import { demoOrganizations } from "../../sandbox/restaurant/demo-places";
import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { type Sandbox, startSandbox } from "../../sandbox/start-sandbox";
import { eventually } from "../support/eventually";
import { RunningGateway } from "../support/running-gateway";
import { CREATE_PATH, SandboxControl } from "../support/sandbox-control";
import { changeSettings, setUpBranch } from "../support/set-up-branch";
import { Storefront } from "../support/storefront";

const organizationId = demoOrganizations[1]!.id;
const terminalGroupId = demoRestaurant.terminalGroups.find(
  (group) => group.organizationId === organizationId,
)!.id;

describe("an order for one branch, while iiko accepts another branch's calls and never answers,", () => {
  let iiko: Sandbox;
  let gateway: RunningGateway;
  let dead: Storefront;
  let alive: Storefront;

  beforeAll(async () => {
    iiko = await startSandbox({ port: 0, cookingSpeed: 50, creationDelayMs: 50 });
    gateway = await RunningGateway.start({
      IIKO_API_URL: iiko.url,
      IIKO_RATE_PER_SECOND: "50",
      PUBLIC_MUTATION_BURST: "0",
    });
    const { client } = gateway;
    [dead, alive] = [
      new Storefront(client, await setUpBranch(client, DEMO_KEY)),
      new Storefront(client, await setUpBranch(client, DEMO_KEY)),
    ];
    await changeSettings(client, dead.branchId, { organizationId, terminalGroupId });
  });

  afterAll(async () => {
    // Cuts what hangs, because the stop waits for running jobs.
    await iiko.close();
    await gateway.stop();
  });

  it("is in the till, however many orders wait at the other branch", async () => {
    const control = new SandboxControl(iiko.url);
    const hanging = async () =>
      (await control.calls(CREATE_PATH)).filter(({ durationMs }) => durationMs === null);
    await control.plan({ organizationId, times: 0, fault: { kind: "hang" } });
    for (let count = 0; count < 40; count += 1) await dead.order();
    // All come from one address, so they leave a quarter of the branch's workers to other guests.
    await eventually(async () => (await hanging()).length >= 12);
    const order = await alive.order();
    await eventually(async () => (await control.inTill(order.number)).length === 1);
    expect((await hanging()).length).toBeLessThanOrEqual(16);
  });
});
