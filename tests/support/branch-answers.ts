interface Change {
  readonly actor: string;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

interface Payload {
  readonly branch: { readonly id: string; readonly version: number; readonly settings: object };
  readonly checks: readonly {
    readonly code: string;
    readonly state: string;
    readonly fix: string | null;
  }[];
  readonly apiKey: {
    readonly id: string;
    readonly prefix: string;
    readonly branchIds: object;
    readonly revokedAt: string | null;
  };
  readonly secret: string;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] }[];
}

/** What the tests read from answers; an answer holds the fields that its query asked for. */
export interface Answer extends Record<
  | "createBranch"
  | "saveBranchSettings"
  | "setBusyMode"
  | "setOrderAcceptance"
  | "registerWebhook"
  | "renewWebhookToken"
  | "createApiKey"
  | "revokeApiKey"
  | "importDeliveryZones",
  Payload
> {
  readonly branch: {
    readonly changes: { readonly nodes: readonly Change[]; readonly pageInfo: object };
  };
  readonly branches: { readonly nodes: readonly object[] };
  readonly organizations: readonly { readonly terminalGroups: readonly object[] }[];
  readonly terminalGroups: readonly object[];
  readonly deliveryOptions: object;
}
