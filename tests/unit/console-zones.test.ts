import {
  drawnIn,
  frameOf,
  pathOf,
  type Polygon,
  type Position,
} from "../../console/src/branches/zones/map-frame";
import { namePlace } from "../../console/src/branches/zones/name-place";
import { compactMap, shapeOf } from "../../console/src/branches/zones/read-map";

const SQUARE: Polygon = [
  [
    [37, 55],
    [38, 55],
    [38, 56],
    [37, 56],
    [37, 55],
  ],
];
const SMALL: Polygon = [
  [
    [37.1, 55.1],
    [37.2, 55.1],
    [37.2, 55.2],
    [37.1, 55.1],
  ],
];

describe("the drawing of zones", () => {
  it("contains every corner, with north up and east on the right", () => {
    const { width, height, toDrawing } = frameOf([SQUARE, SMALL]);
    for (const corner of [...SQUARE, ...SMALL].flat()) {
      const [x, y] = toDrawing(corner);
      expect([x >= 0, x <= width, y >= 0, y <= height]).toEqual([true, true, true, true]);
    }
    const [west, south] = toDrawing([37, 55]);
    const [east, north] = toDrawing([38, 56]);
    expect([west < east, north < south]).toEqual([true, true]);
  });

  it("is to scale at its centre, where a degree of longitude is shorter than one of latitude", () => {
    const { toDrawing } = frameOf([SQUARE]);
    const [west, south] = toDrawing([37, 55]);
    const [east, north] = toDrawing([38, 56]);
    expect((east - west) / (south - north)).toBeCloseTo(Math.cos((55.5 * Math.PI) / 180), 6);
  });

  it.each([
    ["a wide one", [[0, 0] as const, [9, 0] as const, [9, 1] as const]],
    ["a high one", [[30, 59] as const, [30.1, 59] as const, [30.1, 61] as const]],
    ["a point", [[30, 60] as const]],
  ])("maps %s to its place and back", (_, ring) => {
    const { toDrawing, toPlace, height } = frameOf([[ring]]);
    expect(height).toBeGreaterThanOrEqual(420);
    expect(height).toBeLessThanOrEqual(760);
    for (const place of ring) {
      const [east, north] = toPlace(...toDrawing(place));
      expect(east).toBeCloseTo(place[0], 6);
      expect(north).toBeCloseTo(place[1], 6);
    }
  });

  it("closes every ring", () => {
    const drawn = drawnIn(frameOf([SQUARE, SMALL]), [SQUARE, SMALL]);
    expect(pathOf(drawn).match(/M[^MZ]+Z/g)).toHaveLength(2);
  });
});

/** From the first corner to the last. */
function box([west, north]: Position, [east, south]: Position): Position[] {
  return [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
    [west, north],
  ];
}

describe("the name of a zone on its drawing", () => {
  const WHOLE = box([0, 0], [900, 600]);

  it("is in the middle of its largest part", () => {
    expect(namePlace([[box([950, 0], [990, 60])], [WHOLE]], [])).toEqual([450, 300]);
  });

  it("is where no other zone covers it", () => {
    const [, y] = namePlace([[WHOLE]], [[box([100, 50], [800, 400])]]);
    expect([y > 420, y < 580]).toEqual([true, true]);
  });

  it("is in the hole of a covering zone, which shows it", () => {
    const ring = [box([-10, -10], [910, 610]), box([300, 200], [600, 400])];
    expect(namePlace([[WHOLE]], [ring])).toEqual([450, 300]);
  });

  it("is not in a hole of its own", () => {
    const [x, y] = namePlace([[WHOLE, box([10, 10], [890, 450])]], []);
    expect([x > 0, x < 900, y > 450, y < 600]).toEqual([true, true, true, true]);
  });

  it("is in the middle of a zone that is completely covered", () => {
    expect(namePlace([[WHOLE]], [[box([-10, -10], [910, 610])]])).toEqual([450, 300]);
  });

  it("is omitted for a zone without an area", () => {
    expect(namePlace([], [])).toEqual([0, 0]);
  });
});

const noKml = () => {
  throw new Error("It is no KML");
};

describe("a map from a file", () => {
  it("is sent without the whitespace of its editor, and with its number of shapes", () => {
    const map = { type: "FeatureCollection", features: [{ type: "Feature" }] };
    expect(compactMap(JSON.stringify(map, null, 4), noKml)).toEqual({
      geoJson: JSON.stringify(map),
      shapes: 1,
    });
  });

  it("is sent as it is when it cannot be parsed, so that the gateway says why", () => {
    for (const text of ["{", "", "null", "[]"])
      expect(compactMap(text, noKml)).toMatchObject({ geoJson: text });
  });

  it.each([
    [["input", "geoJson", "features", "3", "properties", "name"], 4],
    [["input", "geoJson"], null],
    [null, null],
  ])("locates the shape that an error is about: %j is %s", (field, shape) => {
    expect(shapeOf(field)).toBe(shape);
  });
});
