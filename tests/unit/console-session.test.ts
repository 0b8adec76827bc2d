import { GatewayFault, toFault } from "../../console/src/gateway/gateway-fault";
import { refusesKey } from "../../console/src/session/key-refusal";

describe("a key that the console has kept", () => {
  it.each(["UNAUTHENTICATED", "FORBIDDEN"])("is forgotten after %s", (code) => {
    expect(refusesKey(new GatewayFault(code, "no"))).toBe(true);
  });

  it.each(["SERVICE_UNAVAILABLE", "TOO_MANY_REQUESTS", "INTERNAL_SERVER_ERROR"])(
    "outlives %s, which passes",
    (code) => {
      expect(refusesKey(new GatewayFault(code, "later"))).toBe(false);
    },
  );

  it("outlives a gateway that does not answer", () => {
    expect(refusesKey(toFault(new TypeError("Failed to fetch")))).toBe(false);
  });
});
