import { startSandbox } from "../../../sandbox/start-sandbox";
import { serveUntilReleased, settingsOfChild } from "../../child";

/** iiko, on a processor of its own where there is one. */
async function main(): Promise<void> {
  await settingsOfChild();
  const sandbox = await startSandbox({ port: 0 });
  serveUntilReleased(sandbox.url, () => sandbox.close());
}

void main();
