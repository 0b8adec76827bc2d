import { graphql, type GraphQLSchema } from "graphql";
import { buildSchema } from "type-graphql";
import { type DataSource } from "typeorm";

import { createDataSource } from "../../ormconfig";
import { createDelivery } from "../../src/app/delivery-use-cases";
import { createTimes } from "../../src/app/order-times";
import { type Context } from "../../src/context";
import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { type Locale } from "../../src/domain/texts/locale";
import { PosKind } from "../../src/entities/branches/branch-settings";
import { BranchSettingsLoader } from "../../src/loaders/branches/branch-settings-loader";
import { SettingsChangesLoader } from "../../src/loaders/branches/settings-changes-loader";
import { type Clock, systemClock } from "../../src/ports/clock";
import { type Pos } from "../../src/ports/pos/pos";
import { type PosTraits } from "../../src/ports/pos/pos-vendor";
import { ApiKeyResolver } from "../../src/resolvers/access/api-key-resolver";
import { BranchFactsResolver } from "../../src/resolvers/branches/branch-facts-resolver";
import { BranchHoursResolver } from "../../src/resolvers/branches/branch-hours-resolver";
import { BranchOperationResolver } from "../../src/resolvers/branches/branch-operation-resolver";
import { BranchResolver } from "../../src/resolvers/branches/branch-resolver";
import { OrganizationResolver } from "../../src/resolvers/branches/organization-resolver";
import { TerminalGroupResolver } from "../../src/resolvers/branches/terminal-group-resolver";
import { DeliveryResolver } from "../../src/resolvers/delivery/delivery-resolver";
import { AddressQuestionLimit } from "../../src/security/address-question-limit";
import { authChecker } from "../../src/security/auth-checker";
import { Keyring } from "../../src/security/keyring";
import { CreateApiKey } from "../../src/services/access/create-api-key";
import { ListApiKeys } from "../../src/services/access/list-api-keys";
import { RevokeApiKey } from "../../src/services/access/revoke-api-key";
import { CreateBranch } from "../../src/services/branches/create-branch";
import { CheckBranch } from "../../src/services/branches/doctor/check-branch";
import { FindBranch } from "../../src/services/branches/find-branch";
import { FindBranches } from "../../src/services/branches/find-branches";
import { SetBusyMode } from "../../src/services/branches/set-busy-mode";
import { SetOrderAcceptance } from "../../src/services/branches/set-order-acceptance";
import { SaveBranchSettings } from "../../src/services/branches/settings/save-branch-settings";
import { OpenStates } from "../../src/services/checkout/open-states";
import { ImportDeliveryZones } from "../../src/services/delivery/import-delivery-zones";
import { FindPosAccess } from "../../src/services/pos/find-pos-access";
import { LostOrganizations } from "../../src/services/pos/lost-organizations";
import { PosConnections } from "../../src/services/pos/pos-connections";
import { RegisterWebhook } from "../../src/services/pos/register-webhook";
import { RenewWebhookToken } from "../../src/services/pos/renew-webhook-token";
import { WebhookTokens } from "../../src/services/pos/webhook-tokens";
import { CHANNELS } from "../../src/vendors";
import { type Answer } from "./branch-answers";
import { InMemoryEventFeed } from "./in-memory-event-feed";
import { KNOWN_VENDORS } from "./known-vendors";
import { createTestDatabase } from "./test-database";

export const ADMIN: Viewer = {
  kind: "key",
  keyId: "admin",
  label: "admin",
  scope: Scope.ADMIN,
  branchIds: null,
};
export const GUEST: Viewer = { kind: "anonymous" };

export function operatorOf(...branchIds: string[]): Viewer {
  return { kind: "key", keyId: "1", label: "operator", scope: Scope.OPERATOR, branchIds };
}

const PUBLIC_URL = "https://gateway.test";
const EMAIL_ONLY = { known: CHANNELS, ready: new Set(["EMAIL"]) };

/** The branch part of the API on a separate database, without a server around it. */
export class BranchGateway {
  readonly secrets = new Keyring(["a-master-key-only-for-these-tests-0001"]);
  readonly connections: PosConnections;
  readonly webhookTokens: WebhookTokens;
  private readonly saveSettings: SaveBranchSettings;
  /** Changed by tests that wait for a pause to end. */
  now: Date | undefined;
  private readonly clock: Clock = { now: () => this.now ?? systemClock.now() };

  private constructor(
    readonly db: DataSource,
    private readonly dropDatabase: () => Promise<void>,
    pos: Pos,
    poses: readonly PosTraits[],
  ) {
    this.connections = new PosConnections(db, this.secrets, { IIKO: pos }, poses);
    this.webhookTokens = new WebhookTokens(db, this.secrets);
    this.saveSettings = new SaveBranchSettings(
      db,
      this.secrets,
      { poses, channels: CHANNELS },
      new InMemoryEventFeed(),
    );
  }

  private schema!: GraphQLSchema;

  /** @param poses what branches may be connected to, among the kinds that the API has */
  static async start(
    pos: Pos,
    poses: readonly PosTraits[] = KNOWN_VENDORS.poses,
  ): Promise<BranchGateway> {
    const database = await createTestDatabase();
    const db = await createDataSource(database.url, { poolSize: 4 }).initialize();
    const gateway = new BranchGateway(db, () => database.drop(), pos, poses);
    gateway.schema = await gateway.buildSchema();
    return gateway;
  }

  async query(
    source: string,
    viewer: Viewer,
    variableValues: Record<string, unknown> = {},
    locale: Locale = "en",
  ) {
    const contextValue = { requestId: "test", viewer, locale } as Context;
    const result = await graphql({ schema: this.schema, source, contextValue, variableValues });
    const errors = result.errors?.map((error) => error.originalError?.name ?? error.message);
    return { data: JSON.parse(JSON.stringify(result.data ?? null)) as Answer, errors };
  }

  /** Returns the id of a new branch in Moscow that is not connected. */
  async createBranch(name = "Arbat"): Promise<string> {
    const branch = { name, timeZone: "Europe/Moscow", currencyCode: "RUB" };
    return (await new CreateBranch(this.db).execute(branch)).id;
  }

  /** Without an organization, only the key is stored. */
  async connect(branchId: string, apiLogin: string, organizationId?: string): Promise<void> {
    const pos = organizationId ? "IIKO" : PosKind.NONE;
    await this.saveSettings.execute(ADMIN, branchId, 1, { apiLogin, pos, organizationId });
  }

  async stop(): Promise<void> {
    await this.db.destroy();
    await this.dropDatabase();
  }

  private buildSchema(): Promise<GraphQLSchema> {
    const { db, connections, secrets, clock } = this;
    const branchSettings = new BranchSettingsLoader(db);
    const lostOrganizations = new LostOrganizations({ db, connections, clock });
    const times = createTimes(db, clock);
    const { estimates } = times;
    const parts = { db, connections, lostOrganizations, secrets, clock };
    const resolvers = [
      new BranchResolver({
        findBranches: new FindBranches(db),
        findBranch: new FindBranch(db),
        createBranch: new CreateBranch(db),
        saveBranchSettings: this.saveSettings,
        checkBranch: new CheckBranch({
          db,
          connections,
          clock,
          publicUrl: PUBLIC_URL,
          channels: EMAIL_ONLY,
          pollEverySeconds: 0,
          lostOrganizations,
        }),
        settingsChanges: new SettingsChangesLoader(db),
        branchSettings,
      }),
      new BranchOperationResolver({
        setOrderAcceptance: new SetOrderAcceptance(db, clock),
        setBusyMode: new SetBusyMode(db, clock),
        registerWebhook: new RegisterWebhook(db, connections, secrets, PUBLIC_URL),
        renewWebhookToken: new RenewWebhookToken(db, connections, this.webhookTokens, PUBLIC_URL),
        clock,
      }),
      new DeliveryResolver({
        ...createDelivery(parts, times),
        addressQuestions: new AddressQuestionLimit(clock),
        branchSettings,
        importDeliveryZones: new ImportDeliveryZones(db),
      }),
      new BranchFactsResolver({ branchSettings }),
      new BranchHoursResolver({
        branchSettings,
        openStates: new OpenStates({ estimates, clock }),
      }),
      new OrganizationResolver({ findPosAccess: new FindPosAccess(db, connections), clock }),
      new TerminalGroupResolver(),
      new ApiKeyResolver({
        listApiKeys: new ListApiKeys(db),
        createApiKey: new CreateApiKey(db),
        revokeApiKey: new RevokeApiKey(db, clock),
      }),
    ];
    return buildSchema({
      resolvers: [
        BranchResolver,
        BranchOperationResolver,
        BranchFactsResolver,
        BranchHoursResolver,
        DeliveryResolver,
        OrganizationResolver,
        TerminalGroupResolver,
        ApiKeyResolver,
      ],
      container: { get: (type) => resolvers.find((resolver) => resolver.constructor === type) },
      authChecker,
      validate: false,
    });
  }
}
