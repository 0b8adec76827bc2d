import { settingsOfChild, tellParent } from "../child";
import { type Load, runLoad } from "./run-load";

/**
 * Generates load from a separate process, so that the requests do not slow down the server that
 * answers them.
 */
async function main(): Promise<void> {
  await settingsOfChild();
  process.on("message", (load: Load) => {
    runLoad(load).then(tellParent, (error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  });
  process.once("disconnect", () => process.exit(0));
  tellParent({ ready: true });
}

void main();
