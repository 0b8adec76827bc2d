import { pointOf, pointText } from "../../src/domain/texts/point-text";

describe("A place on the map", () => {
  it.each([
    ["57.6261, 39.8845", 57.6261, 39.8845],
    ["57.6261,39.8845", 57.6261, 39.8845],
    ["57.6261 39.8845", 57.6261, 39.8845],
    ["57.6261; 39.8845", 57.6261, 39.8845],
    [" 57.6261°, 39.8845° ", 57.6261, 39.8845],
    ["\u221233.8688, +151.2093", -33.8688, 151.2093],
    ["-90, 180", -90, 180],
  ])("is read from %p, as maps copy it", (written, latitude, longitude) => {
    expect(pointOf(written)).toEqual({ latitude, longitude });
  });

  it.each(["", "57.6261", "90.1, 0", "0, 180.1", "57,6261, 39,8845", "a, b", "1, 2, 3", "1,2 3"])(
    "is not read from %p",
    (written) => {
      expect(pointOf(written)).toBeNull();
    },
  );

  it("has one spelling, precise to the width of a hand, that reads back as the same place", () => {
    expect(pointText({ latitude: 57.62610004, longitude: -0 })).toBe("57.6261, 0");
    expect(pointText({ latitude: 0.0000011, longitude: -1e-9 })).toBe("0.000001, 0");
    expect(pointOf(pointText({ latitude: 57.626123, longitude: -0.000002 }))).toEqual({
      latitude: 57.626123,
      longitude: -0.000002,
    });
  });
});
