import { judgePlace, readyZones } from "../../src/domain/delivery/judge-place";
import { readGeoJson } from "../../src/services/delivery/read-geo-json";

type Corners = readonly (readonly number[])[];

const SQUARE: Corners = [
  [39.8, 57.6],
  [39.9, 57.6],
  [39.9, 57.7],
  [39.8, 57.7],
  [39.8, 57.6],
];
const HOLE: Corners = [
  [39.84, 57.64],
  [39.86, 57.64],
  [39.86, 57.66],
  [39.84, 57.66],
  [39.84, 57.64],
];
const ELSEWHERE: Corners = [
  [30, 59],
  [30.1, 59],
  [30.1, 59.1],
];

function feature(geometry: object, properties: object = { name: "Центр" }) {
  return { type: "Feature", geometry, properties };
}

function polygon(...coordinates: readonly Corners[]) {
  return { type: "Polygon", coordinates };
}

function read(features: readonly object[], currencyCode = "RUB") {
  return readGeoJson(JSON.stringify({ type: "FeatureCollection", features }), currencyCode);
}

function answer(features: readonly object[], longitude: number, latitude: number) {
  const { zones, userErrors } = read(features);
  expect(userErrors).toEqual([]);
  const place = { point: { latitude, longitude }, posStreetId: null, house: null };
  const wanted = { sum: null, wantedAt: null, now: new Date(0), timeZone: "Europe/Moscow" };
  return judgePlace(readyZones(zones), place, wanted).kind;
}

/** What is wrong with it: where, and in which words. */
function wrong(features: readonly object[], currencyCode?: string) {
  return read(features, currencyCode).userErrors.map(({ field, message }) => [
    field?.slice(2).join("."),
    message.en,
  ]);
}

describe("zones from a map", () => {
  it("take their terms from their properties, as numbers or text", () => {
    const properties = { name: " Центр ", fee: 149.5, freeFrom: "2000", minimumSum: "500,50" };
    const { zones, userErrors } = read([
      feature(polygon(SQUARE), Object.assign({ minutes: "40", priority: 2 }, properties)),
      feature(polygon(SQUARE), { description: "Дальняя" }),
    ]);
    expect(userErrors).toEqual([]);
    expect(zones).toMatchObject([
      { name: "Центр", fee: 14950, freeFrom: 200000, minimumSum: 50050, minutes: 40, priority: 2 },
      { name: "Дальняя", fee: null, freeFrom: null, minimumSum: null, minutes: null, priority: 0 },
    ]);
  });

  it("may have holes, whose edges still belong to them", () => {
    const features = [feature(polygon(SQUARE, HOLE))];
    expect(answer(features, 39.85, 57.65)).toBe("NOT_SERVED");
    expect(answer(features, 39.84, 57.65)).toBe("SERVED");
    expect(answer(features, 39.82, 57.65)).toBe("SERVED");
  });

  it("may consist of several polygons, whose rings are closed if they are left open", () => {
    const all = feature({ type: "MultiPolygon", coordinates: [[SQUARE], [ELSEWHERE]] });
    expect(answer([all], 39.85, 57.65)).toBe("SERVED");
    expect(answer([all], 30.09, 59.05)).toBe("SERVED");
    expect(answer([all], 30.01, 59.05)).toBe("NOT_SERVED");
  });

  it.each([
    ["no JSON", "{"],
    ["a single feature", JSON.stringify(feature(polygon(SQUARE)))],
    ["a list", "[]"],
    ["nothing", "null"],
  ])("are not read from %s", (_, text) => {
    expect(readGeoJson(text, "RUB").userErrors).toMatchObject([
      { code: "INVALID", field: ["input", "geoJson"] },
    ]);
  });

  it.each<[string, object, RegExp]>([
    ["a point", { type: "Point", coordinates: [39, 57] }, /Polygon/],
    ["no geometry", {}, /Polygon/],
    ["a polygon without rings", polygon(), /Polygon/],
    ["a corner of one number", polygon([[1], [2], [3]]), /Polygon/],
    ["corners that are texts", { type: "Polygon", coordinates: [[["a", "b"]]] }, /Polygon/],
    ["an empty ring", polygon([]), /encloses nothing/],
    ["two corners", polygon(SQUARE.slice(0, 2)), /encloses nothing/],
    [
      "one line",
      polygon([
        [1, 1],
        [2, 2],
        [3, 3],
        [1, 1],
      ]),
      /encloses nothing/,
    ],
    ["an empty hole", polygon(SQUARE, []), /encloses nothing/],
    [
      "a bow tie",
      polygon([
        [0, 0],
        [2, 2],
        [2, 0],
        [0, 1],
      ]),
      /crosses itself/,
    ],
    [
      "a hole across the edge",
      polygon(SQUARE, [
        [39.7, 57.65],
        [39.85, 57.64],
        [39.85, 57.66],
      ]),
      /crosses/,
    ],
    [
      "exchanged coordinates",
      polygon([
        [10, 100],
        [10, 101],
        [11, 100],
      ]),
      /longitude comes first/,
    ],
    [
      "the 180th meridian",
      polygon([
        [179, 65],
        [-179, 65],
        [-179, 66],
      ]),
      /180th meridian/,
    ],
    [
      "too many corners",
      polygon(Array.from({ length: 2_001 }, (_, at) => [at / 100, 1])),
      /corners/,
    ],
    [
      "too many polygons",
      { type: "MultiPolygon", coordinates: Array(51).fill([SQUARE]) },
      /polygons/,
    ],
  ])("are refused for %s", (_, geometry, text) => {
    expect(wrong([feature(geometry)])).toEqual([
      ["features.0.geometry", expect.stringMatching(text) as string],
    ]);
  });

  it.each<[string, object]>([
    ["name", {}],
    ["name", { name: "" }],
    ["name", { name: "ц".repeat(101) }],
    ["name", { name: 5 }],
    ["fee", { name: "Центр", fee: -1 }],
    ["fee", { name: "Центр", fee: "1.999" }],
    ["fee", { name: "Центр", fee: [] }],
    ["freeFrom", { name: "Центр", freeFrom: 0 }],
    ["minimumSum", { name: "Центр", minimumSum: 1_000_001 }],
    ["minutes", { name: "Центр", minutes: 1.5 }],
    ["minutes", { name: "Центр", minutes: 10_081 }],
    ["priority", { name: "Центр", priority: -1 }],
  ])("are refused for a bad %s", (name, properties) => {
    expect(wrong([feature(polygon(SQUARE), properties)])).toEqual([
      [`features.0.properties.${name}`, expect.any(String) as string],
    ]);
  });

  it("have no amounts finer than the currency", () => {
    const zone = feature(polygon(SQUARE), { name: "Орталық", fee: "500.50" });
    expect(wrong([zone], "KZT")).toEqual([
      ["features.0.properties.fee", "From 0 to 1000000, no fraction"],
    ]);
  });

  it("are distinguished by their names", () => {
    const zone = feature(polygon(SQUARE));
    expect(wrong([zone, zone])).toEqual([
      ["features.1.properties.name", "Another zone has this name"],
    ]);
  });

  it("are limited to 500, and at most 20 of their errors are reported", () => {
    const zones = (length: number) =>
      Array.from({ length }, (_, at) => feature(polygon(), { name: String(at) }));
    expect(wrong(zones(501))).toEqual([["features", "At most 500 zones of a branch"]]);
    expect(wrong(zones(30))).toHaveLength(20);
  });
});
