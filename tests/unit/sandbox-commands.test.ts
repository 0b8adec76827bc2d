import { Commands } from "../../sandbox/orders/commands";
import { Memory } from "../../sandbox/state/memory";
import { type Switches } from "../../sandbox/switches";

it("remembers the sandbox's last 5,000 commands and forgets older ones", async () => {
  const memory = await Memory.open(undefined, () => undefined);
  const commands = new Commands(memory, { commandLifetimeSeconds: 60 } as Switches);
  for (let count = 0; count < 6_000; count += 1)
    commands.begin(`command ${count}`, "organization", "order", null);
  const remembered = Object.keys(memory.state.commands);
  expect(remembered[0]).toBe("command 1000");
  expect(remembered).toHaveLength(5_000);
});
