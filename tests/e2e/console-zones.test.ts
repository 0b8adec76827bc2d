import { CHROMIUM } from "../support/browser";
import { ConsolePage } from "../support/console-page";
import { KillableGateway } from "../support/killable-gateway";
import { faultsAtAnyWidth } from "../support/looks";
import { organization } from "../support/sandbox-session";
import { ADMIN_KEY } from "../support/settings";

const describeWithChromium = CHROMIUM === undefined ? describe.skip : describe;

describeWithChromium("the zones of a branch in the console (skipped without Chromium)", () => {
  let gateway: KillableGateway;
  let page: ConsolePage;

  beforeAll(async () => {
    gateway = await KillableGateway.start();
    const { branchId } = await gateway.storefront();
    page = await ConsolePage.openSignedIn(gateway.client.url, ADMIN_KEY);
    await page.sees("Кафе на Лесной", ".place");
    await page.browser.resize(1440);
    await page.go(`branches/${branchId}/hours`);
  });

  afterAll(async () => {
    await page?.browser.close();
    await gateway?.stop();
  });

  const corner = (east: number, north: number) => [37.6 + east / 100, 55.7 + north / 100];
  const square = (at: number) => [
    corner(at, 0),
    corner(at + 1, 0),
    corner(at + 1, 1),
    corner(at, 1),
    corner(at, 0),
  ];
  const shape = (name: string, ring: number[][], terms = {}) => {
    const geometry = { type: "Polygon", coordinates: [ring] };
    return { type: "Feature", properties: { name, ...terms }, geometry };
  };
  const load = (...features: object[]) =>
    loadText(JSON.stringify({ type: "FeatureCollection", features }));
  const loadText = (text: string) =>
    page.until(`(() => {
      const input = document.querySelector("#ZONES input[type=file]");
      if (!input) return false;
      const files = new DataTransfer();
      files.items.add(new File([${JSON.stringify(text)}], "zones.geojson"));
      input.files = files.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
      return true;
    })()`);
  const press = (path: string) =>
    page.until(`(() => {
      const map = document.querySelector(".zone-map");
      const { left, top, width, height } = document.querySelector(${JSON.stringify(path)}).getBoundingClientRect();
      const place = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true };
      return map.dispatchEvent(new MouseEvent("click", place));
    })()`);

  it("are loaded from a map, drawn, and checked for a place", async () => {
    await page.sees("the branch delivers anywhere", "#ZONES");
    await load(shape("Centre", square(0), { fee: 99, minutes: 40 }), shape("Suburb", square(2)));
    await page.sees("Zones in the file: 2, now: 0", ".ask-once");
    await page.press("Replace", ".ask-once");
    await page.sees("99", '[data-zone="Centre"]');
    expect(await page.browser.evaluate(`document.querySelectorAll(".zone-map path").length`)).toBe(
      2,
    );
    // The zone that wins lies on top of the others, so it is drawn last.
    await press(".zone-map path:last-of-type");
    await page.sees("Centre", "#ZONES [role=status]");
    await page.until(`document.querySelector(".zone-map circle") !== null`);
    expect(await faultsAtAnyWidth(page, 1440)).toEqual([]);
    await page.picture("console-zones");
    await page.fill("#ZONES [name=longitude]", "30");
    await page.press("Try the place", "#ZONES");
    await page.sees("Not delivered", "#ZONES [role=status]");
  });

  it("are checked for an address in words, which iiko locates", async () => {
    const [longitude, latitude] = corner(0.5, 0.5);
    const streets = [{ name: "Речная", location: { latitude, longitude } }];
    await gateway.sandbox.send("PUT", `streets/${organization.id}`, {
      cities: [{ name: "Примерск", streets }],
    });
    await page.fill("#ZONES [name=street]", "Речная");
    await page.fill("#ZONES [name=house]", "7");
    await page.press("Try the address", "#ZONES");
    await page.sees("Centre", "#ZONES [role=status]");
    expect(await faultsAtAnyWidth(page, 1440)).toEqual([]);
  });

  it("stay as they are when a map is wrong, and the error says which shape", async () => {
    const crossing = [corner(0, 0), corner(1, 1), corner(1, 0), corner(0, 1), corner(0, 0)];
    await load(shape("Good", square(0)), shape("Crossing", crossing));
    await page.press("Replace", ".ask-once");
    await page.sees("Shape 2: ", "#ZONES [role=alert]");
    await page.sees("Centre", "#ZONES table");
  });

  it("are loaded from a map in another format", async () => {
    const corners = square(4)
      .map((place) => place.join(","))
      .join(" ");
    await loadText(`<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>
      <Placemark><name>A point</name><Point><coordinates>37.6,55.7</coordinates></Point></Placemark>
      <Placemark><name>Riverside</name><ExtendedData><Data name="fee"><value>120</value></Data></ExtendedData>
        <Polygon><outerBoundaryIs><LinearRing><coordinates> ${corners} </coordinates></LinearRing></outerBoundaryIs></Polygon>
      </Placemark></Document></kml>`);
    await page.sees("Zones in the file: 1, now: 2", ".ask-once");
    await page.press("Replace", ".ask-once");
    await page.sees("120", '[data-zone="Riverside"]');
  });

  it("are all removed after confirmation", async () => {
    await page.press("Deliver anywhere…", "#ZONES");
    await page.press("Remove the zones", ".ask-once");
    await page.sees("the branch delivers anywhere", "#ZONES");
  });

  it("log no errors in the browser", () => {
    expect(page.browser.complaints).toEqual([]);
  });
});
