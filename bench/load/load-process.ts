import { settingsOfChild, tellParent } from "../child";
import { type Load, runLoad } from "./run-load";

/** Makes load from a process of its own, so that asking does not slow down the one that answers. */
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
