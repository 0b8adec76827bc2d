import { type PosVendor } from "../../ports/pos/pos-vendor";
import { iiko, openIiko, ratePerSecond } from "./iiko-vendor";

interface SandboxSettings {
  /** Known once the sandbox runs. */
  readonly baseUrl?: string;
  readonly perSecond?: number;
}

/**
 * The sandbox speaks like iiko. It is a vendor of its own, so that a demo branch stays with it: its
 * orders never reach a real till, whatever is set up later.
 */
export const sandbox: PosVendor<SandboxSettings> = {
  kind: "SANDBOX",
  name: iiko.name,
  description: "The gateway's own simulation of iiko for trials; never available in production.",
  label: { ru: "Песочница", en: "Sandbox" },
  credentials: iiko.credentials,
  duplicates: iiko.duplicates,
  ids: iiko.ids,
  webhook: iiko.webhook,
  guidance: iiko.guidance,
  settings: {
    variable: null,
    example: "",
    notes: {},
    read: (reader, production) =>
      production === null ? { perSecond: ratePerSecond(reader) } : null,
    inSandbox: (baseUrl, settings) => ({ ...settings, baseUrl }),
  },
  addressOf: ({ baseUrl = "" }) => baseUrl,
  // The sandbox is on this machine, where hosts that are looked up with care may not be.
  open: ({ baseUrl = "", perSecond }, parts) =>
    openIiko(
      { baseUrl, ...(perSecond !== undefined && { perSecond }) },
      { ...parts, lookup: undefined },
    ),
};
