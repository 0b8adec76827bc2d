import { GatewayFailure, toFailure } from "../../console/src/gateway/gateway-failure";
import { refusesKey } from "../../console/src/session/key-refusal";

describe("a key that the console has kept", () => {
  it.each(["UNAUTHENTICATED", "FORBIDDEN"])("is forgotten after %s", (code) => {
    expect(refusesKey(new GatewayFailure(code, "no"))).toBe(true);
  });

  it.each(["SERVICE_UNAVAILABLE", "TOO_MANY_REQUESTS", "INTERNAL_SERVER_ERROR"])(
    "survives %s, which is temporary",
    (code) => {
      expect(refusesKey(new GatewayFailure(code, "later"))).toBe(false);
    },
  );

  it("survives a gateway that does not answer", () => {
    expect(refusesKey(toFailure(new TypeError("Failed to fetch")))).toBe(false);
  });
});
