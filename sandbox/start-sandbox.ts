import { type AddressInfo } from "node:net";

import { assemble } from "./assemble";
import { type LoggedCall } from "./call-log";
import { type TillOrder, toTillOrder } from "./control/till-order";
import { type Faults } from "./faults/faults";
import { type WalletHold } from "./loyalty/wallet-hold";
import { Memory } from "./state/memory";

export interface SandboxOptions {
  /** Default 127.0.0.1. */
  host?: string;
  /** 0 takes any. */
  port: number;
  /** Where orders, registrations and balances are kept; without it a restart forgets them. */
  stateFile?: string;
  /** Default 0: any. */
  smtpPort?: number;
  /** 1 (the default) delivers an order in 25 s; 10 in 2.5 s. */
  cookingSpeed?: number;
  /** How long an order travels to the till; default 400. */
  creationDelayMs?: number;
  /** Default 3600, as iiko. */
  tokenLifetimeSeconds?: number;
  log?: (line: string) => void;
}

/** A running sandbox. What it shows in-process is also reachable below `/_sandbox`. */
export interface Sandbox {
  url: string;
  smtpUrl: string;
  telegramUrl: string;
  /** Where messages are caught, by the kind of channel. */
  catchers: Readonly<Record<string, string>>;
  faults: Faults;
  orders(): TillOrder[];
  holds(): readonly WalletHold[];
  calls(): readonly LoggedCall[];
  /** Leaves nothing behind; safe to repeat. */
  close(): Promise<void>;
}

/**
 * Starts iiko Cloud, its till, and the catchers of mail, Telegram and VK on this machine; orders kept in
 * the state file go on where they were.
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
    // A request that was being answered may have started another.
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
