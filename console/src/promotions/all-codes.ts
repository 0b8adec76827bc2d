import { type Gateway } from "../gateway/gateway";
import { AllCodes, type AllCodesAnswer } from "./operations";

type Codes = NonNullable<AllCodesAnswer["promotion"]>["codes"];

/** All codes of a promotion, read page by page. @throws {GatewayFailure} when there is no answer */
export async function allCodes(gateway: Gateway, id: string): Promise<Codes["nodes"]> {
  const all: Codes["nodes"][number][] = [];
  let after: string | null = null;
  do {
    const codes = await pageOf(gateway, id, after);
    all.push(...(codes?.nodes ?? []));
    after = codes?.pageInfo.hasNextPage === true ? codes.pageInfo.endCursor : null;
  } while (after !== null);
  return all;
}

async function pageOf(gateway: Gateway, id: string, after: string | null) {
  const { promotion } = await gateway.ask(AllCodes, { id, after });
  return promotion?.codes;
}
