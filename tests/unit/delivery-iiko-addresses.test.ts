import { allowedSchema } from "../../src/adapters/iiko/delivery/address-schemas";
import { locateAddress } from "../../src/adapters/iiko/delivery/iiko-addresses";
import { readRows } from "../../src/adapters/iiko/values/iiko-fields";

const KEY = { kind: "API_LOGIN_V1", apiLogin: "demo" } as const;
const ADDRESS = { city: null, street: "Печная", posStreetId: null, house: "7", building: null };

function read(answer: object) {
  const allowedRestrictions = () =>
    Promise.resolve(readRows(() => allowedSchema.parse({ isAllowed: true, ...answer })));
  const asked = { organizationId: "organization", address: ADDRESS, point: null };
  return locateAddress({ allowedRestrictions }, KEY, asked);
}

describe("What iiko says about an address", () => {
  it("is where it is, and which tills deliver there", async () => {
    const location = { latitude: 57.6, longitude: 39.8 };
    const allowedItems = [
      { terminalGroupId: "A", zone: "Центр", deliveryDurationInMinutes: 40 },
      { terminalGroupId: "B", zone: null },
    ];
    const rejectedItems = [
      { terminalGroupId: "C", zone: "Город", rejectCode: "SumIsLessThenMinimum" },
      { terminalGroupId: "D", zone: "Город", rejectCode: "DayOfWeekIsUnacceptable" },
      { terminalGroupId: "E", zone: "Город", rejectCode: "DeliveryTimeIsUnacceptable" },
      { terminalGroupId: "F", zone: null, rejectCode: "OutOfTerminalZone" },
      { terminalGroupId: "G", rejectCode: "Undefined" },
      { terminalGroupId: null, rejectCode: "OutOfTerminalZone" },
      { rejectCode: "SomethingNew", terminalGroupId: "H" },
      "nothing",
    ];
    expect(await read({ location, allowedItems, rejectedItems })).toEqual({
      location,
      tills: [
        { terminalGroupId: "A", zone: "Центр", serves: true },
        { terminalGroupId: "B", zone: null, serves: true },
        { terminalGroupId: "C", zone: "Город", serves: true },
        { terminalGroupId: "D", zone: "Город", serves: true },
        { terminalGroupId: "E", zone: "Город", serves: true },
        { terminalGroupId: "F", zone: null, serves: false },
      ],
    });
  });

  it.each([
    ["nothing", undefined],
    ["null", null],
    ["zeros", { latitude: 0, longitude: 0 }],
    ["half a place", { latitude: 57.6 }],
    ["a place beyond the pole", { latitude: 91, longitude: 39 }],
    ["words", "57.6, 39.8"],
  ])("is no location for %s", async (_, location) => {
    expect(await read({ location })).toEqual({ location: null, tills: [] });
  });
});
