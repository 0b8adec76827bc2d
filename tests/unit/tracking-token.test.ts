import { newId } from "../../src/domain/ids";
import { Keyring } from "../../src/security/keyring";
import {
  orderOfTrackingToken,
  trackingTokenOf,
} from "../../src/services/orders/read/tracking-token";

const OLD_KEY = "an-older-key-only-for-these-tests-0001";
const secrets = new Keyring(["a-master-key-only-for-these-tests-0001"]);

describe("a tracking token", () => {
  const orderId = newId();
  const token = trackingTokenOf(secrets, orderId);

  it("opens its order", () => {
    expect(orderOfTrackingToken(secrets, token)).toBe(orderId);
  });

  it("is the same every time it is issued", () => {
    expect(trackingTokenOf(secrets, orderId)).toBe(token);
  });

  it("is safe to use in a URL", () => {
    expect(token).toMatch(/^[\w.-]+$/);
  });

  it("for one order does not open another", () => {
    const [, mac] = token.split(".");
    const [otherId] = trackingTokenOf(secrets, newId()).split(".");
    expect(orderOfTrackingToken(secrets, `${otherId}.${mac}`)).toBeUndefined();
  });

  it("opens nothing once a single character is changed", () => {
    for (let place = 0; place < token.length - 1; place += 1) {
      // The last character of the id carries bits without meaning.
      if (place === 21) continue;
      const other = token[place] === "A" ? "B" : "A";
      const forged = token.slice(0, place) + other + token.slice(place + 1);
      expect(orderOfTrackingToken(secrets, forged)).toBeUndefined();
    }
  });

  it.each(["", ".", orderId, "a.b", `${token}x`, `x${token}`, `${token}\n`])(
    "is never %j",
    (text) => {
      expect(orderOfTrackingToken(secrets, text)).toBeUndefined();
    },
  );

  it("issued under an earlier key still opens its order", () => {
    const earlier = trackingTokenOf(new Keyring([OLD_KEY]), orderId);
    expect(
      orderOfTrackingToken(
        new Keyring(["a-master-key-only-for-these-tests-0001", OLD_KEY]),
        earlier,
      ),
    ).toBe(orderId);
    expect(orderOfTrackingToken(secrets, earlier)).toBeUndefined();
  });
});
