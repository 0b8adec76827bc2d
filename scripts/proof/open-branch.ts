import { DEMO_KEY } from "../../sandbox/credentials";
import { demoDiscounts } from "../../sandbox/restaurant/demo-dictionaries";
import { type GatewayClient } from "../../tests/support/gateway-client";
import { paymentType } from "../../tests/support/sandbox-session";
import { changeSettings, setUpBranch } from "../../tests/support/set-up-branch";

const MAIL = "kitchen@proof.example";
const CHAT = "100200301";

/** Creates a branch on the sandbox with points, a discount, and staff to notify; returns its id. */
export async function openBranch(
  client: GatewayClient,
  injection: {
    readonly retryDelaysSeconds: readonly number[];
    /** 10 when omitted, which is shorter than usual. */
    readonly acceptTimeoutSeconds?: number;
  },
): Promise<string> {
  // The previous version has no limit on guests; here, each guest is a different one.
  const branchId = await setUpBranch(client, DEMO_KEY, { guestOrders: undefined });
  const { retryDelaysSeconds, acceptTimeoutSeconds = 10 } = injection;
  await changeSettings(client, branchId, {
    bonusPaymentTypeId: paymentType("BONUS"),
    bonusWriteOffLimitPercent: 50,
    holdBonuses: true,
    universalDiscountId: demoDiscounts[0]?.id ?? null,
    injection: { retryDelaysSeconds, acceptTimeoutSeconds },
    fallback: [
      { kind: "EMAIL", target: MAIL, enabled: true },
      { kind: "TELEGRAM", target: CHAT, enabled: true },
    ],
  });
  return branchId;
}
