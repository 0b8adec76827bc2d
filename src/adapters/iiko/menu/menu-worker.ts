import { parentPort, workerData } from "node:worker_threads";

import { PosContractBroken, PosUnavailable } from "../../../errors";
import { type MenuAnswer, readMenuAnswer } from "./menu-pack";
import { type MenuOutcome } from "./menu-reader";

// A separate thread for one menu: menu-reader starts it, and it ends when the menu is read.

function outcome(): MenuOutcome {
  try {
    return { menu: readMenuAnswer(workerData as MenuAnswer) };
  } catch (error) {
    // An error loses its class in transit.
    if (error instanceof PosUnavailable) return { unavailable: error.message };
    if (error instanceof PosContractBroken) return { contractBroken: error.message };
    throw error;
  }
}

const told = outcome();
const { menu } = told;
const changingHands = menu ? [menu.categoriesJson.buffer, menu.rawBody.buffer] : [];
parentPort?.postMessage(told, changingHands as ArrayBuffer[]);
