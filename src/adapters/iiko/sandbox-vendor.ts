import { type PosVendor } from "../../ports/pos/pos-vendor";
import { iiko, openIiko, ratePerSecond } from "./iiko-vendor";

interface SandboxSettings {
  /** Known once the sandbox is running. */
  readonly baseUrl?: string;
  readonly perSecond?: number;
}

/**
 * The sandbox speaks iiko's API. It is a separate vendor, so that a demo branch stays with it: its
 * orders never reach a real POS, whatever is set up later.
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
  // The sandbox runs on this machine, which a guarded host lookup might refuse.
  open: ({ baseUrl = "", perSecond }, parts) =>
    openIiko(
      { baseUrl, ...(perSecond !== undefined && { perSecond }) },
      { ...parts, lookup: undefined },
    ),
};
