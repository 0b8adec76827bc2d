import { type DataSource } from "typeorm";

import { NO_POINTS_IN_BRANCH } from "../../domain/errors/thrown-texts";
import { bonusWalletOf, type LoyaltyWallet } from "../../domain/loyalty/loyalty-wallet";
import { type Kopecks } from "../../domain/money/money";
import { type BranchSettings } from "../../entities/branches/branch-settings";
import { LoyaltyDisabled } from "../../errors";
import { type Clock } from "../../ports/clock";
import { able } from "../../ports/pos/pos";
import { type PosLoyaltyAccount } from "../../ports/pos/pos-loyalty";
import { type PosConnection, type PosConnections } from "../pos/pos-connections";
import { withTimeout } from "../pos/with-timeout";
import { type GuestQuestions, type QuestionUse } from "./guest-questions";
import { reservedPoints } from "./reserved-points";

/** A guest's standing in a branch's loyalty programme at one moment. */
export interface LoyaltyStatement {
  readonly branchId: string;
  /** E.164. */
  readonly phone: string;
  /** null if the programme does not know the guest. */
  readonly customerId: string | null;
  readonly connection: PosConnection;
  readonly wallets: readonly LoyaltyWallet[];
  /** The branch's wallet of points; null if the guest has none. */
  readonly walletId: string | null;
  readonly balance: Kopecks;
  /** What pending orders will take from it, unless the balance already shows it as taken. */
  readonly held: Kopecks;
  readonly writeOffLimitPercent: number;
  readonly asOf: Date;
}

type Ask = (connection: PosConnection, phone: string) => Promise<PosLoyaltyAccount>;

interface Reading {
  readonly use?: QuestionUse;
  /** Callers that ask for several branches simultaneously can spare the POS identical questions. */
  readonly ask?: Ask;
  readonly deadlineMs?: number;
}

const DEADLINE_MS = 10_000;

/** Reads a guest's points. Nothing is cached, so points spent at the till show immediately. */
export class ReadLoyalty {
  constructor(
    private readonly db: DataSource,
    private readonly connections: PosConnections,
    private readonly clock: Clock,
    private readonly questions: GuestQuestions,
  ) {}

  /** Asks the POS. @throws {RateLimited} it was asked about the guest too often */
  async ask(
    { pos, branch }: PosConnection,
    phone: string,
    use: QuestionUse,
  ): Promise<PosLoyaltyAccount> {
    this.questions.take(use, phone);
    return able(pos, "loyalty").loyaltyAccount(branch.credential, branch.organizationId, phone, {
      urgent: use === "ORDER",
    });
  }

  /**
   * @param phone E.164
   * @throws {LoyaltyDisabled} the branch has no points
   * @throws {PosUnavailable} or a similar error if the POS does not answer
   * @throws {RateLimited} it was asked about the guest too often
   */
  async execute(
    branchId: string,
    phone: string,
    {
      use = "LOOK",
      ask = (...asked) => this.ask(...asked, use),
      deadlineMs = DEADLINE_MS,
    }: Reading = {},
  ): Promise<LoyaltyStatement> {
    const connection = await this.connections.of(branchId);
    const { settings } = connection;
    if (settings.doNotUseBonuses) throw new LoyaltyDisabled(NO_POINTS_IN_BRANCH);
    const asOf = this.clock.now();
    const { customerId, wallets } = await withTimeout(ask(connection, phone), deadlineMs);
    const wallet = pointsOf(wallets, settings);
    const held = wallet ? await reservedPoints(this.db.manager, wallet.posId, phone, asOf) : 0;
    return {
      branchId,
      phone,
      customerId,
      connection,
      wallets,
      held,
      asOf,
      walletId: wallet?.posId ?? null,
      balance: wallet?.balance ?? 0,
      writeOffLimitPercent: settings.bonusWriteOffLimitPercent,
    };
  }
}

function pointsOf(
  wallets: readonly LoyaltyWallet[],
  settings: BranchSettings,
): LoyaltyWallet | null {
  const wallet = bonusWalletOf(wallets, settings.bonusWalletId);
  if (wallet !== "ambiguous") return wallet;
  throw new LoyaltyDisabled({
    en: "The guest has several wallets, and the branch's settings do not say which holds its points",
    ru: "У гостя несколько кошельков, а в настройках филиала не сказано, в котором его баллы",
  });
}
