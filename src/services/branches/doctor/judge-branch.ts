import { type BranchFindings, type ConnectedFindings } from "./branch-findings";
import {
  CHECK_CODES,
  type CheckCode,
  CheckState,
  type HealthCheck,
  notChecked,
  type Verdict,
} from "./health-check";
import { judgeClocks } from "./judge-clocks";
import { judgeHeard, judgeKeptOrganizations, judgePolled } from "./judge-contacts";
import { judgeDeliveryProduct } from "./judge-delivery";
import { judgeDiscount, judgeOrderTypes, judgePaymentTypes } from "./judge-dictionaries";
import { judgeKey } from "./judge-key";
import { judgeLoyaltyPayment, judgeLoyaltyProgramme } from "./judge-loyalty";
import { judgeArticles, judgeMenu } from "./judge-menu";
import * as rules from "./judge-order-rules";
import { judgeOrganization, judgeTerminalGroup, judgeTill } from "./judge-place";
import { judgeClock, judgeFallback, judgeWebhook } from "./judge-surroundings";
import { judgeStreets, judgeZones } from "./judge-zones";

type Judge = (findings: ConnectedFindings) => Verdict;

/** Checks that are judged by the POS's answers about the branch's organization. */
const OF_ORGANIZATION: Partial<Record<CheckCode, Judge>> = {
  TERMINAL_GROUP_VISIBLE: judgeTerminalGroup,
  TERMINAL_GROUP_ALIVE: judgeTill,
  MENU_PUBLISHED: judgeMenu,
  PAYMENT_TYPES_FIT: judgePaymentTypes,
  LOYALTY_CARD_TYPE: judgeLoyaltyPayment,
  LOYALTY_PROVISIONED: judgeLoyaltyProgramme,
  DISCOUNT_TAKES_SUM: judgeDiscount,
  DELIVERY_ZONES: judgeZones,
  STREETS_KNOWN: judgeStreets,
  ORDER_TYPES: judgeOrderTypes,
  WAYS_OFFERED: rules.judgeWays,
  GUESTS_TAKEN: rules.judgeGuests,
  ADDRESS_FORMAT: rules.judgeAddressFormat,
  LINE_COMMENTS: rules.judgeLineComments,
  MARKETING_SOURCE: rules.judgeMarketingSource,
  ORDER_CONFIRMATION: rules.judgeConfirmation,
  PAID_BEFORE_SENDING: rules.judgePaidBefore,
  CURRENCY_FITS: rules.judgeCurrency,
  KEY_KEEPS_ORGANIZATIONS: judgeKeptOrganizations,
  WEBHOOK_OURS: judgeWebhook,
  WEBHOOKS_HEARD: judgeHeard,
  ORDERS_POLLED: judgePolled,
  CLOCK_AND_TIME_ZONE: judgeClock,
};

/**
 * The verdicts of all checks, in a fixed order. A cause is reported only once: anything that
 * depends on a key that does not work, or on an organization that the key does not see, counts as
 * not checked. Checks that need no POS always run.
 */
export function judgeBranch(findings: BranchFindings): HealthCheck[] {
  const key = judgeKey(findings);
  const connected =
    key.state === CheckState.OK && "value" in findings.pos ? findings.pos.value : null;
  const withPos = connected && { ...findings, pos: connected };
  const noKey = notChecked("ключ API не работает", "the API key does not work");
  const organization = withPos ? judgeOrganization(withPos) : noKey;
  const noOrganization = notChecked(
    "ключ не видит организацию",
    "the key does not see the organization",
  );
  const verdictOf = (code: CheckCode): Verdict => {
    if (code === "KEY_WORKS") return key;
    if (code === "ORGANIZATION_VISIBLE") return organization;
    if (code === "DUPLICATE_ARTICLES") return judgeArticles(findings);
    if (code === "DELIVERY_PRODUCT_FITS") return judgeDeliveryProduct(findings);
    if (code === "CLOCKS_AGREE") return judgeClocks(findings);
    const judge = OF_ORGANIZATION[code];
    if (!judge) return judgeFallback(findings);
    if (!withPos) return noKey;
    return organization.state === CheckState.FAILED ? noOrganization : judge(withPos);
  };
  return CHECK_CODES.map((code) => ({ code, ...verdictOf(code) }));
}
