import { type AddressInfo } from "node:net";

import { assemble } from "./assemble";
import { type LoggedCall } from "./call-log";
import { type TillOrder, toTillOrder } from "./control/till-order";
import { type Faults } from "./faults/faults";
import { type WalletHold } from "./loyalty/wallet-hold";
import { Memory } from "./state/memory";

export interface SandboxOptions {
  /** Defaults to 127.0.0.1. */
  host?: string;
  /** 0 picks any free port. */
  port: number;
  /** Where orders, registrations and balances are stored; without it, they are lost on restart. */
  stateFile?: string;
  /** Defaults to 0, which picks any free port. */
  smtpPort?: number;
  /** 1 (the default) delivers an order in 25 s, 10 in 2.5 s. */
  cookingSpeed?: number;
  /** How long an order takes to reach the till; defaults to 400. */
  creationDelayMs?: number;
  /** Defaults to 3600, like iiko. */
  tokenLifetimeSeconds?: number;
  log?: (line: string) => void;
}

/** A running sandbox. Everything it exposes in-process is also available below `/_sandbox`. */
export interface Sandbox {
  url: string;
  smtpUrl: string;
  telegramUrl: string;
  /** Where messages are caught, by kind of channel. */
  catchers: Readonly<Record<string, string>>;
  faults: Faults;
  orders(): TillOrder[];
  holds(): readonly WalletHold[];
  calls(): readonly LoggedCall[];
  /** Leaves nothing running; safe to call more than once. */
  close(): Promise<void>;
}

/**
 * Starts iiko Cloud, its till, and the catchers of mail, Telegram and VK on this machine; orders
 * stored in the state file continue where they were.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { host = "127.0.0.1", port, smtpPort = 0, stateFile, log = () => undefined } = options;
  const memory = await Memory.open(stateFile, log);
  const sandbox = assemble(memory, { ...options, log });
  const { server, mail, webHooks, orders, wallets, faults, calls, timers } = sandbox;
  await server.listen({ port, host });
  const url = `http://${host}:${(server.server.address() as AddressInfo).port}`;
  sandbox.address.url = url;
  const smtpUrl = `smtp://${host}:${await mail.listen(smtpPort, host)}`;
  sandbox.resume();
  const close = async () => {
    timers.stop();
    await Promise.all([server.close(), mail.close(), webHooks.close()]);
    // A request that was still being answered may have started another timer.
    timers.stop();
    await memory.saved();
  };
  let closed: Promise<void> | undefined;
  return {
    url,
    telegramUrl: url,
    smtpUrl,
    catchers: { EMAIL: smtpUrl, TELEGRAM: url, VK: url },
    faults,
    orders: () => orders.all().map(toTillOrder),
    holds: () => wallets.holds(),
    calls: () => calls.report().calls,
    close: () => (closed ??= close()),
  };
}
