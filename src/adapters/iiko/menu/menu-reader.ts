import { Worker } from "node:worker_threads";

import { type PackedPosMenu } from "../../../domain/catalogue/pos-menu";
import { PosContractBroken, PosUnavailable } from "../../../errors";
import { type MenuAnswer, readMenuAnswer } from "./menu-pack";

/** What a thread reports about its menu. */
export interface MenuOutcome {
  readonly menu?: PackedPosMenu;
  readonly unavailable?: string;
  readonly contractBroken?: string;
}

/** Reading this much takes about ten milliseconds, less than starting a thread. */
const SMALL_BYTES = 512 * 1024;
/** A body of 64 MB takes 800 MB to read. */
const MAX_HEAP_MB = 1536;
const WORKER = require.resolve("./menu-worker");

/**
 * Reads menus without blocking the rest of this process: big ones are read in a separate thread,
 * one at a time.
 */
export class MenuReader {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly smallBytes = SMALL_BYTES) {}

  /**
   * @param answer its body cannot be used afterwards
   * @throws {PosUnavailable | PosContractBroken} as `readMenuAnswer`
   */
  async read(answer: MenuAnswer): Promise<PackedPosMenu> {
    if (answer.body.length <= this.smallBytes) return readMenuAnswer(answer);
    const read = this.last.then(() => readInThread(answer));
    this.last = read.catch(() => undefined);
    return read;
  }
}

async function readInThread(answer: MenuAnswer): Promise<PackedPosMenu> {
  const { menu, unavailable, contractBroken } = await outcomeOf(answer);
  if (menu) return menu;
  throw unavailable === undefined
    ? new PosContractBroken(contractBroken ?? "iiko's menu cannot be read")
    : new PosUnavailable(unavailable);
}

function outcomeOf(answer: MenuAnswer): Promise<MenuOutcome> {
  // Copied when the body shares its memory with others; otherwise it is only transferred.
  const { buffer, byteLength } = answer.body;
  const body = buffer.byteLength === byteLength ? answer.body : new Uint8Array(answer.body);
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, {
      workerData: { ...answer, body },
      transferList: [body.buffer as ArrayBuffer],
      execArgv: process.execArgv,
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    });
    worker.once("message", resolve);
    worker.once("error", (error: NodeJS.ErrnoException) => {
      const tooBig = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      reject(
        tooBig
          ? new PosContractBroken("iiko's menu is too large to be read", { cause: error })
          : error,
      );
    });
    worker.once("exit", () =>
      reject(new Error("The thread that read a menu ended without a word")),
    );
  });
}
