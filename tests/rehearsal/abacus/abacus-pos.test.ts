import { describePos, type PosUnderTest } from "../../contract/pos-contract";
import { describePosReads } from "../../contract/pos-reads-contract";
import { anOrderTicket, aTicketLine } from "../../support/an-order-ticket";
import { AbacusPos } from "./abacus-pos";
import { startAbacusTill } from "./abacus-till";
import { abacus } from "./abacus-vendor";

async function start(): Promise<PosUnderTest> {
  const { url, close, key, cafe, till, deadTill, soup, bills, next } = await startAbacusTill();
  return {
    pos: new AbacusPos(url),
    branch: {
      credential: { kind: "ABACUS_KEY", apiKey: key },
      organizationId: cafe,
      terminalGroupId: till,
      externalMenuId: "all",
      priceCategoryId: null,
      timeZone: "Europe/Moscow",
    },
    deadTerminalGroupId: deadTill,
    refusedCredential: { kind: "ABACUS_KEY", apiKey: "no-such-key" },
    ticket: () => anOrderTicket({ lines: [aTicketLine({ posProductId: soup })] }),
    till: () =>
      Promise.resolve(new Map(bills.map(({ reference, total }) => [reference, { total }]))),
    loseNextSubmission: () => Promise.resolve(void next.push("lose")),
    failNextCall: () => Promise.resolve(void next.push("fail")),
    throttleNextCall: (seconds) => Promise.resolve(void next.push(seconds)),
    stop: close,
  };
}

describePos(abacus, start);
describePosReads(abacus.name, start);
