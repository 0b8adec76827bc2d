/**
 * Converts KML from a map editor to GeoJSON: each placemark with polygons becomes a shape, and its
 * name and extended data become the shape's properties. Returns null when it cannot be read.
 */
export function mapOfKml(text: string): object | null {
  const kml = new DOMParser().parseFromString(text, "application/xml");
  if (kml.querySelector("parsererror")) return null;
  const features = [...kml.querySelectorAll("Placemark")].flatMap((placemark) => {
    const coordinates = [...placemark.querySelectorAll("Polygon")].map(ringsOf);
    if (coordinates.length === 0) return [];
    const geometry = { type: "MultiPolygon", coordinates };
    return [{ type: "Feature", properties: propertiesOf(placemark), geometry }];
  });
  return { type: "FeatureCollection", features };
}

function ringsOf(polygon: Element): number[][][] {
  const rings = ["outerBoundaryIs", "innerBoundaryIs"].flatMap((boundary) => [
    ...polygon.querySelectorAll(`${boundary} coordinates`),
  ]);
  return rings.map(({ textContent }) =>
    (textContent ?? "")
      .trim()
      .split(/\s+/)
      .map((corner) => corner.split(",").map(Number)),
  );
}

function propertiesOf(placemark: Element): Readonly<Record<string, string>> {
  const data = [...placemark.querySelectorAll("Data[name]")].map((one) => [
    one.getAttribute("name") ?? "",
    one.querySelector("value")?.textContent?.trim() ?? "",
  ]);
  const name = placemark.querySelector("name")?.textContent?.trim() ?? "";
  return Object.fromEntries([["name", name], ...data]) as Record<string, string>;
}
